import type { Paragraph, Report, SectionId } from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Markup } from '../portal/index.ts';
import { type NumberedFinding, quoteAnchor } from './findings-list.ts';

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly anchor: string;
  readonly finding: number;
  readonly severity: string;
}

/** Where the quoted words of findings stand in a paragraph; overlapping marks: the gravest finding's wins. */
const marksIn = (
  paragraph: Paragraph,
  section: SectionId | 'preamble',
  findings: readonly NumberedFinding[],
): readonly Mark[] => {
  const marks: Mark[] = [];
  for (const { number, finding } of findings)
    for (const [at, { quote, report }] of finding.places.entries()) {
      if (!quote || quote.section !== section || report !== undefined) continue;
      const from = paragraph.text.indexOf(quote.text);
      if (from < 0) continue;
      const [start, end] = quote.mark;
      const mark = {
        start: from + start,
        end: from + end,
        anchor: quoteAnchor(number, at),
        finding: number,
        severity: finding.severity,
      };
      if (!marks.some((other) => mark.start < other.end && other.start < mark.end)) marks.push(mark);
    }
  return marks.sort((left, right) => left.start - right.start);
};

const paragraphWith = (paragraph: Paragraph, marks: readonly Mark[]): Markup => {
  let at = 0;
  const pieces = marks.map(({ start, end, anchor, finding, severity }) => {
    const before = paragraph.text.slice(at, start);
    at = end;
    return html`${before}<mark id="${anchor}" class="${severity}"><a href="#finding-${finding}" aria-label="发现 ${finding}：${paragraph.text.slice(start, end)}">${paragraph.text.slice(start, end)}</a></mark>`;
  });
  return html`<p>${pieces}${paragraph.text.slice(at)}</p>`;
};

/** Sections that the form fills with a table. */
const tabled: ReadonlySet<string> = new Set(['proactive', 'requests', 'reviews']);

/** The report's text, section by section, with the words that findings are about marked. */
export const narrative = (report: Report, findings: readonly NumberedFinding[]): Markup => {
  const section = (id: SectionId | 'preamble', title: string, paragraphs: readonly Paragraph[]): Markup =>
    html`<section class="narrative-section" id="section-${id}">
      <h3>${title}</h3>
      ${
        paragraphs.length === 0
          ? html`<p class="empty">${tabled.has(id) ? '只有表格，见上。' : '没有文字。'}</p>`
          : paragraphs.map((paragraph) => paragraphWith(paragraph, marksIn(paragraph, id, findings)))
      }
    </section>`;
  return html`${report.preamble.length > 0 ? section('preamble', '正文之前', report.preamble) : ''}${report.sections.map(({ id, title, paragraphs }) => section(id, title, paragraphs))}`;
};

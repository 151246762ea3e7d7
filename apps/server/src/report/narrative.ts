import type { Paragraph, Report, Section, SectionId } from '@gongkai/annual-report';
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
  index: number,
): readonly Mark[] => {
  const marks: Mark[] = [];
  for (const { number, finding } of findings)
    for (const [at, { quote, report }] of finding.places.entries()) {
      if (!quote || quote.section !== section || (report !== undefined && report !== index)) continue;
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

/** Characters of text that a page shows; more is no report, and finding the marks in it would hold up everybody else. */
const mostText = 300_000;

/** The report's text, section by section, with the words that findings are about marked. `index`: its place in the upload. */
export const narrative = (report: Report, findings: readonly NumberedFinding[], index: number): Markup => {
  let room = mostText;
  const withinRoom = (paragraphs: readonly Paragraph[]): readonly Paragraph[] =>
    paragraphs.filter(({ text }) => {
      room -= text.length;
      return room >= 0;
    });
  const texts = (id: SectionId | 'preamble', paragraphs: readonly Paragraph[]): Markup | string =>
    html`${withinRoom(paragraphs).map((paragraph) => paragraphWith(paragraph, marksIn(paragraph, id, findings, index)))}`;

  const section = ({ id, title, paragraphs }: Section): Markup =>
    html`<section class="narrative-section" id="section-${id}">
      <h3>${title}</h3>
      ${paragraphs.length === 0 ? html`<p class="hint">${tabled.has(id) ? '只有表格，见上。' : '没有文字。'}</p>` : texts(id, paragraphs)}
    </section>`;

  // What stands before the first section is mostly the web page's furniture: folded away unless something is marked in it.
  const preamble = (): Markup | string => {
    if (report.preamble.length === 0) return '';
    const words = html`<summary>正文之前的文字（${report.preamble.length} 段）</summary>${texts('preamble', report.preamble)}`;
    const marked = report.preamble.some(
      (paragraph) => marksIn(paragraph, 'preamble', findings, index).length > 0,
    );
    return marked
      ? html`<details class="narrative-section" id="section-preamble" open>${words}</details>`
      : html`<details class="narrative-section" id="section-preamble">${words}</details>`;
  };

  const text = html`${preamble()}${report.sections.map(section)}`;
  return room >= 0
    ? text
    : html`${text}<p class="empty">正文太长，这里只显示前 ${mostText / 10_000} 万字。</p>`;
};

import { type Evidence, type Finding, nameCell, severities } from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Markup } from '../portal/index.ts';
import { cellAnchor } from './form-table.ts';
import { severityWords } from './status-words.ts';

/** A finding with its number on the page, from 1, gravest first. */
export interface NumberedFinding {
  readonly number: number;
  readonly finding: Finding;
}

export const numberFindings = (findings: readonly Finding[]): readonly NumberedFinding[] =>
  severities
    .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .map((finding, index) => ({ number: index + 1, finding }));

/** The anchor of a quoted sentence on the page of its report. */
export const quoteAnchor = (finding: number, evidence: number): string => `q-${finding}-${evidence}`;

const quoteOf = ({ quote }: Evidence): Markup | string => {
  if (!quote) return '';
  const [start, end] = quote.mark;
  return html`<q>${quote.text.slice(0, start)}<mark>${quote.text.slice(start, end)}</mark>${quote.text.slice(end)}</q>`;
};

export interface FindingLinks {
  /** The page of the report that evidence belongs to; undefined = this page. */
  readonly reportUrl: (report: number) => string | undefined;
  readonly reportName: (report: number) => string;
}

const evidence = (entry: Evidence, finding: number, at: number, links: FindingLinks): Markup => {
  const page = entry.report === undefined ? '' : (links.reportUrl(entry.report) ?? '');
  const owner =
    entry.report === undefined || page === ''
      ? ''
      : html`<span class="owner">${links.reportName(entry.report)}</span>`;
  const words = html`${entry.what}${entry.value === null ? '' : html`：<b>${entry.value}</b>`}`;
  if (entry.cell) return html`<li>${owner}<a href="${page}#${cellAnchor(entry.cell)}">${words}</a></li>`;
  if (entry.quote && page === '')
    return html`<li>${owner}<a href="#${quoteAnchor(finding, at)}">${words}</a>${quoteOf(entry)}</li>`;
  return html`<li>${owner}${words}${quoteOf(entry)}</li>`;
};

/** Long lists of cells (a table left blank) are folded away. */
const evidences = ({ number, finding }: NumberedFinding, links: FindingLinks): Markup | string => {
  const items = finding.places.map((entry, at) => evidence(entry, number, at, links));
  if (items.length === 0) return '';
  if (items.length <= 6) return html`<ul class="evidence">${items}</ul>`;
  return html`<details><summary>相关的 ${items.length} 处</summary><ul class="evidence">${items}</ul></details>`;
};

const repairs = ({ repair, explanations }: Finding): Markup | string => {
  if (repair)
    return html`<p class="repair"><span class="repair-word">建议</span><a href="#${cellAnchor(repair.cell)}">${nameCell(repair.cell)}</a>改为 <b>${repair.value}</b>。${repair.message}</p>`;
  if (!explanations) return '';
  return html`<p class="repair"><span class="repair-word">可能的原因</span>有 ${explanations.length} 种，改其中一处即可：</p>
    <ul class="evidence">${explanations.map(({ cell, value, message }) => html`<li><a href="#${cellAnchor(cell)}">${nameCell(cell)}</a>改为 <b>${value}</b>。${message}</li>`)}</ul>`;
};

const item = (numbered: NumberedFinding, links: FindingLinks): Markup => {
  const { number, finding } = numbered;
  return html`<li class="finding ${finding.severity}" id="finding-${number}">
    <p class="message"><span class="number">${number}</span>${finding.message}</p>
    ${evidences(numbered, links)}
    ${repairs(finding)}
    <p class="rule"><a href="/rules#${finding.rule}">${finding.rule}</a></p>
  </li>`;
};

/** Findings by severity, each leading to its cells and sentences. */
export const findingsList = (findings: readonly NumberedFinding[], links: FindingLinks): Markup => {
  if (findings.length === 0) return html`<p class="empty clean">没有发现问题。</p>`;
  return html`${severities.map((severity) => {
    const group = findings.filter(({ finding }) => finding.severity === severity);
    if (group.length === 0) return '';
    const { name, sign } = severityWords[severity];
    return html`<section class="severity ${severity}" aria-labelledby="severity-${severity}">
      <h3 id="severity-${severity}"><span aria-hidden="true">${sign}</span> ${name} <span class="total">${group.length}</span></h3>
      <ol class="findings">${group.map((numbered) => item(numbered, links))}</ol>
    </section>`;
  })}`;
};

import {
  type Evidence,
  type Finding,
  nameCell,
  rules,
  severities,
  severityWords,
} from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Markup } from '../portal/index.ts';
import { cellAnchor } from './form-table.ts';
import { correctionsOf, splitMessage } from './repairs.ts';
import { severitySigns } from './show-words.ts';

/** A finding with its number on the page, from 1, gravest first. */
export interface NumberedFinding {
  readonly number: number;
  readonly finding: Finding;
}

/** How many findings a page shows; a report with more is no report, and the table to take away has all of them. */
const mostShown = 500;

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
  const target = entry.cell
    ? `${page}#${cellAnchor(entry.cell)}`
    : entry.quote
      ? page === ''
        ? `#${quoteAnchor(finding, at)}`
        : `${page}#section-${entry.quote.section}`
      : page;
  return html`<li>${owner}${target === '' ? words : html`<a href="${target}">${words}</a>`}${quoteOf(entry)}</li>`;
};

/** Long lists of cells (a table left blank) are folded away. */
const evidences = ({ number, finding }: NumberedFinding, links: FindingLinks): Markup | string => {
  const items = finding.places.map((entry, at) => evidence(entry, number, at, links));
  if (items.length === 0) return '';
  if (items.length <= 6) return html`<ul class="evidence">${items}</ul>`;
  return html`<details><summary>相关的 ${items.length} 处</summary><ul class="evidence">${items}</ul></details>`;
};

const corrections = (explanation: Parameters<typeof correctionsOf>[0]): Markup =>
  html`${correctionsOf(explanation).map(
    ({ cell, found, value }, at) =>
      html`${at > 0 ? '，' : ''}<a href="#${cellAnchor(cell)}">${nameCell(cell)}</a>应为 <b>${value}</b>（现为${found === null ? '空白' : ` ${found}`}）`,
  )}`;

const repairs = ({ repair, explanations = [] }: Finding, lead: string): Markup | string => {
  if (repair)
    return html`<p class="repair"><span class="repair-word">建议</span>${repair.message.split('：')[0]}：${corrections(repair)}。</p>`;
  if (explanations.length === 0) return '';
  return html`<div class="repair"><p>${lead === '' ? '可能的原因：' : lead}</p>
    <ol>${explanations.map((explanation) => html`<li>${corrections(explanation)}</li>`)}</ol></div>`;
};

const titles: ReadonlyMap<string, string> = new Map(rules.map(({ id, title }) => [id, title]));

const item = (numbered: NumberedFinding, links: FindingLinks): Markup => {
  const { number, finding } = numbered;
  const { message, lead } = splitMessage(finding);
  return html`<li class="finding ${finding.severity}" id="finding-${number}">
    <p class="message"><span class="number">${number}</span>${message}</p>
    ${repairs(finding, lead)}
    ${evidences(numbered, links)}
    <p class="rule">规则：<a href="/rules#${finding.rule}">${titles.get(finding.rule) ?? finding.rule}</a></p>
  </li>`;
};

/** Findings by severity, each leading to its cells and sentences. */
export const findingsList = (findings: readonly NumberedFinding[], links: FindingLinks): Markup => {
  if (findings.length === 0) return html`<p class="empty clean">✔ 没有发现问题。</p>`;
  const left = findings.length - mostShown;
  return html`${severities.map((severity) => {
    const group = findings.filter(({ finding }) => finding.severity === severity);
    if (group.length === 0) return '';
    return html`<section class="severity ${severity}" aria-labelledby="severity-${severity}">
      <h3 id="severity-${severity}"><span aria-hidden="true">${severitySigns[severity]}</span> ${severityWords[severity].name} <span class="total">${group.length}</span></h3>
      <ol class="findings">${group.filter(({ number }) => number <= mostShown).map((numbered) => item(numbered, links))}</ol>
    </section>`;
  })}
  ${left > 0 ? html`<p class="empty">这里只列出前 ${mostShown} 个，另有 ${left} 个。请下载全部发现。</p>` : ''}`;
};

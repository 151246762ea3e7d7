import type { Finding } from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Markup, Page } from '../portal/index.ts';
import { uploadCrumbs } from './crumbs.ts';
import { findingsList, numberFindings } from './findings-list.ts';
import { nameReport } from './name-report.ts';
import { countBadges } from './show-words.ts';
import type { ExaminedReport, Upload } from './upload.ts';

/** A report that may be a sum of others, and those: the other agencies' reports of the same year. */
export interface Family {
  readonly parent: number;
  readonly children: readonly number[];
}

const year = (upload: Upload, index: number): number | null => upload.reports[index]?.report.year ?? null;

/** The family that a report would head; its children are the other reports of its year. */
export const familyOf = (upload: Upload, parent: number): Family => ({
  parent,
  children: [...upload.reports.keys()].filter(
    (index) =>
      index !== parent && year(upload, index) !== null && year(upload, index) === year(upload, parent),
  ),
});

/** 县、市、省 and their like add up; townships and subdistricts have nobody below them. */
const isGovernment = ({ report }: ExaminedReport): boolean =>
  /(?:人民政府|行政公署)$/u.test(report.agency ?? '') && !/[乡镇]人民政府$/u.test(report.agency ?? '');

const received = ({ report }: ExaminedReport): number =>
  Number(report.cells.get('requests.received.total')?.value ?? 0);

/** Governments first, then by how many requests they tell of: the sum is the greatest. */
const candidates = (upload: Upload): readonly number[] =>
  [...upload.reports.keys()]
    .filter((index) => familyOf(upload, index).children.length > 0)
    .sort((a, b) => {
      const [one, other] = [upload.reports[a] as ExaminedReport, upload.reports[b] as ExaminedReport];
      return Number(isGovernment(other)) - Number(isGovernment(one)) || received(other) - received(one);
    });

/** Where an upload holds several agencies' reports of a year: which of them is the sum of the others? */
export const parentForm = (id: string, upload: Upload): Markup | string => {
  const parents = candidates(upload);
  if (parents.length === 0) return '';
  return html`<form class="pick-form" method="get" action="/check/${id}/family">
    <h2>与下级汇总核对</h2>
    <p class="hint">选出汇总报告（例如本级政府的），与同一年度其余各份报告之和逐格核对，并查找重复的报告和雷同的文字。</p>
    <label><span>汇总报告</span>
      <select name="parent">
        ${parents.map((index) => {
          const examined = upload.reports[index] as ExaminedReport;
          return html`<option value="${index + 1}">${nameReport(examined)}（${examined.file.name}）</option>`;
        })}
      </select></label>
    <button class="button" type="submit">核对</button>
  </form>`;
};

/** A parent's report held against those of its children. `findings` count the parent as 0, the children from 1. */
export const familyPage = (
  id: string,
  upload: Upload,
  { parent, children }: Family,
  findings: readonly Finding[],
): Page => {
  const members = [parent, ...children];
  const urlOf = (position: number): string => `/check/${id}/${(members[position] ?? parent) + 1}`;
  const nameOf = (position: number): string =>
    nameReport(upload.reports[members[position] ?? parent] as ExaminedReport);
  return {
    title: '与下级汇总核对',
    breadcrumb: uploadCrumbs(id, upload),
    body: html`<h1>与下级汇总核对</h1>
      <p class="lead">汇总：<a href="${urlOf(0)}">${nameOf(0)}</a>；下级：同一年度的 ${children.length} 份报告。</p>
      <p class="summary">${countBadges(findings)}</p>
      <h2>检查发现</h2>
      ${
        findings.length === 0
          ? html`<p class="empty clean">汇总数与下级之和逐格一致，没有发现重复的报告和雷同的文字。</p>`
          : findingsList(numberFindings(findings), { reportUrl: urlOf, reportName: nameOf })
      }
      <details class="members"><summary>参加核对的 ${children.length} 份下级报告</summary>
        <ol>${children.map((_, at) => html`<li><a href="${urlOf(at + 1)}">${nameOf(at + 1)}</a></li>`)}</ol>
      </details>`,
  };
};

import {
  type CellId,
  cellStatuses,
  type FormId,
  findingFormats,
  printedTables,
  type Report,
  type ReportFormat,
  reportFormats,
  statusWords,
  type TableId,
} from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Markup, Page } from '../portal/index.ts';
import type { FoundReport } from './answers.ts';
import { uploadCrumbs } from './crumbs.ts';
import { expiry } from './expiry.ts';
import { findingsList, type NumberedFinding, numberFindings } from './findings-list.ts';
import { formTable } from './form-table.ts';
import { describeReport, nameReport } from './name-report.ts';
import { narrative } from './narrative.ts';
import { repairsByCell } from './repairs.ts';
import { countBadges } from './show-words.ts';
import type { ExaminedReport } from './upload.ts';

const formatNames: Readonly<Record<ReportFormat, string>> = {
  docx: 'DOCX',
  pdf: 'PDF',
  xlsx: 'XLSX',
  html: '网页',
  csv: 'CSV',
  json: 'JSON',
  md: 'Markdown',
};

const legend = (used: ReadonlySet<string>): Markup =>
  html`<ul class="legend statuses">
    ${cellStatuses
      .filter((status) => used.has(status) && status !== 'printed')
      .map(
        (status) =>
          html`<li><span class="swatch ${status}" aria-hidden="true"></span><b>${statusWords[status].name}</b>：${statusWords[status].meaning}</li>`,
      )}
  </ul>`;

const facts = ({ report, file }: ExaminedReport): Markup => {
  const forms = new Set(Object.values(report.tables).map(({ form }) => form));
  const form =
    report.form === null
      ? '没有法定表格'
      : `${report.form} 年格式${forms.size > 1 ? '（新旧格式混用）' : ''}`;
  const entries = [
    ['表格', form],
    ['公布日期', report.published ?? '没有找到'],
    ['文件', file.name],
  ];
  return html`<dl class="facts compact">${entries.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
};

const downloads = (base: string): Markup =>
  html`<div class="downloads">
    <p><span>报告下载为</span>
      ${reportFormats.map((format) => html`<a class="button quiet" href="${base}/report.${format}" download>${formatNames[format]}</a> `)}</p>
    <p><span>发现下载为</span>
      ${findingFormats.map((format) => html`<a class="button quiet" href="${base}/findings.${format}" download>${formatNames[format]}</a> `)}</p>
  </div>`;

const tables = (base: string, report: Report, numbered: readonly NumberedFinding[]): Markup => {
  const byCell = new Map<CellId, { readonly number: number; readonly severity: string }[]>();
  for (const { number, finding } of numbered)
    for (const cell of finding.cells)
      byCell.set(cell, [...(byCell.get(cell) ?? []), { number, severity: finding.severity }]);
  const repairs = repairsByCell(numbered.map(({ finding }) => finding));
  const forms = Object.fromEntries(
    Object.entries(report.tables).flatMap(([table, { found, form }]) => (found ? [[table, form]] : [])),
  ) as Partial<Record<TableId, FormId>>;
  const printed = printedTables(forms);
  if (printed.length === 0) return html`<p class="empty">文件里没有法定表格。</p>`;
  return html`<p class="hint">点一个数字，看它的原文和出处；用方向键在数字之间移动。</p>
    ${legend(new Set(Array.from(report.cells.values(), ({ status }) => status as string)))}
    ${printed.map((table) =>
      formTable(table, {
        cellUrl: (cell) => `${base}/cells/${cell}`,
        cellOf: (cell) => report.cells.get(cell),
        repairOf: (cell) => repairs.get(cell),
        findingsOf: (cell) => byCell.get(cell) ?? [],
      }),
    )}`;
};

const problemList = ({ problems }: Report, file: ExaminedReport['file']): Markup | string => {
  const all = [...file.problems, ...problems.filter((one) => !file.problems.includes(one))];
  if (all.length === 0) return '';
  return html`<section class="severity problem" aria-labelledby="problems-heading">
    <h3 id="problems-heading">读取时的问题 <span class="total">${all.length}</span></h3>
    <ul class="problems">${all.slice(0, 200).map(({ code, message }) => html`<li>${message} <code>${code}</code></li>`)}</ul>
  </section>`;
};

/** One report: what was found, its tables as printed, its text, and what it can be taken away as. */
export const reportPage = ({ id, upload, index, examined, expires }: FoundReport): Page => {
  const { report } = examined;
  const base = `/check/${id}/${index + 1}`;
  const numbered = numberFindings(examined.findings);
  return {
    title: nameReport(examined),
    width: 'wide',
    scripts: ['result.js'],
    breadcrumb: uploadCrumbs(id, upload),
    body: html`<h1 class="report-title">${describeReport(examined)}</h1>
      <p class="summary">${countBadges(examined.findings)}</p>
      ${facts(examined)}
      ${downloads(base)}
      <div class="workbench">
        <section class="findings-panel" aria-labelledby="findings-heading" tabindex="0">
          <h2 id="findings-heading">检查发现</h2>
          ${findingsList(numbered, {
            reportUrl: (other) => (other === index ? undefined : `/check/${id}/${other + 1}`),
            reportName: (other) => {
              const named = upload.reports[other];
              return named ? nameReport(named) : '';
            },
          })}
          ${problemList(report, examined.file)}
        </section>
        <div class="paper">
          <section class="tables" aria-labelledby="tables-heading">
            <h2 id="tables-heading">表格</h2>
            ${tables(base, report, numbered)}
          </section>
          <section class="narrative" aria-labelledby="narrative-heading">
            <h2 id="narrative-heading">正文</h2>
            ${narrative(report, numbered, index)}
          </section>
        </div>
      </div>
      ${expiry(id, expires)}
      <dialog id="cell-dialog" aria-label="单元格的出处"></dialog>`,
  };
};

import {
  type CellId,
  cellStatuses,
  type FormId,
  printedTables,
  reportFormats,
  type TableId,
} from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Markup, Page } from '../portal/index.ts';
import { findingsList, numberFindings } from './findings-list.ts';
import { formTable } from './form-table.ts';
import { narrative } from './narrative.ts';
import { expiry, nameReport } from './result-page.ts';
import { severityWords, statusWords } from './status-words.ts';
import type { ExaminedReport, Upload } from './upload.ts';

const formatNames: Readonly<Record<string, string>> = {
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
      .filter((status) => used.has(status))
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
    ['机关', report.agency ?? '没有找到'],
    ['报告年度', report.year === null ? '没有找到' : `${report.year} 年`],
    ['表格', form],
    ['公布日期', report.published ?? '没有找到'],
    ['文件', file.name],
  ];
  return html`<dl class="facts compact">${entries.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
};

const summary = ({ findings }: ExaminedReport): Markup => {
  const parts = (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const { name, sign } = severityWords[severity];
    return count === 0
      ? []
      : [html`<a class="count ${severity}" href="#severity-${severity}">${sign} ${name} ${count}</a> `];
  });
  return parts.length === 0 ? html`<span class="count clean">没有发现问题</span>` : html`${parts}`;
};

/** One report: its tables as printed, what was found, its text, and what it can be taken away as. */
export const reportPage = (id: string, upload: Upload, index: number, expires: Date): Page => {
  const examined = upload.reports[index] as ExaminedReport;
  const { report } = examined;
  const base = `/check/${id}/${index + 1}`;
  const numbered = numberFindings(examined.findings);
  const byCell = new Map<CellId, { readonly number: number; readonly severity: string }[]>();
  for (const { number, finding } of numbered)
    for (const cell of finding.cells)
      byCell.set(cell, [...(byCell.get(cell) ?? []), { number, severity: finding.severity }]);
  const found = Object.entries(report.tables).filter(([, { found: there }]) => there);
  const forms = Object.fromEntries(found.map(([table, { form }]) => [table, form])) as Partial<
    Record<TableId, FormId>
  >;
  const used = new Set(Array.from(report.cells.values(), ({ status }) => status as string));
  const problems = report.problems;
  return {
    title: nameReport(examined),
    current: 'check',
    wide: true,
    scripts: ['result.js'],
    body: html`
      ${upload.reports.length > 1 ? html`<p class="crumbs"><a href="/check/${id}">全部 ${upload.reports.length} 份报告</a></p>` : ''}
      <h1 class="report-title">${nameReport(examined)}政府信息公开工作年度报告</h1>
      <p class="summary">${summary(examined)}</p>
      ${facts(examined)}
      <p class="downloads"><span>下载为</span>
        ${reportFormats.map((format) => html`<a class="button quiet" href="${base}/report.${format}" download>${formatNames[format] ?? format}</a> `)}
      </p>
      <div class="workbench">
        <section class="tables" aria-labelledby="tables-heading">
          <h2 id="tables-heading">表格</h2>
          ${
            found.length === 0
              ? html`<p class="empty">文件里没有法定表格。</p>`
              : html`<p class="hint">点一个数字，看它的原文和出处。</p>${legend(used)}`
          }
          ${printedTables(forms).map((table) =>
            formTable(table, {
              cellUrl: (cell) => `${base}/cells/${cell}`,
              cellOf: (cell) => report.cells.get(cell),
              findingsOf: (cell) => byCell.get(cell) ?? [],
            }),
          )}
        </section>
        <section class="findings-panel" aria-labelledby="findings-heading">
          <h2 id="findings-heading">检查发现</h2>
          ${findingsList(numbered, {
            reportUrl: (other) => (other === index ? undefined : `/check/${id}/${other + 1}`),
            reportName: (other) => {
              const named = upload.reports[other];
              return named ? nameReport(named) : '';
            },
          })}
          ${
            problems.length === 0
              ? ''
              : html`<section class="severity problem" aria-labelledby="problems-heading">
                  <h3 id="problems-heading">读取时的问题 <span class="total">${problems.length}</span></h3>
                  <ul class="problems">${problems.map(({ code, message }) => html`<li>${message} <code>${code}</code></li>`)}</ul>
                </section>`
          }
        </section>
      </div>
      <section class="narrative" aria-labelledby="narrative-heading">
        <h2 id="narrative-heading">正文</h2>
        ${narrative(report, numbered)}
      </section>
      ${expiry(id, expires)}
      <dialog id="cell-dialog" aria-label="单元格的出处"></dialog>`,
  };
};

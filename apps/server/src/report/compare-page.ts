import {
  type Cell,
  compareReports,
  nameCell,
  type ParagraphComparison,
  type ReportComparison,
} from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Markup, Page } from '../portal/index.ts';
import { nameReport } from './result-page.ts';
import { showValue, statusWords } from './status-words.ts';
import type { ExaminedReport, Upload } from './upload.ts';

const shown = (cell: Cell | null): Markup | string => {
  if (cell === null) return html`<span class="none">没有这一格</span>`;
  if (cell.value !== null) return showValue(cell);
  return cell.raw || html`<span class="none">${statusWords[cell.status].name}</span>`;
};

const change = (difference: string | null): string => {
  if (difference === null || difference === '0') return '';
  return difference.startsWith('-')
    ? `−${showValue({ value: difference.slice(1) })}`
    : `+${showValue({ value: difference })}`;
};

const rows = (cells: ReportComparison['cells']): Markup =>
  html`${cells.map(
    ({ cell, kind, left, right, difference }) =>
      html`<tr class="${kind === 'same' ? 'same' : 'different'}"><th scope="row">${nameCell(cell)}</th><td class="figure">${shown(left)}</td><td class="figure">${shown(right)}</td><td class="figure">${change(difference)}</td></tr>`,
  )}`;

const cellTable = (
  caption: string,
  names: readonly [string, string],
  cells: ReportComparison['cells'],
): Markup =>
  html`<div class="frame" tabindex="0" role="region" aria-label="${caption}"><table class="list comparison">
    <caption>${caption}</caption>
    <thead><tr><th scope="col">单元格</th><th scope="col">${names[0]}</th><th scope="col">${names[1]}</th><th scope="col">增减</th></tr></thead>
    <tbody>${rows(cells)}</tbody>
  </table></div>`;

const sides = (row: ParagraphComparison): readonly [Markup | string, Markup | string] => {
  switch (row.kind) {
    case 'same':
      return [row.left.text, row.right.text];
    case 'onlyLeft':
      return [html`<del>${row.left.text}</del>`, ''];
    case 'onlyRight':
      return ['', html`<ins>${row.right.text}</ins>`];
    case 'changed':
      return [
        html`${row.pieces.map((piece) => (piece.kind === 'same' ? piece.text : piece.left === '' ? '' : html`<del>${piece.left}</del>`))}`,
        html`${row.pieces.map((piece) => (piece.kind === 'same' ? piece.text : piece.right === '' ? '' : html`<ins>${piece.right}</ins>`))}`,
      ];
  }
};

/** Two reports of an upload side by side: figures first, those that differ on top, then the text. */
export const comparePage = (id: string, upload: Upload, a: number, b: number): Page => {
  const left = upload.reports[a] as ExaminedReport;
  const right = upload.reports[b] as ExaminedReport;
  const comparison = compareReports(left.report, right.report);
  const { same, different, onlyLeft, onlyRight } = comparison.counts;
  const names: readonly [string, string] = [nameReport(left), nameReport(right)];
  const differing = comparison.cells.filter(({ kind }) => kind !== 'same');
  const equal = comparison.cells.filter(({ kind }) => kind === 'same');
  return {
    title: '比较两份报告',
    current: 'check',
    wide: true,
    body: html`<p class="crumbs"><a href="/check/${id}">全部 ${upload.reports.length} 份报告</a></p>
      <h1>比较两份报告</h1>
      <p class="lead"><a href="/check/${id}/${a + 1}">${names[0]}</a> 与 <a href="/check/${id}/${b + 1}">${names[1]}</a></p>
      <section aria-labelledby="figures-heading">
        <h2 id="figures-heading">数字</h2>
        <p>相同 ${same} 格，不同 ${different} 格，只在前者 ${onlyLeft} 格，只在后者 ${onlyRight} 格。</p>
        ${differing.length === 0 ? html`<p class="empty clean">数字完全相同。</p>` : cellTable('不同的数字', names, differing)}
        ${equal.length === 0 ? '' : html`<details><summary>相同的 ${equal.length} 格</summary>${cellTable('相同的数字', names, equal)}</details>`}
      </section>
      <section aria-labelledby="text-heading">
        <h2 id="text-heading">正文</h2>
        ${comparison.sections.map(({ section, titles, likeness, paragraphs }) => {
          const title = titles[0] ?? titles[1] ?? '正文之前';
          return html`<div class="frame" tabindex="0" role="region" aria-label="${title}"><table class="list texts" id="text-${section}">
            <caption>${title}：相同 ${Math.round(likeness * 100)}%</caption>
            <thead><tr><th scope="col">${names[0]}</th><th scope="col">${names[1]}</th></tr></thead>
            <tbody>${paragraphs.map((row) => {
              const [ours, theirs] = sides(row);
              return html`<tr class="${row.kind}"><td>${ours}</td><td>${theirs}</td></tr>`;
            })}</tbody>
          </table></div>`;
        })}
      </section>`,
  };
};

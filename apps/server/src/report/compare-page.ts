import {
  type Cell,
  nameCell,
  type ParagraphComparison,
  type ReportComparison,
  statusWords,
} from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Markup, Page } from '../portal/index.ts';
import { uploadCrumbs } from './crumbs.ts';
import { nameReport } from './name-report.ts';
import { showValue } from './show-words.ts';
import type { ExaminedReport, Upload } from './upload.ts';

type Names = readonly [left: string, right: string];

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

const cellTable = (caption: string, names: Names, cells: ReportComparison['cells']): Markup =>
  html`<table class="list comparison">
    <caption>${caption}</caption>
    <thead><tr><th scope="col">单元格</th><th scope="col">${names[0]}</th><th scope="col">${names[1]}</th><th scope="col">增减</th></tr></thead>
    <tbody>${cells.map(
      ({ cell, left, right, difference }) =>
        html`<tr><th scope="row">${nameCell(cell)}</th><td class="figure" data-head="${names[0]}">${shown(left)}</td><td class="figure" data-head="${names[1]}">${shown(right)}</td><td class="figure" data-head="增减">${change(difference)}</td></tr>`,
    )}</tbody>
  </table>`;

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

/** Paragraphs that follow one another and are the same, or one that isn't. */
const runsOf = (rows: readonly ParagraphComparison[]): readonly (readonly ParagraphComparison[])[] => {
  const runs: ParagraphComparison[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (row.kind === 'same' && last?.[0]?.kind === 'same') last.push(row);
    else runs.push([row]);
  }
  return runs;
};

/** What both have word for word is folded away: who compares looks for what differs. */
const textRows = (rows: readonly ParagraphComparison[], names: Names): Markup =>
  html`${runsOf(rows).map((run) => {
    const [first] = run;
    if (!first) return '';
    if (first.kind === 'same')
      return html`<tr class="same"><td colspan="2"><details><summary>相同的 ${run.length} 段：${run[0]?.kind === 'same' ? run[0].left.text.slice(0, 24) : ''}…</summary>${run.map((row) => html`<p>${sides(row)[0]}</p>`)}</details></td></tr>`;
    const [ours, theirs] = sides(first);
    return html`<tr class="${first.kind}"><td data-head="${names[0]}">${ours}</td><td data-head="${names[1]}">${theirs}</td></tr>`;
  })}`;

const texts = (
  { section, titles, likeness, paragraphs }: ReportComparison['sections'][number],
  names: Names,
): Markup => {
  const title = titles[0] ?? titles[1] ?? '正文之前';
  const heading = html`<h3>${title} <span class="total">相同 ${Math.round(likeness * 100)}%</span></h3>`;
  if (paragraphs.length === 0) return html`${heading}<p class="hint">两份都没有文字。</p>`;
  return html`${heading}
    <table class="list texts" id="text-${section}">
      <caption class="hidden-caption">${title}</caption>
      <thead><tr><th scope="col">${names[0]}</th><th scope="col">${names[1]}</th></tr></thead>
      <tbody>${textRows(paragraphs, names)}</tbody>
    </table>`;
};

/** Two reports of an upload side by side: figures first, those that differ on top, then the text. */
export const comparePage = (
  id: string,
  upload: Upload,
  [a, b]: readonly [number, number],
  comparison: ReportComparison,
): Page => {
  const names: Names = [
    nameReport(upload.reports[a] as ExaminedReport),
    nameReport(upload.reports[b] as ExaminedReport),
  ];
  const { same, different, onlyLeft, onlyRight } = comparison.counts;
  const differing = comparison.cells.filter(({ kind }) => kind !== 'same');
  const equal = comparison.cells.filter(({ kind }) => kind === 'same');
  return {
    title: '比较两份报告',
    width: 'wide',
    breadcrumb: uploadCrumbs(id, upload),
    body: html`<h1>比较两份报告</h1>
      <p class="lead"><a href="/check/${id}/${a + 1}">${names[0]}</a> 与 <a href="/check/${id}/${b + 1}">${names[1]}</a></p>
      <section aria-labelledby="figures-heading">
        <h2 id="figures-heading">数字</h2>
        <p>相同 ${same} 格，不同 ${different} 格${onlyLeft > 0 ? `，只在前者 ${onlyLeft} 格` : ''}${onlyRight > 0 ? `，只在后者 ${onlyRight} 格` : ''}。</p>
        ${differing.length === 0 ? html`<p class="empty clean">✔ 数字完全相同。</p>` : cellTable('不同的数字', names, differing)}
        ${equal.length === 0 ? '' : html`<details><summary>相同的 ${equal.length} 格</summary>${cellTable('相同的数字', names, equal)}</details>`}
      </section>
      <section aria-labelledby="text-heading">
        <h2 id="text-heading">正文</h2>
        <p class="hint"><del>删去的字</del>只在前者，<ins>增加的字</ins>只在后者；相同的段落已折叠。</p>
        ${comparison.sections.map((section) => texts(section, names))}
      </section>`,
  };
};

import { type CellId, type Column, findCell, nameCell, type Place } from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Markup, Page } from '../portal/index.ts';
import { numberFindings } from './findings-list.ts';
import { cellAnchor } from './form-table.ts';
import { nameReport } from './result-page.ts';
import { showValue, statusWords } from './status-words.ts';
import type { ExaminedReport } from './upload.ts';

/** A place in words, as one would tell a colleague where to look. */
export const describePlace = (place: Place): string => {
  switch (place.kind) {
    case 'page':
      return `第 ${place.page} 页`;
    case 'table':
      return `${place.sheet ? `工作表“${place.sheet}”` : `第 ${place.table} 个表格`}第 ${place.row} 行第 ${place.column} 列`;
    case 'paragraph':
      return `第 ${place.paragraph} 段`;
    case 'line':
      return `第 ${place.line} 行，第 ${place.start} 到 ${place.end} 个字`;
  }
};

const pagePicture = (base: string, place: Extract<Place, { kind: 'page' }>): Markup =>
  html`<figure class="page-picture">
    <a href="${base}/pages/${place.page}?box=${place.box.map((edge) => edge.toFixed(1)).join(',')}">
      <img src="${base}/pages/${place.page}.png?box=${place.box.map((edge) => edge.toFixed(1)).join(',')}" alt="第 ${place.page} 页，数字所在的位置已框出">
    </a>
    <figcaption>原文第 ${place.page} 页，框内是这个数字。点图看整页。</figcaption>
  </figure>`;

/** Where one figure comes from. The page of the report shows the same in a window beside the table. */
export const cellPage = (id: string, index: number, examined: ExaminedReport, cell: CellId): Page => {
  const base = `/check/${id}/${index + 1}`;
  const found = examined.report.cells.get(cell);
  const place = found?.place ?? null;
  const column: Column | undefined = findCell(cell)?.column;
  const findings = numberFindings(examined.findings).filter(({ finding }) => finding.cells.includes(cell));
  const entries: readonly (readonly [string, Markup | string])[] = found
    ? [
        ['读作', found.value === null ? '没有数字' : showValue(found)],
        ['原文', found.raw === '' ? '（空）' : html`<code>${found.raw}</code>`],
        ...(found.remark ? [['备注', found.remark] as const] : []),
        ['取得方式', html`<b>${statusWords[found.status].name}</b>：${statusWords[found.status].meaning}`],
        ['位置', place ? describePlace(place) : '文件里没有'],
        ['单位', found.unit ?? `${column?.unit ?? ''}（表格规定）`],
      ]
    : [];
  return {
    title: nameCell(cell),
    current: 'check',
    body: html`<p class="crumbs"><a href="${base}#${cellAnchor(cell)}">${nameReport(examined)}</a></p>
      <div id="cell-detail">
        <h1>${nameCell(cell)}</h1>
        <dl class="facts compact">${entries.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
        ${findings.map(
          ({ number, finding }) =>
            html`<p class="message ${finding.severity}"><a href="${base}#finding-${number}"><span class="number">${number}</span></a>${finding.message}</p>`,
        )}
        ${place?.kind === 'page' && examined.file.bytes ? pagePicture(base, place) : ''}
      </div>`,
  };
};

/** A whole page of the PDF with a box around the figure. */
export const pdfPage = (
  id: string,
  index: number,
  examined: ExaminedReport,
  page: number,
  box: string | undefined,
): Page => ({
  title: `第 ${page} 页`,
  current: 'check',
  wide: true,
  body: html`<p class="crumbs"><a href="/check/${id}/${index + 1}">${nameReport(examined)}</a></p>
    <h1>第 ${page} 页</h1>
    <p class="hint">${examined.file.name}</p>
    <img class="whole-page" src="/check/${id}/${index + 1}/pages/${page}.png${box ? `?whole=1&box=${box}` : '?whole=1'}" alt="报告第 ${page} 页${box ? '，数字所在的位置已框出' : ''}">`,
});

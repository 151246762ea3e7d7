import { type CellId, findCell, nameCell, type Place, statusWords } from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Markup, Page } from '../portal/index.ts';
import type { FoundReport } from './answers.ts';
import { reportCrumbs } from './crumbs.ts';
import { numberFindings } from './findings-list.ts';
import { cellAnchor } from './form-table.ts';
import { repairsByCell, splitMessage } from './repairs.ts';
import { showValue } from './show-words.ts';

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

const pagePicture = (base: string, { page, box }: Extract<Place, { kind: 'page' }>): Markup => {
  const query = `box=${box.map((edge) => edge.toFixed(1)).join(',')}`;
  return html`<figure class="page-picture">
    <a href="${base}/pages/${page}?${query}">
      <img src="${base}/pages/${page}.png?${query}" alt="第 ${page} 页，数字所在的位置已框出">
    </a>
    <figcaption>原文第 ${page} 页，框内是这个数字。点图看整页。</figcaption>
  </figure>`;
};

/** Where one figure comes from. The page of the report shows the same in a window beside the table. */
export const cellPage = (asked: FoundReport, cell: CellId): Page => {
  const { id, index, examined } = asked;
  const base = `/check/${id}/${index + 1}`;
  const found = examined.report.cells.get(cell);
  const place = found?.place ?? null;
  const findings = numberFindings(examined.findings).filter(({ finding }) => finding.cells.includes(cell));
  const repair = repairsByCell(examined.findings).get(cell);
  const entries: readonly (readonly [string, Markup | string])[] = found
    ? [
        ['读作', found.value === null ? '没有数字' : html`<b class="reading">${showValue(found)}</b>`],
        ...(repair === undefined
          ? []
          : [['建议', html`<b class="fix">应为 ${showValue({ value: repair })}</b>`] as const]),
        ['原文', found.raw === '' ? '（空）' : html`<code>${found.raw}</code>`],
        ...(found.remark ? [['备注', found.remark] as const] : []),
        ['取得方式', html`<b>${statusWords[found.status].name}</b>：${statusWords[found.status].meaning}`],
        ['位置', place ? describePlace(place) : '文件里没有'],
        ['单位', found.unit ?? `${findCell(cell)?.column.unit ?? ''}（表格规定）`],
      ]
    : [['读作', '这份报告的表格里没有这一格']];
  return {
    title: nameCell(cell),
    breadcrumb: reportCrumbs(asked, cellAnchor(cell)),
    body: html`<div id="cell-detail">
        <h1>${nameCell(cell)}</h1>
        <dl class="facts compact">${entries.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
        ${findings
          .slice(0, 10)
          .map(
            ({ number, finding }) =>
              html`<p class="message ${finding.severity}"><a class="number" href="${base}#finding-${number}" aria-label="发现 ${number}">${number}</a>${splitMessage(finding).message}</p>`,
          )}
        ${place?.kind === 'page' && examined.file.bytes ? pagePicture(base, place) : ''}
      </div>`,
  };
};

import type { Place } from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Markup, Page } from '../portal/index.ts';
import type { FoundReport } from './answers.ts';
import { reportCrumbs } from './crumbs.ts';
import type { ExaminedReport } from './upload.ts';

/** The last page from which something of the report was read. */
export const lastPage = ({ report }: ExaminedReport): number => {
  const places: readonly (Place | null)[] = [
    ...Array.from(report.cells.values(), ({ place }) => place),
    ...[...report.preamble, ...report.sections.flatMap(({ paragraphs }) => paragraphs)].map(
      ({ place }) => place,
    ),
  ];
  return places.reduce((last, place) => (place?.kind === 'page' ? Math.max(last, place.page) : last), 0);
};

/** A whole page of the PDF, with a box around the figure that is asked for. */
export const pdfPage = (asked: FoundReport, page: number, box: string | undefined): Page => {
  const { id, index, examined } = asked;
  const base = `/check/${id}/${index + 1}`;
  const last = lastPage(examined);
  const turn = (to: number, words: string): Markup | string =>
    to < 1 || to > last ? '' : html`<a class="button quiet" href="${base}/pages/${to}">${words}</a> `;
  return {
    title: `第 ${page} 页`,
    width: 'wide',
    breadcrumb: reportCrumbs(asked),
    body: html`<h1>原文第 ${page} 页</h1>
      <p class="hint file-name">${examined.file.name}</p>
      <p>${turn(page - 1, '上一页')}${turn(page + 1, '下一页')}</p>
      <img class="whole-page" src="${base}/pages/${page}.png?whole=1${box ? `&box=${box}` : ''}" alt="报告第 ${page} 页${box ? '，数字所在的位置已框出' : ''}">`,
  };
};

import { severities, severityWords } from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Markup, Page } from '../portal/index.ts';
import { checkCrumb } from './crumbs.ts';
import { expiry } from './expiry.ts';
import { parentForm } from './family-page.ts';
import { nameReport } from './name-report.ts';
import {
  type Filter,
  filterReports,
  filters,
  type ListedReport,
  listedReports,
  type Order,
  orderReports,
  orders,
} from './order-reports.ts';
import { severitySigns, showValue } from './show-words.ts';
import { type ExaminedReport, type Upload, unreadFiles } from './upload.ts';
import { yearsChart } from './years-chart.ts';

export interface ResultView {
  readonly filter: Filter;
  readonly order: Order;
}

/** Anything else than what is offered means the default. */
export const viewOf = (filter: string | undefined, order: string | undefined): ResultView => ({
  filter: filters.find((name) => name === filter) ?? 'all',
  order: orders.find((name) => name === order) ?? 'worst',
});

const filterNames: Readonly<Record<Filter, string>> = {
  all: '全部',
  errors: '有错误',
  warnings: '只有警告',
  clean: '没有错误和警告',
};

const orderNames: Readonly<Record<Order, string>> = {
  worst: '问题多的在前',
  file: '上传的顺序',
  name: '机关名称',
};

const link = (id: string, { filter, order }: ResultView, words: string, current: boolean): Markup =>
  html`<a href="/check/${id}?show=${filter}&amp;order=${order}" aria-current="${current ? 'true' : 'false'}">${words}</a>`;

const choices = (id: string, all: readonly ListedReport[], view: ResultView): Markup =>
  html`<div class="list-tools">
    <ul class="tabs" aria-label="显示哪些报告">${filters.map(
      (filter) =>
        html`<li>${link(id, { ...view, filter }, `${filterNames[filter]} ${filterReports(all, filter).length}`, filter === view.filter)}</li>`,
    )}</ul>
    <ul class="orders" aria-label="排列顺序">${orders.map(
      (order) => html`<li>${link(id, { ...view, order }, orderNames[order], order === view.order)}</li>`,
    )}</ul>
  </div>`;

const row = (id: string, { index, examined, counts }: ListedReport): Markup =>
  html`<tr>
    <th scope="row"><a href="/check/${id}/${index + 1}">${nameReport(examined)}</a></th>
    ${severities.map((severity) =>
      counts[severity] === 0
        ? html`<td class="figure zero" data-head="${severityWords[severity].name}">0</td>`
        : html`<td class="figure ${severity}" data-head="${severityWords[severity].name}"><a href="/check/${id}/${index + 1}#severity-${severity}">${counts[severity]}</a></td>`,
    )}
    <td class="form-name" data-head="表格">${examined.report.form ? `${examined.report.form} 年格式` : '没有表格'}</td>
    <td class="file-name" data-head="文件">${examined.file.name}</td>
  </tr>`;

const list = (id: string, upload: Upload, view: ResultView): Markup => {
  const all = listedReports(upload);
  const shown = orderReports(filterReports(all, view.filter), view.order);
  return html`${all.length > 1 ? choices(id, all, view) : ''}
    ${
      shown.length === 0
        ? html`<p class="empty">没有这样的报告。</p>`
        : html`<table class="list reports">
          <caption class="hidden-caption">读出的报告，${orderNames[view.order]}</caption>
          <thead><tr><th scope="col">报告</th>${severities.map(
            (severity) =>
              html`<th scope="col" class="figure">${severitySigns[severity]} ${severityWords[severity].name}</th>`,
          )}<th scope="col">表格</th><th scope="col">文件</th></tr></thead>
          <tbody>${shown.map((listed) => row(id, listed))}</tbody>
        </table>`
    }`;
};

const failedFiles = (upload: Upload): Markup | string => {
  const failed = unreadFiles(upload);
  if (failed.length === 0) return '';
  return html`<section aria-labelledby="failed-heading">
    <h2 id="failed-heading">有问题的文件 <span class="total">${failed.length}</span></h2>
    <ul class="failed">
      ${failed.map(
        ({ name, problems }) =>
          html`<li><span class="file-name">${name}</span>${problems.map(({ code, message }) => html`<p>${message} <code>${code}</code></p>`)}</li>`,
      )}
    </ul>
  </section>`;
};

const compareForm = (id: string, upload: Upload): Markup | string =>
  upload.reports.length < 2
    ? ''
    : html`<form class="pick-form" method="get" action="/check/${id}/compare">
        <h2>比较两份报告</h2>
        ${(['a', 'b'] as const).map(
          (side, position) =>
            html`<label><span>${position === 0 ? '第一份' : '第二份'}</span>
              <select name="${side}">
                ${upload.reports.map((examined, index) => {
                  const words = `${nameReport(examined)}（${examined.file.name}）`;
                  return index === position
                    ? html`<option value="${index + 1}" selected>${words}</option>`
                    : html`<option value="${index + 1}">${words}</option>`;
                })}
              </select></label>`,
        )}
        <button class="button" type="submit">比较</button>
      </form>`;

const summary = (upload: Upload): string => {
  const reports = listedReports(upload);
  const read = `${upload.files.length} 个文件，读出 ${upload.reports.length} 份报告`;
  if (reports.length === 0) return `${read}。`;
  const wrong = filterReports(reports, 'errors').length;
  const total = reports.reduce((sum, { counts }) => sum + counts.error, 0);
  return wrong === 0
    ? `${read}，都没有发现错误。`
    : `${read}，其中 ${wrong} 份有错误，共 ${showValue({ value: String(total) })} 个。`;
};

/** All reports of an upload. */
export const resultPage = (id: string, upload: Upload, expires: Date, view: ResultView): Page => ({
  title: '体检结果',
  breadcrumb: [checkCrumb],
  width: 'wide',
  body: html`<h1>体检结果</h1>
    <p class="lead">${summary(upload)}</p>
    ${upload.seriesFailed ? html`<p class="alert">年度之间的衔接没有检查完，服务器可能太忙。请过一会儿重新上传再试。</p>` : ''}
    ${
      upload.reports.length === 0
        ? html`<p class="empty">没有读出年度报告。原因见下；可以<a href="/check">换一个文件再试</a>。</p>`
        : html`<p class="downloads"><span>全部发现下载为</span>
            <a class="button quiet" href="/check/${id}/findings.xlsx" download>XLSX</a>
            <a class="button quiet" href="/check/${id}/findings.csv" download>CSV</a></p>
          ${list(id, upload, view)}`
    }
    ${failedFiles(upload)}
    ${upload.series.map((series, at) =>
      yearsChart(
        id,
        at + 1,
        series.map((index) => ({ index, examined: upload.reports[index] as ExaminedReport })),
      ),
    )}
    ${parentForm(id, upload)}
    ${compareForm(id, upload)}
    ${expiry(id, expires)}`,
});

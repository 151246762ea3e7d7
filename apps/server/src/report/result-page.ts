import { html } from 'hono/html';
import type { Markup, Page } from '../portal/index.ts';
import { severityWords } from './status-words.ts';
import type { ExaminedReport, Upload } from './upload.ts';
import { yearsChart } from './years-chart.ts';

/** How results are named at the top of a list. */
export const nameReport = ({ report }: ExaminedReport): string =>
  `${report.agency ?? '机关不明'} ${report.year ?? '年度不明'}${report.year === null ? '' : ' 年'}`;

const counts = ({ findings }: ExaminedReport): Markup => {
  const count = (severity: 'error' | 'warning' | 'notice'): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const shown = (['error', 'warning', 'notice'] as const).filter((severity) => count(severity) > 0);
  if (shown.length === 0) return html`<span class="count clean">没有发现问题</span>`;
  return html`${shown.map(
    (severity) =>
      html`<span class="count ${severity}">${severityWords[severity].sign} ${severityWords[severity].name} ${count(severity)}</span> `,
  )}`;
};

/** When the result goes, and a button that lets it go at once. */
export const expiry = (id: string, expires: Date): Markup => {
  const time = expires.toLocaleTimeString('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: 'Asia/Shanghai',
  });
  return html`<form class="expiry" method="post" action="/check/${id}/delete">
    <p>结果保存到 ${time}（北京时间），之后连同文件一起删除。</p>
    <button class="button quiet" type="submit">现在删除</button>
  </form>`;
};

/** While files are being read: how far it is. The page loads itself anew; the script does it without a flicker. */
export const progressPage = (id: string, upload: Upload): Page => {
  const done = upload.files.filter(({ state }) => state === 'done').length;
  return {
    title: '正在读取',
    current: 'check',
    refresh: 2,
    scripts: ['progress.js'],
    body: html`<h1>正在读取</h1>
      <div id="progress" data-id="${id}" role="status" aria-live="polite">
        <p class="lead">已读 ${done} 个，共 ${upload.files.length} 个文件。</p>
        <progress max="${Math.max(1, upload.files.length)}" value="${done}" aria-label="读取进度"></progress>
      </div>
      <ul class="file-states">
        ${upload.files.map(
          ({ name, state, problems }) =>
            html`<li class="${state}"><span class="file-name">${name}</span><span class="file-state">${state === 'waiting' ? '等待' : problems.length > 0 ? '有问题' : '已读'}</span></li>`,
        )}
      </ul>`,
  };
};

const failedFiles = (upload: Upload): Markup | string => {
  const failed = upload.files.filter(
    ({ name, problems }) => problems.length > 0 && !upload.reports.some(({ file }) => file.name === name),
  );
  if (failed.length === 0) return '';
  return html`<section aria-labelledby="failed-heading">
    <h2 id="failed-heading">读不出来的文件</h2>
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
    : html`<form class="compare-form" method="get" action="/check/${id}/compare">
        <h2>比较两份报告</h2>
        ${(['a', 'b'] as const).map(
          (side, position) =>
            html`<label>${position === 0 ? '第一份' : '第二份'}
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

/** All reports of an upload. */
export const resultPage = (id: string, upload: Upload, expires: Date): Page => ({
  title: '体检结果',
  current: 'check',
  wide: true,
  body: html`<h1>体检结果</h1>
    <p class="lead">${upload.files.length} 个文件，读出 ${upload.reports.length} 份报告。</p>
    ${
      upload.reports.length === 0
        ? html`<p class="empty">没有读出年度报告。原因见下；可以<a href="/check">换一个文件再试</a>。</p>`
        : html`<div class="frame"><table class="list">
            <caption class="hidden-caption">读出的报告</caption>
            <thead><tr><th scope="col">报告</th><th scope="col">格式</th><th scope="col">文件</th><th scope="col">发现</th></tr></thead>
            <tbody>
              ${upload.reports.map(
                (examined, index) => html`<tr>
                  <th scope="row"><a href="/check/${id}/${index + 1}">${nameReport(examined)}</a></th>
                  <td>${examined.report.form ? `${examined.report.form} 年格式` : '没有表格'}</td>
                  <td class="file-name">${examined.file.name}</td>
                  <td>${counts(examined)}</td>
                </tr>`,
              )}
            </tbody>
          </table></div>`
    }
    ${failedFiles(upload)}
    ${upload.series.map((series) =>
      yearsChart(
        id,
        series.map((index) => ({ index, examined: upload.reports[index] as ExaminedReport })),
      ),
    )}
    ${compareForm(id, upload)}
    ${expiry(id, expires)}`,
});

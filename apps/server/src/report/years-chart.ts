import { type Decimal, severityWords } from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Markup } from '../portal/index.ts';
import { showValue } from './show-words.ts';
import type { ExaminedReport } from './upload.ts';
import { outcomes, type YearFigures, yearsOf } from './years-figures.ts';

interface Member {
  readonly index: number;
  readonly examined: ExaminedReport;
}

const chart = { width: 760, height: 320, left: 60, right: 12, top: 28, bottom: 36 };

/** Strokes on each colour, so that the parts are told apart without it; null = plain. */
const strokes: Readonly<Record<string, string | null>> = {
  disclosed: null,
  partial: 'M-1 7L7 -1',
  refused: 'M-1 -1L7 7M-1 7L7 -1',
  unavailable: 'M3 0V6',
  notProcessed: 'M0 3H6',
  otherHandling: 'M-1 -1L7 7',
};

const patterns = (key: string): Markup =>
  html`<defs>${outcomes.map(
    ({ id }) =>
      html`<pattern id="${key}-${id}" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="bar ${id}" width="6" height="6"></rect>${strokes[id] ? html`<path class="stroke" d="${strokes[id]}"></path>` : ''}</pattern>`,
  )}</defs>`;

/** A round number just above, for the axis: four steps of a round whole number each. */
const niceTop = (most: number): number => {
  const step = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(step));
  const factor =
    [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find(
      (candidate) => candidate * power >= step && Number.isInteger(candidate * power),
    ) ?? 10;
  return factor * power * 4;
};

const height = (value: Decimal | null): number => Number(value ?? 0);

const stackOf = ({ outcomes: parts }: YearFigures): number =>
  parts.reduce((total, part) => total + height(part), 0);

const grid = (top: number, y: (value: number) => number): Markup =>
  html`${[0, 1, 2, 3, 4]
    .map((step) => (top / 4) * step)
    .map(
      (tick) =>
        html`<line class="grid" x1="${chart.left}" x2="${chart.width - chart.right}" y1="${y(tick)}" y2="${y(tick)}"></line><text class="tick" x="${chart.left - 8}" y="${y(tick) + 4}" text-anchor="end">${showValue({ value: String(tick) })}</text>`,
    )}`;

interface Place {
  readonly middle: number;
  readonly bar: number;
  readonly y: (value: number) => number;
}

const receivedBar = ({ year, received }: YearFigures, { middle, bar, y }: Place): Markup | string => {
  if (received === null)
    return html`<text class="tick" x="${middle - 2 - bar / 2}" y="${y(0) - 6}" text-anchor="middle">缺</text>`;
  const edge = y(height(received));
  return html`<rect class="bar received" x="${middle - bar - 2}" y="${edge}" width="${bar}" height="${y(0) - edge}"><title>${year} 年新收 ${showValue({ value: received })} 件</title></rect><text class="value" x="${middle - 2 - bar / 2}" y="${edge - 6}" text-anchor="middle">${showValue({ value: received })}</text>`;
};

const outcomeBars = (key: string, entry: YearFigures, { middle, bar, y }: Place): Markup => {
  let base = 0;
  return html`${entry.outcomes.map((part, at) => {
    const outcome = outcomes[at];
    if (!outcome || part === null || part === '0') return '';
    const from = base;
    base += height(part);
    return html`<rect fill="url(#${key}-${outcome.id})" class="part" x="${middle + 2}" y="${y(base)}" width="${bar}" height="${y(from) - y(base)}"><title>${entry.year} 年${outcome.name} ${showValue({ value: part })} 件</title></rect>`;
  })}`;
};

const drawing = (key: string, years: readonly YearFigures[], label: string): Markup => {
  const top = niceTop(Math.max(1, ...years.map((entry) => Math.max(height(entry.received), stackOf(entry)))));
  const plotHeight = chart.height - chart.top - chart.bottom;
  const slot = (chart.width - chart.left - chart.right) / years.length;
  const bar = Math.min(48, slot * 0.34);
  const y = (value: number): number => chart.top + plotHeight * (1 - value / top);
  return html`<svg class="chart" viewBox="0 0 ${chart.width} ${chart.height}" role="img" aria-label="${label}">
    ${patterns(key)}${grid(top, y)}
    ${years.map((entry, index) => {
      const place = { middle: chart.left + slot * (index + 0.5), bar, y };
      return html`${receivedBar(entry, place)}${outcomeBars(key, entry, place)}<text class="tick" x="${place.middle}" y="${chart.height - 12}" text-anchor="middle">${entry.year} 年</text>`;
    })}
  </svg>`;
};

const legend = (key: string): Markup => html`<ul class="legend">
  <li><svg viewBox="0 0 16 12" aria-hidden="true"><rect class="bar received" width="16" height="12"></rect></svg>左：新收</li>
  ${outcomes.map(({ id, name }, at) => html`<li><svg viewBox="0 0 16 12" aria-hidden="true"><rect class="part" fill="url(#${key}-${id})" width="16" height="12"></rect></svg>${at === 0 ? '右：' : ''}${name}</li>`)}
</ul>`;

const number = (value: Decimal | null): Markup =>
  value === null
    ? html`<td class="figure none">没有数字</td>`
    : html`<td class="figure">${showValue({ value })}</td>`;

/** Several years of one agency: requests and outcomes as a chart, and the same numbers as a table under it. `at` counts the upload's series from 1. */
export const yearsChart = (id: string, at: number, members: readonly Member[]): Markup => {
  const years = yearsOf(members.map(({ examined }) => examined));
  const agency = members.at(-1)?.examined.report.agency ?? '';
  const key = `years-${at}`;
  return html`<section class="years" aria-labelledby="${key}">
    <h2 id="${key}">${agency}历年申请与办理结果</h2>
    ${drawing(key, years, `${agency}各年度新收申请数量（左）和办理结果（右），数字见下表`)}
    ${legend(key)}
    <section class="frame" tabindex="0" aria-label="各年度件数"><table class="list figures">
      <caption>各年度件数（总计）；一组中有空白的，不算作数字。</caption>
      <thead><tr><th scope="col">年度</th><th scope="col">新收</th>${outcomes.map(({ name }) => html`<th scope="col">${name}</th>`)}<th scope="col">${severityWords.error.name}</th></tr></thead>
      <tbody>
        ${years.map(
          (entry, position) =>
            html`<tr><th scope="row"><a href="/check/${id}/${(members[position]?.index ?? 0) + 1}">${entry.year}</a></th>${number(entry.received)}${entry.outcomes.map(number)}<td class="figure">${members[position]?.examined.findings.filter(({ severity }) => severity === 'error').length ?? 0}</td></tr>`,
        )}
      </tbody>
    </table></section>
    <p class="downloads"><span>表格下载为</span><a class="button quiet" href="/check/${id}/years-${at}.csv" download>CSV</a></p>
  </section>`;
};

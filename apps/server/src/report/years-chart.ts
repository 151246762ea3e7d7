import { type Decimal, nameCell, type Report } from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Markup } from '../portal/index.ts';
import { showValue } from './status-words.ts';
import type { ExaminedReport } from './upload.ts';

interface Member {
  readonly index: number;
  readonly examined: ExaminedReport;
}

/** What is drawn for each year: requests received, and how those concluded ended. */
const received = 'requests.received.total';

const outcomes = [
  { id: 'disclosed', name: '予以公开', rows: ['disclosed'] },
  { id: 'partial', name: '部分公开', rows: ['partial'] },
  {
    id: 'refused',
    name: '不予公开',
    rows: [
      'refused.stateSecret',
      'refused.prohibitedByLaw',
      'refused.security',
      'refused.thirdParty',
      'refused.internalAffairs',
      'refused.deliberative',
      'refused.enforcementFile',
      'refused.administrativeInquiry',
    ],
  },
  {
    id: 'unavailable',
    name: '无法提供',
    rows: ['unavailable.notHeld', 'unavailable.needsCreation', 'unavailable.stillUnclear'],
  },
  {
    id: 'notProcessed',
    name: '不予处理',
    rows: [
      'notProcessed.complaint',
      'notProcessed.duplicate',
      'notProcessed.publication',
      'notProcessed.excessive',
      'notProcessed.confirmation',
    ],
  },
  {
    id: 'otherHandling',
    name: '其他处理',
    rows: ['otherHandling', 'otherHandling.notCorrected', 'otherHandling.feeUnpaid', 'otherHandling.other'],
  },
] as const;

const figureOf = (report: Report, cell: string): Decimal | null => report.cells.get(cell)?.value ?? null;

/** The sum of the rows of a group that have a figure; null where none has. */
const groupOf = (report: Report, rows: readonly string[]): number | null => {
  const values = rows.flatMap((row) => figureOf(report, `requests.${row}.total`) ?? []);
  return values.length === 0 ? null : values.reduce((total, value) => total + Number(value), 0);
};

const chart = { width: 720, height: 300, left: 56, right: 12, top: 16, bottom: 32 };

/** A round number just above, for the axis: 1, 2 or 5 times a power of ten, times four steps. */
const niceTop = (most: number): number => {
  const step = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= step) ?? 10;
  return factor * power * 4;
};

interface YearBars {
  readonly year: number;
  readonly received: number | null;
  readonly parts: readonly (number | null)[];
}

const drawing = (years: readonly YearBars[], label: string): Markup => {
  const most = Math.max(
    1,
    ...years.map(({ received: all, parts }) =>
      Math.max(
        all ?? 0,
        parts.reduce<number>((sum, part) => sum + (part ?? 0), 0),
      ),
    ),
  );
  const top = niceTop(most);
  const plotHeight = chart.height - chart.top - chart.bottom;
  const slot = (chart.width - chart.left - chart.right) / years.length;
  const bar = Math.min(44, slot * 0.32);
  const y = (value: number): number => chart.top + plotHeight * (1 - value / top);
  const ticks = [0, 1, 2, 3, 4].map((step) => (top / 4) * step);
  return html`<svg class="chart" viewBox="0 0 ${chart.width} ${chart.height}" role="img" aria-label="${label}">
    ${ticks.map(
      (
        tick,
      ) => html`<line class="grid" x1="${chart.left}" x2="${chart.width - chart.right}" y1="${y(tick)}" y2="${y(tick)}"></line>
        <text class="tick" x="${chart.left - 8}" y="${y(tick) + 4}" text-anchor="end">${showValue({ value: String(tick) })}</text>`,
    )}
    ${years.map((entry, index) => {
      const middle = chart.left + slot * (index + 0.5);
      let base = 0;
      return html`${
        entry.received === null
          ? ''
          : html`<rect class="bar received" x="${middle - bar - 2}" y="${y(entry.received)}" width="${bar}" height="${y(0) - y(entry.received)}"><title>${entry.year} 年新收 ${entry.received} 件</title></rect>`
      }${entry.parts.map((part, at) => {
        if (!part) return '';
        const from = base;
        base += part;
        const outcome = outcomes[at] as (typeof outcomes)[number];
        return html`<rect class="bar ${outcome.id}" x="${middle + 2}" y="${y(base)}" width="${bar}" height="${y(from) - y(base)}"><title>${entry.year} 年${outcome.name} ${part} 件</title></rect>`;
      })}<text class="tick" x="${middle}" y="${chart.height - 10}" text-anchor="middle">${entry.year}</text>`;
    })}
  </svg>`;
};

const legend = html`<ul class="legend">
  <li><svg viewBox="0 0 12 12" aria-hidden="true"><rect class="bar received" width="12" height="12"></rect></svg>新收（左）</li>
  ${outcomes.map(({ id, name }) => html`<li><svg viewBox="0 0 12 12" aria-hidden="true"><rect class="bar ${id}" width="12" height="12"></rect></svg>${name}</li>`)}
</ul>`;

const number = (value: number | null): Markup =>
  value === null
    ? html`<td class="figure blank"><span class="unseen">没有数字</span></td>`
    : html`<td class="figure">${showValue({ value: String(value) })}</td>`;

/** Several years of one agency: requests and outcomes as a chart, and the same numbers as a table under it. */
export const yearsChart = (id: string, members: readonly Member[]): Markup => {
  const years: readonly YearBars[] = members.map(({ examined: { report } }) => ({
    year: report.year ?? 0,
    received: figureOf(report, received) === null ? null : Number(figureOf(report, received)),
    parts: outcomes.map(({ rows }) => groupOf(report, rows)),
  }));
  const agency = members.at(-1)?.examined.report.agency ?? '';
  const heading = `years-${members.map(({ index }) => index + 1).join('-')}`;
  return html`<section aria-labelledby="${heading}">
    <h2 id="${heading}">${agency}历年申请与办理结果</h2>
    ${drawing(years, `${agency}各年度新收申请数量（左）和办理结果（右），数字见下表`)}
    ${legend}
    <div class="frame"><table class="list figures">
      <caption>各年度${nameCell(received).includes('总计') ? '（总计）' : ''}件数</caption>
      <thead><tr><th scope="col">年度</th><th scope="col">新收</th>${outcomes.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>
        ${years.map(
          (entry, at) =>
            html`<tr><th scope="row"><a href="/check/${id}/${(members[at]?.index ?? 0) + 1}">${entry.year}</a></th>${number(entry.received)}${entry.parts.map(number)}</tr>`,
        )}
      </tbody>
    </table></div>
  </section>`;
};

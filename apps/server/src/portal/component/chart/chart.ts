import { html } from 'hono/html';
import type { Markup } from '../../markup.ts';
import { dataTable } from '../data-table/data-table.ts';
import type { ChartData } from './chart-data.ts';
import { lineDrawing } from './line-drawing.ts';

const greatest = ({ series }: ChartData): number =>
  Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));

const legend = ({ series }: ChartData): Markup | string =>
  series.length < 2
    ? ''
    : html`<ul class="chart-legend">${series.map(
        ({ name }, at) =>
          html`<li><svg viewBox="0 0 24 12" aria-hidden="true"><line class="chart-line series-${at + 1}" x1="0" y1="6" x2="24" y2="6"></line></svg>${name}</li>`,
      )}</ul>`;

/** Labels are text beside the bars, so that they keep their size on every screen. */
const bars = (data: ChartData): Markup => {
  const most = greatest(data);
  return html`<ul class="chart-bars" aria-hidden="true">${data.categories.map(
    (category, at) =>
      html`<li><span class="chart-label">${category}</span><span class="chart-rows">${data.series.map(
        ({ values }, series) => {
          const value = values[at] ?? null;
          return html`<span class="chart-row"><svg viewBox="0 0 1000 10" preserveAspectRatio="none"><rect class="chart-bar series-${series + 1}" width="${value === null ? 0 : Math.max(2, Math.round((value / most) * 1000))}" height="10"></rect></svg><span class="chart-value">${value === null ? '空白' : value.toLocaleString('en-US')}</span></span>`;
        },
      )}</span></li>`,
  )}</ul>`;
};

/** A chart with its table under it, the same numbers. */
export const chart = (data: ChartData): Markup =>
  html`<figure class="figure-chart" aria-labelledby="${data.id}-title">
      <figcaption id="${data.id}-title">${data.title}（${data.unit}）</figcaption>
      ${legend(data)}
      ${data.kind === 'bar' ? bars(data) : lineDrawing(data, greatest(data))}
      ${dataTable({
        caption: `${data.title}，数字和图相同`,
        columns: [
          { label: data.categoryName },
          ...data.series.map(({ name }) => ({ label: name, numeric: true })),
        ],
        rows: data.categories.map((category, at) => [
          category,
          ...data.series.map(({ values }) => values[at] ?? null),
        ]),
      })}
    </figure>`;

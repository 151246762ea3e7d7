import { html } from 'hono/html';
import type { Markup } from '../../markup.ts';
import type { ChartData } from './chart-data.ts';

const height = 100;
const width = 1000;

/** 1, 2 or 5 times a power of ten, at or above a number: where an axis ends. */
export const roundUp = (number: number): number => {
  const power = 10 ** Math.floor(Math.log10(number));
  return ([1, 2, 5, 10].find((step) => step * power >= number) ?? 10) * power;
};

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Neighbouring points that are known; a gap parts them. */
const runsOf = (points: readonly (Point | null)[]): readonly (readonly Point[])[] => {
  const runs: Point[][] = [[]];
  for (const point of points)
    if (point) runs.at(-1)?.push(point);
    else runs.push([]);
  return runs.filter((run) => run.length > 0);
};

/** Lines over years or months. The drawing stretches, its labels are text around it and keep their size. */
export const lineDrawing = ({ categories, series }: ChartData, greatest: number): Markup => {
  const top = roundUp(greatest);
  const step = width / categories.length;
  const points = (values: readonly (number | null)[]): readonly (Point | null)[] =>
    categories.map((_, at) => {
      const value = values[at] ?? null;
      return value === null
        ? null
        : { x: Math.round(step * (at + 0.5)), y: Math.round((1 - value / top) * height * 100) / 100 };
    });
  return html`<div class="chart-lines" aria-hidden="true">
      <span class="chart-axis"><span>${top.toLocaleString('en-US')}</span><span>0</span></span>
      <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">
        ${[0, height / 2, height].map((y) => html`<line class="chart-grid" x1="0" y1="${y}" x2="${width}" y2="${y}"></line>`)}
        ${series.map(({ values }, at) =>
          runsOf(points(values)).map(
            (run) =>
              html`<polyline class="chart-line series-${at + 1}" points="${run.map(({ x, y }) => `${x},${y}`).join(' ')}"></polyline>${run.map(({ x, y }) => html`<line class="chart-point series-${at + 1}" x1="${x}" y1="${y}" x2="${x}" y2="${y}"></line>`)}`,
          ),
        )}
      </svg>
      <span class="chart-categories">${categories.map((category) => html`<span>${category}</span>`)}</span>
    </div>`;
};

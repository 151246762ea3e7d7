import { type Cell, type Finding, type Severity, severities, severityWords } from '@gongkai/annual-report';
import { html } from 'hono/html';
import type { Markup } from '../portal/index.ts';

/** What stands beside a severity's name, so that colour never speaks alone. */
export const severitySigns: Readonly<Record<Severity, string>> = { error: '✖', warning: '▲', notice: '●' };

/** A figure for the screen: thousands separated, the printed unit behind it. */
export const showValue = ({ value, unit }: Pick<Cell, 'value' | 'unit'>): string => {
  if (value === null) return '';
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped}${fraction === undefined ? '' : `.${fraction}`}${unit && unit !== '件' ? ` ${unit}` : ''}`;
};

export type Counts = Readonly<Record<Severity, number>>;

export const countFindings = (findings: readonly Finding[]): Counts => {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
};

/** How many findings of each severity, each leading to its list on the same page. */
export const countBadges = (findings: readonly Finding[]): Markup => {
  const counts = countFindings(findings);
  const there = severities.filter((severity) => counts[severity] > 0);
  if (there.length === 0) return html`<span class="count clean">✔ 没有发现问题</span>`;
  return html`${there.map(
    (severity) =>
      html`<a class="count ${severity}" href="#severity-${severity}">${severitySigns[severity]} ${severityWords[severity].name} ${counts[severity]}</a> `,
  )}`;
};

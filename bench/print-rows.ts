import { meets, type Row, ratioOf } from './bench.ts';

const figure = (value: number, unit: Row['unit']): string =>
  unit === 'ms'
    ? `${value.toFixed(value >= 100 ? 0 : value >= 0.1 ? 2 : 4)} ms`
    : `${value.toFixed(0)} ${unit}`;

const targetOf = ({ target, unit }: Row): string => {
  if (target === undefined) return '';
  const { of, most, least } = target;
  const write = (value: number): string => (of === 'figure' ? `${value} ${unit}` : `${value} ×`);
  return most !== undefined ? `≤ ${write(most)}` : `≥ ${write(least ?? 0)}`;
};

const markOf = (row: Row): string => {
  const met = meets(row);
  return met === null ? '' : met ? 'met' : 'MISSED';
};

/** The rows as a Markdown table, as it stands in bench/README.md. */
export const printRows = (rows: readonly Row[]): string => {
  const table = [
    ['what', 'measured', 'floor', 'ratio', 'target', ''],
    ...rows.map((row) => {
      const ratio = ratioOf(row);
      return [
        row.what,
        figure(row.measured, row.unit),
        row.against ? `${figure(row.against.measured, row.unit)} ${row.against.what}` : '',
        ratio === null ? '' : `${ratio.toFixed(2)} ×`,
        targetOf(row),
        markOf(row),
      ];
    }),
  ];
  const widths = table[0]!.map((_, column) => Math.max(3, ...table.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const [head, ...body] = table;
  return [line(head!), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body.map(line)].join(
    '\n',
  );
};

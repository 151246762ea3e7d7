import {
  type Cell,
  cellId,
  getTable,
  type Problem,
  type Report,
  type Table,
  tableIds,
} from '@gongkai/annual-report';
import { cut, pad, type Style, widthOf, wrap } from '../terminal.ts';

/** Columns are as wide as their heads where the terminal has the room, and never narrower than this. */
const leastWidth = 9;

/** Marks beside a figure that wasn't simply printed in its cell. */
const marks: Readonly<Record<Cell['status'], string>> = {
  printed: '',
  blank: '',
  absent: '',
  byOrder: '~',
  byArithmetic: '≈',
  solved: '=',
  recognised: '?',
  unreadable: '',
};

const legend = '□ 空白  – 缺失  ✗ 读不准  ~ 按次序  ≈ 按合计  = 解出  ? 文字识别';

const figure = (cell: Cell | undefined, style: Style, figureWidth: number): string => {
  if (!cell || cell.status === 'absent') return style.dim(pad('–', figureWidth, 'left'));
  if (cell.status === 'blank') return style.dim(pad('□', figureWidth, 'left'));
  if (cell.status === 'unreadable')
    return style.red(pad(cut(`✗${cell.raw}`, figureWidth), figureWidth, 'left'));
  if (cell.value === null) return style.yellow(pad(cut(cell.raw, figureWidth), figureWidth, 'left'));
  const unit = cell.unit && cell.unit !== '件' ? cell.unit : '';
  const text = pad(`${marks[cell.status]}${cell.value}${unit}`, figureWidth, 'left');
  if (cell.status !== 'printed') return style.blue(text);
  return cell.value === '0' ? style.dim(text) : text;
};

const rowName = (label: string): string => label.replace('三、本年度办理结果/', '  ').replaceAll('/', ' ');

const printTable = (table: Table, report: Report, style: Style, width: number): string => {
  const longest = Math.max(...table.rows.map((row) => widthOf(rowName(row.label))));
  const heads = Math.max(...table.columns.map((column) => widthOf(column.label)));
  const labelWidth = Math.min(46, longest);
  const room = Math.floor((width - labelWidth) / table.columns.length) - 1;
  const figureWidth = Math.max(leastWidth, Math.min(heads, room));
  const head = table.columns
    .map((column) => pad(cut(column.label, figureWidth), figureWidth, 'left'))
    .join(' ');
  const rows = table.rows.map((row) => {
    const label = pad(cut(rowName(row.label), labelWidth), labelWidth);
    const figures = table.columns.map((column) =>
      figure(report.cells.get(cellId(table.id, row.id, column.id)), style, figureWidth),
    );
    return `${label} ${figures.join(' ')}`;
  });
  return [style.bold(table.title), style.dim(`${' '.repeat(labelWidth)} ${head}`), ...rows].join('\n');
};

/** Problems as a list with marks, one or more lines each. */
export const printProblems = (problems: readonly Problem[], style: Style, width: number): string =>
  problems
    .map(({ code, message }) => {
      const [first = '', ...rest] = wrap(`${message} ${style.dim(`[${code}]`)}`, Math.max(40, width - 4));
      return [`  ${style.yellow('!')} ${first}`, ...rest.map((line) => `    ${line}`)].join('\n');
    })
    .join('\n');

/** A report as a person reads it in a terminal: head, tables as on the form, sections' length, problems. */
export const printReport = (file: string, report: Report, style: Style, width: number): string => {
  const head = [
    style.bold(`${report.agency ?? '（机关不明）'} ${report.year ?? '（年度不明）'} 年`),
    style.dim(
      [
        file,
        report.form ? `${report.form} 年格式` : '没有表格',
        report.published ? `${report.published} 公布` : '',
      ]
        .filter(Boolean)
        .join(' · '),
    ),
  ];
  const tables = tableIds.flatMap((id) => {
    const reading = report.tables[id];
    const table = reading && getTable(reading.form, id);
    if (!table) return [];
    return reading.found
      ? [printTable(table, report, style, width)]
      : [`${style.bold(table.title)} ${style.dim('文件里没有这张表')}`];
  });
  const sections = report.sections.map(({ title, paragraphs }) => {
    const characters = paragraphs.reduce((count, { text }) => count + text.length, 0);
    return `  ${pad(cut(title, 50), 50)} ${style.dim(`${paragraphs.length} 段 ${characters} 字`)}`;
  });
  return [
    ...head,
    '',
    tables.join('\n\n'),
    tables.length > 0 ? `\n${style.dim(legend)}` : '',
    ...(sections.length > 0 ? [style.bold('正文'), ...sections] : []),
    ...(report.problems.length > 0
      ? [style.bold('读取问题'), printProblems(report.problems, style, width)]
      : []),
    style.dim('─'.repeat(Math.min(width, Math.max(20, widthOf(file))))),
  ]
    .filter((line, index, all) => line !== '' || all[index - 1] !== '')
    .join('\n');
};

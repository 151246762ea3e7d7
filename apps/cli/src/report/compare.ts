import {
  compareReports,
  nameCell,
  type ParagraphComparison,
  type Report,
  type ReportComparison,
  statusWords,
} from '@gongkai/annual-report';
import { openReportEngine } from '@gongkai/report-worker';
import type { Options } from '../options.ts';
import { pad, type Style, styleFor, wantsColor, widthOf, wrap } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { readOne } from './files.ts';

const nameOf = ({ agency, year }: Report): string => `${agency ?? '机关不明'} ${year ?? '年度不明'}`;

const shown = (cell: ReportComparison['cells'][number]['left']): string =>
  cell === null
    ? '–'
    : cell.value === null
      ? cell.raw || statusWords[cell.status].name
      : `${cell.value}${cell.unit ?? ''}`;

const figures = (comparison: ReportComparison, style: Style): readonly string[] => {
  const { same, different, onlyLeft, onlyRight } = comparison.counts;
  const rows = comparison.cells.filter(({ kind }) => kind !== 'same');
  const nameWidth = Math.max(0, ...rows.map(({ cell }) => widthOf(nameCell(cell))));
  return [
    style.bold('数字'),
    `  相同 ${same}，不同 ${different}，只在甲 ${onlyLeft}，只在乙 ${onlyRight}`,
    ...rows.map(({ cell, left, right, difference }) => {
      const change =
        difference === null
          ? ''
          : difference.startsWith('-')
            ? style.red(difference)
            : style.green(`+${difference}`);
      return `  ${pad(nameCell(cell), nameWidth)}  ${pad(shown(left), 12, 'left')}  ${pad(shown(right), 12, 'left')}  ${change}`;
    }),
  ];
};

const paragraph = (row: ParagraphComparison, style: Style, width: number): readonly string[] => {
  const block = (sign: string, text: string, mark: (text: string) => string): readonly string[] =>
    wrap(text, width - 4).map((line, index) => mark(`${index === 0 ? sign : ' '} ${line}`));
  switch (row.kind) {
    case 'same':
      return [];
    case 'onlyLeft':
      return block('-', row.left.text, style.red);
    case 'onlyRight':
      return block('+', row.right.text, style.green);
    case 'changed': {
      const text = row.pieces
        .map((piece) =>
          piece.kind === 'same'
            ? piece.text
            : `${piece.left === '' ? '' : style.red(`[-${piece.left}-]`)}${piece.right === '' ? '' : style.green(`{+${piece.right}+}`)}`,
        )
        .join('');
      return [`~ ${text}`];
    }
  }
};

/** Both reports side by side: figures that differ, then the paragraphs that differ. */
export const printComparison = (
  left: Report,
  right: Report,
  comparison: ReportComparison,
  style: Style,
  width: number,
): string =>
  [
    `${style.bold('甲')} ${nameOf(left)}`,
    `${style.bold('乙')} ${nameOf(right)}`,
    '',
    ...figures(comparison, style),
    '',
    style.bold('正文'),
    ...comparison.sections.flatMap(({ titles, likeness, paragraphs }) => [
      `  ${titles[0] ?? titles[1] ?? '正文之前'}  ${style.dim(`相同 ${Math.round(likeness * 100)}%`)}`,
      ...paragraphs.flatMap((row) => paragraph(row, style, width)).map((line) => `    ${line}`),
    ]),
  ].join('\n');

/** `gongkai report compare A B`. */
export const compare = async (operands: readonly string[], options: Options): Promise<number> => {
  const [a, b, another] = operands;
  if (a === undefined || b === undefined || another !== undefined)
    throw new UsageError('请给出两个文件：gongkai report compare A B');
  const engine = openReportEngine({ recognise: true });
  const left = await readOne(engine, a);
  const right = await readOne(engine, b);
  const comparison = compareReports(left, right);
  if (options.json) console.log(JSON.stringify({ left: a, right: b, ...comparison }));
  else
    console.log(
      printComparison(left, right, comparison, styleFor(wantsColor(options)), process.stdout.columns ?? 120),
    );
  return 0;
};

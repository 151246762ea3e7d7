import type { CellId } from '../form/form.ts';
import type { Report } from '../report.ts';
import type { NarrativeParagraph } from './facts.ts';
import { nameCell } from './name-cell.ts';
import type { Evidence } from './rule.ts';

/** What stands in a cell, as printed. */
export const cellEvidence = (report: Report, id: CellId, index?: number): Evidence => {
  const cell = report.cells.get(id);
  return {
    what: nameCell(id),
    value: cell?.raw ? cell.raw : (cell?.value ?? null),
    cell: id,
    place: cell?.place ?? null,
    ...(index === undefined ? {} : { report: index }),
  };
};

/** The cell's text as printed, for messages: never empty. */
export const printed = (report: Report, id: CellId): string => {
  const cell = report.cells.get(id);
  return cell?.raw || cell?.value || '空白';
};

const sectionNames = {
  preamble: '正文开头',
  overview: '总体情况',
  proactive: '主动公开政府信息情况',
  requests: '收到和处理政府信息公开申请情况',
  reviews: '政府信息公开行政复议、行政诉讼情况',
  problems: '存在的主要问题及改进情况',
  other: '其他需要报告的事项',
} as const;

export const nameSection = (id: NarrativeParagraph['section']): string => sectionNames[id];

/** The sentence of a paragraph around `start`..`end`, quoted with these characters marked. */
export const quoteEvidence = (
  paragraph: NarrativeParagraph,
  start: number,
  end: number,
  index?: number,
): Evidence => {
  const { text } = paragraph;
  const from = Math.max(text.lastIndexOf('。', start - 1), text.lastIndexOf('\n', start - 1)) + 1;
  const stops = [text.indexOf('。', end), text.indexOf('\n', end)].filter((at) => at >= 0);
  const to = stops.length > 0 ? Math.min(...stops) + 1 : text.length;
  return {
    what: nameSection(paragraph.section),
    value: text.slice(start, end),
    quote: { section: paragraph.section, text: text.slice(from, to), mark: [start - from, end - from] },
    place: paragraph.place,
    ...(index === undefined ? {} : { report: index }),
  };
};

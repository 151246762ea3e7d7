import { foldText } from './fold-text.ts';
import { findLabel, longestLabel } from './label-index.ts';

/** A piece of a dense text, in the shape that `tokenise` takes. */
export interface DensePiece {
  readonly text: string;
  readonly start: number;
  readonly gap: number;
}

/** Words that stand in the tables and hardly anywhere else: without one, text isn't a table run together. */
const hints =
  /第二十条第|属于国家秘密|本年新收|行政许可|行政处罚|行政强制|规章|规范性文件|行政事业性收费|政府集中采购|对外管理服务事项|结转|公开|掌握|另行制作|补正|投诉|重复申请|出版物|反复申请|已获取|其他处理|总计|其他|稳定|合法权益|内部事务|过程性|案卷|查询事项|缴纳费用/u;

/** Where the longest label that begins at `from` ends; -1 where none begins. */
const labelEnd = (text: string, from: number): number => {
  const limit = Math.min(text.length, from + longestLabel + 12);
  let best = -1;
  for (let to = from + 2; to <= limit; to++) {
    const character = text[to - 1] as string;
    if (/[\s\d]/.test(character) && best > 0) break;
    if (findLabel(foldText(text.slice(from, to))).labels.length > 0) best = to;
  }
  return best;
};

/**
 * Cuts text without separators (行政许可396442278) into labels and the digits behind each.
 *
 * @returns null where the text isn't labels and digits through and through
 */
export const splitDense = (text: string): readonly DensePiece[] | null => {
  if (text.length > 20_000 || !/\d/.test(text) || !hints.test(text.slice(0, 400))) return null;
  const match = /^(.*?[^\d.,+\-\s])([+-]?\d[\d.,+-]*)$/u.exec(text.length <= 90 ? text : '');
  if (match === null) return null;
  const [, label = '', digits = ''] = match;
  if (labelEnd(label, 0) !== label.length) return null;
  return [
    { text: label, start: 0, gap: 0 },
    { text: digits, start: label.length, gap: 0 },
  ];
};

import { foldOnto, markLength } from './fold-text.ts';
import { findLabel, mayBeginLabel } from './label-index.ts';

/** A piece of a dense text, in the shape that `tokenise` takes. */
export interface DensePiece {
  readonly text: string;
  readonly start: number;
  readonly gap: number;
}

/** Words that stand in the tables and hardly anywhere else; a long text without them is prose. */
const hints = /本年新收政府|属于国家秘密|信息内容|结果维持|第二十条第|直接起诉/u;
const longText = 90;
const longest = 20_000;
/** Share of the words that must be known labels before text counts as a table run together. */
const leastKnown = 0.6;

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && /[\d０-９]/u.test(character);

/** Where the longest label that begins at `from` ends; -1 where none begins there. */
const labelEnd = (text: string, from: number): number => {
  let key = '';
  let end = -1;
  for (let at = from; at < text.length; at++) {
    const next = foldOnto(key, text.charCodeAt(at));
    if (next === key) {
      // Brackets and the like belong to the label that they close.
      if (end === at) end = at + 1;
      continue;
    }
    // An item mark is no beginning of a label by itself, but with its point or bracket it may be.
    const mark = markLength(next) === next.length && /[.．、)）】]/u.test(text[at + 1] ?? '');
    if (!mark && !mayBeginLabel(next)) break;
    key = next;
    if (key.length > 1 && findLabel(key).labels.length > 0) end = at + 1;
  }
  return end > from + 1 ? end : -1;
};

/** Digits that stand for themselves: no item mark of the label behind them. */
const figureEnd = (text: string, from: number): number => {
  const match = /^[+\-＋－−–—]?[\d０-９][\d０-９.,，．+\-＋－−–—]*(?:万元|元|万|件|个|项|条)?/u.exec(
    text.slice(from, from + 400),
  );
  if (match === null) return -1;
  const end = from + match[0].length;
  return labelEnd(text, from) > 0 && end - from < 3 ? -1 : end;
};

/**
 * Cuts text without separators (行政许可396442278; 结果维持结果纠正) into labels and the digits behind them.
 *
 * @returns null where most of the text is no label: then it is prose, or a label by itself
 */
export const splitDense = (text: string): readonly DensePiece[] | null => {
  if (text.length > longest || (text.length > longText && !hints.test(text))) return null;
  // Commas part clauses; in the tables only two long labels have any.
  if (/[，。；]/u.test(text) && !/区分处理|勾稽/u.test(text)) return null;
  const pieces: DensePiece[] = [];
  let known = 0;
  let strange = 0;
  let rest = -1;
  const push = (from: number, to: number): void => {
    pieces.push({ text: text.slice(from, to), start: from, gap: 2 });
  };
  const endRest = (to: number): void => {
    if (rest >= 0) {
      push(rest, to);
      strange += to - rest;
    }
    rest = -1;
  };
  for (let at = 0; at < text.length; ) {
    const label = labelEnd(text, at);
    const figure = label > 0 ? -1 : figureEnd(text, at);
    const end = Math.max(label, figure);
    // A digit inside unknown words belongs to them, unless it is the last thing of the text.
    if (end < 0 || (figure > 0 && rest >= 0 && figure < text.length && !isDigit(text[at]))) {
      if (rest < 0 && !/\s/.test(text[at] as string)) rest = at;
      at += 1;
      continue;
    }
    endRest(at);
    push(at, end);
    if (label > 0) known += end - at;
    at = end;
  }
  endRest(text.length);
  // Signs or strokes between figures leave it open where one ends and the next begins.
  if (
    pieces.some(
      (piece, at) =>
        at > 0 && !/[\p{L}\d０-９]/u.test(piece.text) && /^[\d０-９+-]/u.test(pieces[at - 1]?.text ?? ''),
    )
  )
    return null;
  // Commas part clauses, never the cells of a table.
  if (
    pieces.some(
      (piece) =>
        /[，,；;：]/u.test(piece.text) && !/^\d[\d,，.]*$/u.test(piece.text) && labelEnd(piece.text, 0) < 0,
    )
  )
    return null;
  // 其他 or 总计 with unknown words right behind it is the beginning of another, damaged label: 其他处处理.
  if (
    pieces.some(
      ({ text: piece, start }, at) =>
        /^(?:其他|其它|总计|合计|共计)$/u.test(
          piece.replaceAll(/^[（(]?[\d一二三四五六七]?[）).、．]?/gu, ''),
        ) &&
        pieces[at + 1]?.start === start + piece.length &&
        /^\p{sc=Han}/u.test(pieces[at + 1]?.text ?? '') &&
        labelEnd(pieces[at + 1]?.text ?? '', 0) < 0,
    )
  )
    return trailingDigits(text);
  if (pieces.length > 1 && known > 0 && known >= leastKnown * (known + strange)) return pieces;
  return trailingDigits(text);
};

/** A damaged label with its digits right behind it. */
const trailingDigits = (text: string): readonly DensePiece[] | null => {
  const match =
    /^([^\d０-９].{0,2}\p{sc=Han}[^\d０-９，,：:。；;＝=]{1,44}|\d{0,2}[.、．)）][^\d０-９，,：:。；;]{2,44})([+\-＋－−–—]?[\d０-９][\d０-９.,，．+\-＋－−–—]{0,60})$/u.exec(
      text,
    );
  const [, label = '', digits = ''] = match ?? [];
  if (match === null || !/\p{sc=Han}[”"」）)]?$/u.test(label)) return null;
  return [
    { text: label, start: 0, gap: 0 },
    { text: digits, start: label.length, gap: 2 },
  ];
};

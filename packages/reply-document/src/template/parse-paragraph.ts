import type { SlotType } from '../slot/slot.ts';
import { getSlot, isFrameSlot, nearestLabel, type SlotId, slotLabelled } from '../slot/slots.ts';
import type { Condition, Piece, TemplateParagraph } from './template.ts';

export type ParsedParagraph =
  | { readonly ok: true; readonly paragraph: TemplateParagraph }
  | { readonly ok: false; readonly messages: readonly string[] };

const conditionPattern = /^【\s*([有无])\s*([^】]*?)\s*】/;

/** One line of a template: an optional condition 【有 …】 or 【无 …】, then words and {slots}. */
export const parseParagraph = (line: string): ParsedParagraph => {
  const messages: string[] = [];
  const slotOf = (label: string, allowFrame: boolean): SlotId | null => {
    const found = slotLabelled(label);
    if (found !== null && (allowFrame || !isFrameSlot(found.id))) return found.id;
    messages.push(found === null ? unknown(label) : frame(label));
    return null;
  };

  const condition = conditionPattern.exec(line);
  if (condition === null && /^【\s*[有无](?:\s|[^】]*$)/.test(line))
    messages.push('开头的条件没有写完：应当写成【有 延期告知日期】或者【无 延期告知日期】，再接正文。');
  const conditionSlot = condition === null ? null : slotOf(condition[2] ?? '', true);
  const when: Condition | null =
    condition === null || conditionSlot === null
      ? null
      : { slot: conditionSlot, given: condition[1] === '有' };

  const pieces = parsePieces(line.slice(condition?.[0].length ?? 0), slotOf, messages);
  if (messages.length === 0) messages.push(...misplaced(pieces, when));
  return messages.length > 0 ? { ok: false, messages } : { ok: true, paragraph: { when, pieces } };
};

const parsePieces = (
  text: string,
  slotOf: (label: string, allowFrame: boolean) => SlotId | null,
  messages: string[],
): readonly Piece[] => {
  const pieces: Piece[] = [];
  // Input methods write full-width braces as readily as half-width ones.
  const plain = text.replaceAll('｛', '{').replaceAll('｝', '}');
  let at = 0;
  while (at < plain.length) {
    const next = plain.slice(at).search(/[{}]/);
    if (next < 0) {
      pieces.push({ words: plain.slice(at) });
      break;
    }
    const brace = at + next;
    if (next > 0) pieces.push({ words: plain.slice(at, brace) });
    if (plain[brace] === '}') {
      messages.push(`“${near(plain, brace)}”多了一个右花括号“}”，前面没有与它配对的“{”。`);
      break;
    }
    const end = plain.slice(brace + 1).search(/[{}]/);
    if (end < 0 || plain[brace + 1 + end] === '{') {
      messages.push(`“${plain.slice(brace, brace + 12)}”的花括号没有闭合，请在填空项的名称后面补上“}”。`);
      break;
    }
    const slot = slotOf(plain.slice(brace + 1, brace + 1 + end).trim(), false);
    if (slot !== null) pieces.push({ slot });
    at = brace + end + 2;
  }
  return pieces;
};

const near = (text: string, at: number): string => text.slice(Math.max(0, at - 10), at + 1);

const unknown = (label: string): string => {
  if (label === '') return '花括号里没有写填空项的名称。';
  const nearest = nearestLabel(label);
  const hint = nearest === null ? '可用的填空项见模板编辑页的列表。' : `是不是“${nearest}”？`;
  return `没有名为“${label}”的填空项。${hint}`;
};

const frame = (label: string): string => `“${label}”由系统印在固定的位置，正文里不用写 {${label}}，请删去。`;

const standsAlone: ReadonlySet<SlotType> = new Set(['list', 'remedy']);

const misplaced = (pieces: readonly Piece[], when: Condition | null): readonly string[] => {
  if (pieces.length === 0) return ['条件后面没有正文。'];
  const messages: string[] = [];
  for (const piece of pieces) {
    if (!('slot' in piece)) continue;
    const { label, type } = getSlot(piece.slot);
    if (standsAlone.has(type) && pieces.length > 1)
      messages.push(`{${label}}要单独占一段，前后不能有其他文字。`);
    if (type === 'remedy' && when !== null)
      messages.push(`{${label}}这一段不能加条件：应当告知的必须告知，不用告知的系统不会印出。`);
    if (when !== null && !when.given && when.slot === piece.slot)
      messages.push(`没有“${label}”时才印的段落，不能又要填 {${label}}。`);
  }
  if (when !== null && getSlot(when.slot).type === 'remedy') messages.push('“救济途径”不能作为条件。');
  return messages;
};

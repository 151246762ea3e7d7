import { Refusal } from '../refusal.ts';

/** Nothing that people hand in nests deeper. */
const deepest = 16;

/** U+0000, and halves of characters: no database keeps them, and nobody types them. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/**
 * Throws where an input holds what can't be stored, anywhere in it, or is nested deeper than any input of ours:
 * before anything looks at it.
 */
export const refuseUnstorable = (input: unknown): void => {
  const waiting: { readonly value: unknown; readonly depth: number; readonly field: string }[] = [
    { value: input, depth: 0, field: '' },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth, field } = next;
    if (typeof value === 'string' && !isStorable(value))
      throw new Refusal('invalid', 'TEXT_UNREADABLE', '文字中有不能显示的字符。请删去后重新填写。', field);
    if (typeof value !== 'object' || value === null || value instanceof Blob) continue;
    if (depth >= deepest)
      throw new Refusal('invalid', 'TOO_DEEP', '提交的内容层数太多，不能处理。请按接口说明填写。');
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key))
        throw new Refusal('invalid', 'TEXT_UNREADABLE', '文字中有不能显示的字符。请删去后重新填写。');
      waiting.push({ value: inner, depth: depth + 1, field: field ? `${field}.${key}` : key });
    }
  }
};

import { foldText, markLength } from './fold-text.ts';
import type { Label } from './labels.ts';
import { labels } from './labels.ts';

/** What a piece of text may be as a label: the candidates, and the item mark that stood before it. */
export interface LabelMatch {
  readonly labels: readonly Label[];
  readonly mark: string;
}

const byText = new Map<string, Label[]>();
/** Beginnings of labels (with and without their mark): a piece of text that is none can't begin a split label. */
const beginnings = new Set<string>();

for (const one of labels)
  for (const text of one.texts) {
    byText.set(text, [...(byText.get(text) ?? []), one]);
    for (let length = 1; length <= text.length; length++) beginnings.add(text.slice(0, length));
  }

/** The longest label, mark included; longer text is none (remarks in brackets are cut off first). */
export const longestLabel = 48;

const none: LabelMatch = { labels: [], mark: '' };

/** Looks a folded text up, first as it stands, then without its item mark. */
export const findLabel = (key: string): LabelMatch => {
  if (key === '' || key.length > longestLabel) return none;
  const whole = byText.get(key);
  if (whole !== undefined) return { labels: whole, mark: '' };
  for (let length = markLength(key); length > 0; length--) {
    const rest = byText.get(key.slice(length));
    if (rest !== undefined) return { labels: rest, mark: key.slice(0, length) };
  }
  return none;
};

/** A hint or a unit in brackets at the end of a label: （减用负值表示，如-8）. */
const bracketed = /^([^（(【[〔]+)[（(【[〔][^（(【[〔）)】\]〕]*[）)】\]〕]?$/u;

/** Looks a printed text up; what stands in brackets behind the label may be missing or be other words. */
export const findPrintedLabel = (text: string, key: string = foldText(text)): LabelMatch => {
  const whole = findLabel(key);
  if (whole.labels.length > 0) return whole;
  const head = bracketed.exec(text)?.[1];
  return head === undefined ? none : findLabel(foldText(head));
};

/** Whether a folded text could be the first piece of a label that is split over several cells or lines. */
export const mayBeginLabel = (key: string): boolean =>
  beginnings.has(key) || beginnings.has(key.slice(markLength(key)));

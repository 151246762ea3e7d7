import type { Paragraph } from '../../report.ts';
import type { SourceFormat } from '../source.ts';
import type { OutlineLine } from './outline-line.ts';
import { isPageNumber } from './page-furniture.ts';

/** Formats whose lines may be pieces of paragraphs; the readers of the others give whole ones. */
const broken: ReadonlySet<SourceFormat> = new Set(['text']);

const terminal = /[。！？；：:;!?”"」』）)…、，,]$/;
const itemMark =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[一二三四五六七八九十]是|第[一二三四五六七八九十]|[①-⑳#*>|-]|附件)/;
const fullLine = 25;
/** Over an empty line (a page break) only prose is joined: a title or a heading may stand there as well. */
const prose = /[，。；]/;

const indent = (text: string): number => text.length - text.trimStart().length;

/**
 * Whether a line goes on with the paragraph of the line before it: that one is long and stops in the
 * middle of a sentence (002 of the samples: a page break in the middle of a word), and this one begins
 * nothing of its own.
 */
const goesOn = (before: string, line: string, gap: boolean): boolean => {
  const above = before.trimEnd();
  if (above.trim().length < fullLine || /[。！？；：:;!?”」』…]$/.test(above)) return false;
  if (gap && !prose.test(above)) return false;
  if (itemMark.test(line.trim()) || indent(line) > Math.max(1, indent(before) - 1)) return false;
  // A comma at the end asks for more; anything else must have been cut.
  return !terminal.test(above) || /[、，,]$/.test(above);
};

/** Lines of narrative as paragraphs: without page numbers, broken lines put together again. */
export const readParagraphs = (lines: readonly OutlineLine[], format: SourceFormat): readonly Paragraph[] => {
  const paragraphs: { text: string; readonly place: Paragraph['place'] }[] = [];
  let before: OutlineLine | null = null;
  for (const line of lines) {
    if (line.inTable || isPageNumber(line.text)) continue;
    const last = paragraphs.at(-1);
    if (
      last &&
      before &&
      broken.has(format) &&
      before.single &&
      line.single &&
      goesOn(before.text, line.text, line.index > before.index + 1)
    ) {
      const space = /[a-z0-9,]$/i.test(last.text) && /^[a-z0-9]/i.test(line.text.trim()) ? ' ' : '';
      last.text += space + line.text.trim();
    } else paragraphs.push({ text: line.text.trim(), place: line.place });
    before = line;
  }
  return paragraphs;
};

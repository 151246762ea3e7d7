import type { Alignment } from './align/alignment.ts';
import type { Outline } from './outline/read-outline.ts';

/** A paragraph of the narrative, not a link or a label. */
const paragraphLength = 60;
const fewParagraphs = 3;
/** Three of the six statutory headings do not come together by chance. */
const fewHeadings = 3;

const aboutDisclosure = /政府信息公开|政务公开|信息公开/;

/**
 * Whether a document is an annual report at all: it has a statutory table, or statutory headings, or the
 * title of one over a narrative. A list of links to reports has titles only.
 */
export const hasReport = (alignment: Alignment, outline: Outline): boolean => {
  if (alignment.form !== null) return true;
  const paragraphs = [...outline.preamble, ...outline.sections.flatMap((section) => section.paragraphs)];
  const about = paragraphs.some(({ text }) => aboutDisclosure.test(text)) || outline.title !== null;
  if (outline.sections.length >= fewHeadings) return about;
  const prose = paragraphs.filter(({ text }) => text.length >= paragraphLength && /[。；]/.test(text));
  return outline.title !== null && about && prose.length >= fewParagraphs;
};

/** Text set above or below the line (上标、下标); null for ordinary text. */
export type Raised = 'super' | 'sub' | null;

const above = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const below = '₀₁₂₃₄₅₆₇₈₉';

/**
 * Text with its raised or lowered digits written as the characters that Unicode has for them, so that the
 * mark of a footnote beside a figure (3 with a small 1) never makes another figure of it (31).
 */
export const raisedText = (text: string, raised: Raised): string => {
  if (raised === null) return text;
  const digits = raised === 'super' ? above : below;
  return text.replace(/[0-9０-９]/g, (digit) => digits[digit.charCodeAt(0) & 15] as string);
};

/** What a value of `vertAlign` (ECMA-376-1 §17.18.95, §18.18.90) says. */
export const raisedBy = (value: string | null): Raised =>
  value === 'superscript' ? 'super' : value === 'subscript' ? 'sub' : null;

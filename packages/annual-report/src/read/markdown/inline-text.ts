const punctuation = /\\([!-/:-@[-`{-~])/g;

/** A figure set as a formula, as recognition services do: `\\( 12 \\)`, `$98.5\\%$`. */
const formula = /\\\(\s*([-+\d.,\s]*\d)\s*((?:\\?%)?)\s*\\\)|\$\s*([-+\d.,\s]*\d)\s*((?:\\?%)?)\s*\$/g;

const plainFormula = (
  _: string,
  round?: string,
  roundUnit?: string,
  dollar?: string,
  unit?: string,
): string => `${round ?? dollar ?? ''}${(roundUnit ?? unit ?? '').replace('\\', '')}`;

/**
 * The text of a piece of Markdown: emphasis, code marks, links and escapes taken off. A single `*` or `_`
 * is left alone where it pairs with nothing, and a lone backslash is what reports put for “none”.
 */
export const inlineText = (text: string): string => {
  if (!/[*_`[\\&<~$]/.test(text)) return text;
  const kept: string[] = [];
  // Escapes first, so that an escaped star cannot open emphasis.
  const guarded = text
    .replace(formula, plainFormula)
    .replace(punctuation, (_, character: string) => `\u0000${kept.push(character) - 1}\u0000`);
  const plain = guarded
    .replace(/!?\[([^\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/(`+)(.+?)\1/g, '$2')
    .replace(/(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])/g, '$2')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?(?:b|i|u|em|strong|span|font|sup|sub|p|center)(?:\s[^>]*)?>/gi, '')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#124;|&vert;/g, '|')
    .replace(/&amp;/g, '&');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL cannot stand in text, so it guards the escapes
  return plain.replace(/\u0000(\d+)\u0000/g, (_, index: string) => kept[Number(index)] ?? '');
};

/** Marks that forms use from the symbol fonts, as Unicode characters. */
const wingdings: Readonly<Record<string, string>> = {
  '52': '☑',
  '6c': '●',
  '6e': '■',
  '6f': '□',
  a8: '□',
  fb: '✗',
  fc: '✓',
  fd: '☒',
  fe: '☑',
};

const wingdings2: Readonly<Record<string, string>> = { '50': '✓', '51': '☒', '52': '☑', a3: '□' };

/** The text of a w:sym: a character of a symbol font, its code often moved into the private use area (F000). '' where unknown. */
export const symbolText = (font: string | null, code: string | null): string => {
  const value = Number.parseInt(code ?? '', 16);
  if (Number.isNaN(value) || value > 0xffff) return '';
  const key = (value & 0xff).toString(16);
  if (/^wingdings 2$/i.test(font ?? '')) return wingdings2[key] ?? '';
  if (/^wingdings$/i.test(font ?? '')) return wingdings[key] ?? '';
  return value < 0x20 || (value >= 0xd800 && value < 0xf900) ? '' : String.fromCharCode(value);
};

/** What stands in a field of a table: text, a number, or nothing. */
export type Field = string | number | null;

/**
 * Spreadsheets run text that begins like a formula (CWE-1236). An apostrophe in front makes it text; plain
 * numbers, signed or not, stay what they are.
 */
const harmless = (value: string): string =>
  /^[=+\-@\t\r]/.test(value) && !/^[+-]?\d+(?:\.\d+)?$/.test(value) ? `'${value}` : value;

const field = (value: Field): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = harmless(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as CSV (RFC 4180, CRLF at the end of each line), without a byte order mark. */
export const csvLines = (rows: readonly (readonly Field[])[]): string =>
  rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');

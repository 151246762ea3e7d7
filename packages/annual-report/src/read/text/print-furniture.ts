/** What browsers print at the foot of each page: the address, and the page's number. */
const address = /^\s*(?:file|https?):\/\/\S+?(?:\s+(\d{1,3})\s*\/\s*(\d{1,3}))?\s*$/;
const pageOfPages = /^\s*(\d{1,3})\s*\/\s*(\d{1,3})\s*$/;
/** What they print at its head: the time of printing, alone or with the page's title behind it. */
const printedAt =
  /^\s*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[,，]?\s*(?:[上下]午)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?(?:\s{2,}\S.*)?\s*$/;

const hint = /:\/\/|\d:\d{2}/;

/** Lines that come on every page, by their text without blanks. */
const repeated = (lines: readonly string[], pattern: RegExp): ReadonlySet<string> => {
  const seen = new Map<string, number>();
  for (const line of lines)
    if (hint.test(line) && pattern.test(line)) {
      const key = keyOf(line);
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  return new Set([...seen].filter(([, times]) => times > 1).map(([key]) => key));
};

/** An address differs from page to page by the page number behind it. */
const keyOf = (line: string): string =>
  line
    .trim()
    .replace(/\s+\d{1,3}\s*\/\s*\d{1,3}$/, '')
    .replace(/\s+/g, ' ');

/**
 * The numbers (from 0) of the lines that a browser added to a page when it was printed, in text taken out of
 * such a print. They part rows and heads of the tables that run over a page's end.
 */
export const printFurniture = (lines: readonly string[]): ReadonlySet<number> => {
  const addresses = repeated(lines, address);
  if (addresses.size === 0) return new Set();
  const times = repeated(lines, printedAt);
  const pages = lines.filter((line) => address.test(line) && addresses.has(keyOf(line))).length;
  const dropped = new Set<number>();
  for (const [at, line] of lines.entries()) {
    const own =
      (address.test(line) && addresses.has(keyOf(line))) ||
      (printedAt.test(line) && times.has(keyOf(line))) ||
      Number(pageOfPages.exec(line)?.[2]) === pages;
    if (own) dropped.add(at);
  }
  return dropped;
};

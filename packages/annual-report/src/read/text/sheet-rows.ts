import type { Line } from '../source.ts';

/** A cell with a line break as spreadsheets copy it: in quotes, quotes inside it doubled. */
const opens = /(?:^|\t)"(?:[^"\t]|"")*$/;
const closes = /^(?:[^"\t]|"")*"(?=\t|$)/;
/** Lines that one such cell may have; a quote left open for longer is a quotation. */
const longest = 12;
/** Stands for the break inside the cell until the line is cut at its tabs. */
const inner = '\u2028';

/** The lines of a text copied from a spreadsheet, each row on its first line; null for the lines that it took up. */
export const joinQuoted = (lines: readonly string[]): readonly (string | null)[] => {
  let out: (string | null)[] | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    let line = lines[at] as string;
    if (!line.includes('"') || !line.includes('\t')) {
      if (!line.startsWith('"')) continue;
    }
    let end = at;
    while (opens.test(line)) {
      let close = end + 1;
      while (close < lines.length && close - end < longest && !/["\t]/.test(lines[close] as string))
        close += 1;
      // A row's first cell is followed by others: a quotation is not.
      if (!closes.test(lines[close] ?? '') || !lines[close]?.includes('\t')) break;
      line = [line, ...lines.slice(end + 1, close + 1)].join(inner);
      end = close;
    }
    if (end === at) continue;
    out ??= [...lines];
    out[at] = line;
    out.fill(null, at + 1, end + 1);
    at = end;
  }
  return out ?? lines;
};

const quoted = /^"((?:[^"]|"")*)"$/s;

const unquote = (line: Line): Line => ({
  ...line,
  cells: line.cells.map((cell) => {
    const text = quoted.exec(cell.text)?.[1];
    return text === undefined
      ? cell
      : { ...cell, text: text.replaceAll('""', '"').replaceAll(inner, '\n').trim() };
  }),
});

const han = /\p{Script=Han}/u;

/** Two labels with blank cells between them: what a merged head leaves behind in a sheet. */
const hasMergedHead = ({ cells }: Line): boolean =>
  cells.some(
    (cell, at) =>
      han.test(cell.text) &&
      cells[at + 1]?.text === '' &&
      han.test(cells.slice(at + 1).find(({ text }) => text !== '')?.text ?? ''),
  );

/** A label right beside itself, or figures too: a merged cell's text written into each of its columns. */
const repeatsItself = ({ cells }: Line): boolean =>
  cells.some((cell, at) => cell.text.length > 3 && han.test(cell.text) && cells[at + 1]?.text === cell.text);

/** Rows of a sheet keep a cell for every column, so that columns are true; fewer rows prove nothing. */
const fewest = 3;

/** The lengths of rows of which true columns are sure: several in a row, with heads that were merged. */
const evenWidths = (lines: readonly Line[]): ReadonlySet<number> => {
  const widths = new Set<number>();
  for (let at = 0; at < lines.length; ) {
    const end = endOfRun(lines, at);
    const rows = lines.slice(at, end);
    if (rows.length >= fewest && rows.some((line) => hasMergedHead(line) || repeatsItself(line)))
      widths.add(rows[0]?.cells.length ?? 0);
    at = end;
  }
  return widths;
};

/** Behind the last line from `at` on that is a row as long as the first. */
const endOfRun = (lines: readonly Line[], at: number): number => {
  const first = lines[at] as Line;
  let end = at + 1;
  if (first.kind === 'cells')
    while (lines[end]?.kind === 'cells' && lines[end]?.cells.length === first.cells.length) end += 1;
  return end;
};

const isEmpty = (line: Line): boolean => line.cells.every(({ text }) => text.trim() === '');

/**
 * Makes rows whose length shows true columns a grid: there every blank cell is in its column. Rows of that
 * length are of the same table or sheet wherever they stand, or a page's end would part their columns.
 */
export const gridRows = (lines: readonly Line[]): readonly Line[] => {
  const widths = evenWidths(lines);
  if (widths.size === 0) return lines;
  let table = 0;
  let row = 0;
  let width = 0;
  return lines.map((line): Line => {
    if (line.kind !== 'cells' || !widths.has(line.cells.length)) {
      if (!isEmpty(line)) width = 0;
      return line;
    }
    if (line.cells.length !== width) {
      table += 1;
      row = 0;
      width = line.cells.length;
    }
    row += 1;
    return { ...unquote(line), kind: 'grid', table, row };
  });
};

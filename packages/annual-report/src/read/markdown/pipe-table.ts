/** Splits a row of a pipe table (GFM 4.10): an escaped pipe is text, the outer pipes are optional. */
export const splitPipes = (line: string): readonly string[] => {
  const cells: string[] = [];
  let cell = '';
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] as string;
    if (character === '\\' && line[at + 1] === '|') {
      cell += '|';
      at += 1;
    } else if (character === '|') {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  cells.push(cell);
  const trimmed = cells.map((text) => text.trim());
  const from = trimmed[0] === '' && line.trimStart().startsWith('|') ? 1 : 0;
  const to =
    trimmed.length > from + 1 && trimmed.at(-1) === '' && /\|\s*$/.test(line)
      ? trimmed.length - 1
      : trimmed.length;
  return trimmed.slice(from, to);
};

/** The row under a table's head: dashes with optional colons. */
export const isDelimiterRow = (line: string): boolean =>
  line.includes('-') && line.includes('|') && splitPipes(line).every((cell) => /^:?-+:?$/.test(cell));

import type { Instance } from './find-instances.ts';
import type { Token } from './token.ts';

/**
 * The lines that belong to tables: all from a table's first label to its last figure but sentences, and,
 * of a true table, but the words between its parts.
 */
export const tableLines = (tokens: readonly Token[], instances: readonly Instance[]): ReadonlySet<number> => {
  const lines = new Set<number>();
  for (const { from, to, labels } of instances) {
    const grid = [...labels.keys()].filter((at) => (tokens[at] as Token).lineKind === 'grid').length;
    const trueTable = grid * 2 > labels.size;
    for (let at = from; at < to; at++) {
      const { line, endLine } = tokens[at] as Token;
      // The further lines of a folded label have no token of their own.
      for (let one = line; one <= endLine; one++) lines.add(one);
    }
    for (let at = from; at < to; at++) {
      const token = tokens[at] as Token;
      const outside = trueTable && token.kind === 'words' && token.match.labels.length === 0;
      if ((token.kind === 'prose' || outside) && token.lineKind !== 'grid') lines.delete(token.line);
    }
  }
  return lines;
};

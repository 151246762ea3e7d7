import type { Instance } from './find-instances.ts';
import type { Token } from './token.ts';

/** The lines that belong to tables: all from a table's first label to its last figure but sentences. */
export const tableLines = (tokens: readonly Token[], instances: readonly Instance[]): ReadonlySet<number> => {
  const lines = new Set<number>();
  for (const { from, to } of instances) {
    for (let at = from; at < to; at++) lines.add((tokens[at] as Token).line);
    for (let at = from; at < to; at++) {
      const token = tokens[at] as Token;
      if (token.kind === 'prose' && token.lineKind !== 'grid') lines.delete(token.line);
    }
  }
  return lines;
};

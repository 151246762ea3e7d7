import { createHash } from 'node:crypto';

/**
 * A hash of what a request asks, files by their content: the same for the same request sent again, whatever boundary
 * its form has.
 */
export const hashInput = async (input: unknown): Promise<string> => {
  const hash = createHash('sha256');
  const add = async (value: unknown): Promise<void> => {
    if (value instanceof Blob) {
      hash.update(`file ${value.size}\n`).update(new Uint8Array(await value.arrayBuffer()));
      return;
    }
    if (typeof value !== 'object' || value === null) {
      hash.update(`${JSON.stringify(value)}\n`);
      return;
    }
    for (const [key, inner] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
      hash.update(`${JSON.stringify(key)}:`);
      await add(inner);
    }
    hash.update(';');
  };
  await add(input);
  return hash.digest('hex');
};

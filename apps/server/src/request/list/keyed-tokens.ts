import { createCipheriv } from 'node:crypto';
import type { Cipher } from '../../platform/secret/cipher.ts';

const blockBytes = 16;

/**
 * Keyed hashes of texts of at most four characters, 32 bits each: one block of AES under a key of the agency's own is
 * a pseudorandom function, and all blocks of an application are one call. The same pair of characters has another
 * token at every agency. Whoever has the database without the key reads no text from them.
 */
export const tokensOf = (cipher: Cipher, agencyId: string, pairs: readonly string[]): readonly number[] => {
  const key = cipher.index(agencyId, 'request_search.tokens');
  const blocks = Buffer.alloc(pairs.length * blockBytes);
  for (const [index, pair] of pairs.entries())
    for (const [at, character] of [...pair].entries())
      blocks.writeUInt32BE(character.codePointAt(0) ?? 0, index * blockBytes + at * 4);
  const hashed = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(blocks);
  return [...new Set(pairs.map((_, index) => hashed.readInt32BE(index * blockBytes)))];
};

import { timingSafeEqual } from 'node:crypto';
import type { Cipher } from '../platform/secret/cipher.ts';

/** No characters that are taken for one another on paper. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * The query code (查询码) of an application, twelve characters: XXXX-XXXX-XXXX, sixty bits. It comes from the
 * installation's key and the application's id, so it stands nowhere in the database and an answer that got lost can
 * be given again.
 */
export const queryCode = (cipher: Cipher, requestId: string): string => {
  const characters = Array.from(
    cipher.index(requestId, 'request.query_code').subarray(0, 12),
    (byte) => alphabet[byte % alphabet.length],
  ).join('');
  return characters.replace(/(.{4})(?=.)/g, '$1-');
};

/** Whether somebody knows the code; however they type it. */
export const isQueryCode = (cipher: Cipher, requestId: string, typed: string): boolean => {
  const plain = (text: string): Buffer =>
    Buffer.from(cipher.index(text.toUpperCase().replace(/[^0-9A-Z]/g, ''), 'request.query_code_typed'));
  return timingSafeEqual(plain(typed), plain(queryCode(cipher, requestId)));
};

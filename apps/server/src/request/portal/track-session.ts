import type { Cipher } from '../../platform/secret/cipher.ts';
import type { ReceiptProof } from '../applicant-access.ts';

/** Minutes without a request after which number and query code are asked for again. */
export const trackMinutes = 30;

const place = 'cookie.track';

/**
 * What the browser carries after number and query code were given: both, encrypted with the installation's key, and
 * until when they count. It opens this one application, and nothing is kept of it on the server.
 */
export const sealSession = (cipher: Cipher, { number, queryCode }: ReceiptProof, now: Date): string =>
  cipher
    .encrypt(JSON.stringify({ number, queryCode, until: now.getTime() + trackMinutes * 60_000 }), place)
    .toString('base64url');

/** Number and code of a session; null where it is over, or none. */
export const openSession = (cipher: Cipher, sealed: string | null, now: Date): ReceiptProof | null => {
  if (sealed === null) return null;
  try {
    const { number, queryCode, until } = JSON.parse(
      cipher.decrypt(Buffer.from(sealed, 'base64url'), place),
    ) as ReceiptProof & { readonly until: number };
    return until > now.getTime() ? { number, queryCode } : null;
  } catch {
    // Of another key, or made by hand.
    return null;
  }
};

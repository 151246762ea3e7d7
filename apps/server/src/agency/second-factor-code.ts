import { randomInt, timingSafeEqual } from 'node:crypto';
import { HOTP, Secret, TOTP } from 'otpauth';
import type { Cipher } from '../platform/secret/cipher.ts';

const period = 30;
const issuer = '政府信息公开';

/** A new secret (160 bits, RFC 4226 §4 R6), in Base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that an authenticator reads from a QR code. */
export const totpUri = (secret: string, username: string): string =>
  new TOTP({ issuer, label: username, secret, algorithm: 'SHA1', digits: 6, period }).toString();

const equal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * The time step (RFC 6238) that a code is of; undefined when it is of none. The step before and the one after count
 * too, for clocks that differ; steps up to `lastStep` don't: no code counts twice (RFC 6238 §5.2).
 */
export const totpStep = (
  secret: string,
  code: string,
  lastStep: number | null,
  now: Date,
): number | undefined => {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return undefined;
  const current = Math.floor(now.getTime() / 1000 / period);
  const key = Secret.fromBase32(secret);
  return [current - 1, current, current + 1].find(
    (step) =>
      step > (lastStep ?? -1) &&
      equal(digits, HOTP.generate({ secret: key, counter: step, digits: 6, algorithm: 'SHA1' })),
  );
};

const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codes = 10;

/** Codes for when the telephone is lost, each good once (about 59 bits). */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: codes }, () =>
    Array.from({ length: 12 }, () => letters[randomInt(letters.length)])
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  );

/** What stands in the table for a recovery code: a keyed hash, so that the table alone is of no use. */
export const recoveryCodeHash = (cipher: Cipher, personId: string, code: string): string =>
  cipher
    .index(`${personId}\n${code.toUpperCase().replace(/[^0-9A-Z]/g, '')}`, 'person.recovery_codes')
    .toString('base64url');

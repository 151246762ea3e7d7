import type { Applicant, RequestContent } from '@gongkai/contract';
import type { Cipher } from '../platform/secret/cipher.ts';

export type Texts = Readonly<Record<string, unknown>>;

const places = {
  applicant: 'request.applicant',
  content: 'request.content',
  step: 'request_step.sealed',
  removal: 'request_file.removal',
} as const;

/** Encrypts texts that may hold personal data, as one JSON; null where there are none. */
export const sealTexts = (cipher: Cipher, place: keyof typeof places, texts: Texts): Buffer | null => {
  const given = Object.entries(texts).filter(([, value]) => value !== null && value !== undefined);
  return given.length === 0 ? null : cipher.encrypt(JSON.stringify(Object.fromEntries(given)), places[place]);
};

/** The texts again; empty where retention has destroyed them. Throws `CipherError`. */
export const openTexts = (cipher: Cipher, place: keyof typeof places, sealed: Buffer | null): Texts =>
  sealed === null ? {} : (JSON.parse(cipher.decrypt(sealed, places[place])) as Texts);

/** What isn't given isn't sealed. */
const noApplicant = { identity: null, contactPerson: null, phone: null, email: null, address: null } as const;

/** Who applied; null where retention has destroyed it. */
export const openApplicant = (cipher: Cipher, sealed: Buffer | null): Applicant | null =>
  sealed && ({ ...noApplicant, ...openTexts(cipher, 'applicant', sealed) } as Applicant);

/** What was applied for; null where retention has destroyed it. */
export const openContent = (cipher: Cipher, sealed: Buffer | null): RequestContent | null =>
  sealed &&
  ({ title: null, documentNumber: null, ...openTexts(cipher, 'content', sealed) } as RequestContent);

import type { Applicant, RequestContent } from '@gongkai/contract';
import type { Cipher } from '../platform/secret/cipher.ts';

/** Writings of the same thing that differ in width, case, white space and punctuation are one. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}]/gu, '');

/** By what an applicant is found again without decrypting anybody: identity and telephone. */
export const personIndexes = (
  cipher: Cipher,
  { identity, phone }: Pick<Applicant, 'identity' | 'phone'>,
): { readonly identity_index: Buffer | null; readonly phone_index: Buffer | null } => ({
  identity_index: identity && cipher.index(`${identity.kind} ${plain(identity.number)}`, 'request.identity'),
  phone_index: phone ? cipher.index(plain(phone), 'request.phone') : null,
});

/** 条例第三十六条第（六）项: by what the same matter is found again, in the same words. */
export const matterIndex = (cipher: Cipher, { description }: Pick<RequestContent, 'description'>): Buffer =>
  cipher.index(plain(description), 'request.matter');

import type { Cipher } from '../platform/secret/cipher.ts';

/** How a person is reached. Encrypted in the table. */
export interface Contact {
  readonly phone: string | null;
  readonly email: string | null;
}

const seal = (cipher: Cipher, text: string | null, place: string): Buffer | null =>
  text === null || text === '' ? null : cipher.encrypt(text, place);

/** The columns that a change of contact details writes; none for what isn't changed. */
export const contactColumns = (
  cipher: Cipher,
  change: { readonly phone?: string | null | undefined; readonly email?: string | null | undefined },
): { readonly phone?: Buffer | null; readonly email?: Buffer | null } => ({
  ...(change.phone === undefined ? {} : { phone: seal(cipher, change.phone, 'person.phone') }),
  ...(change.email === undefined ? {} : { email: seal(cipher, change.email, 'person.email') }),
});

export const readContact = (
  cipher: Cipher,
  row: { readonly phone: Buffer | null; readonly email: Buffer | null },
): Contact => ({
  phone: row.phone && cipher.decrypt(row.phone, 'person.phone'),
  email: row.email && cipher.decrypt(row.email, 'person.email'),
});

/** 138****5678; what is too short to show a part of is hidden whole. */
const maskPhone = (phone: string): string => {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 7
    ? '****'
    : `${digits.slice(0, 3)}****${digits.slice(-(digits.length < 9 ? 2 : 4))}`;
};

const maskEmail = (email: string): string => {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, Math.min(1, at))}***${email.slice(at)}`;
};

/** Contact details as lists show them: enough to recognise, not enough to use. */
export const maskContact = ({ phone, email }: Contact): Contact => ({
  phone: phone && maskPhone(phone),
  email: email && maskEmail(email),
});

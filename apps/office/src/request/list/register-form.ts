import type { EarlierQuery, RegisterRequest } from '@gongkai/contract';
import { checkIdentity, type IdentityKind } from '@gongkai/statute';

/** What the form holds: flat, so that each error finds its field. */
export interface RegisterForm {
  readonly channel: RegisterRequest['channel'];
  readonly on: string;
  readonly kind: RegisterRequest['applicant']['kind'];
  readonly name: string;
  readonly identityKind: IdentityKind;
  readonly identityNumber?: string;
  readonly contactPerson?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly title?: string;
  readonly documentNumber?: string;
  readonly description: string;
  readonly form: RegisterRequest['form'];
  readonly way: RegisterRequest['way'];
}

const given = (text: string | undefined): string | null => text?.trim() || null;

/** The form as the API takes it. */
export const registrationOf = (agencyId: string, values: RegisterForm): RegisterRequest => ({
  agencyId,
  channel: values.channel,
  on: values.on,
  applicant: {
    kind: values.kind,
    name: values.name.trim(),
    identity: given(values.identityNumber)
      ? { kind: values.identityKind, number: given(values.identityNumber) ?? '' }
      : null,
    contactPerson: values.kind === 'naturalPerson' ? null : given(values.contactPerson),
    phone: given(values.phone),
    email: given(values.email),
    address: given(values.address),
  },
  content: {
    title: given(values.title),
    documentNumber: given(values.documentNumber),
    description: values.description.trim(),
  },
  form: values.form,
  way: values.way,
});

/** What is looked for beside the form while it is filled in; null while there is too little to look for. */
export const earlierQueryOf = (
  agencyId: string,
  { name, identityKind, identityNumber, phone, title, documentNumber, description }: Partial<RegisterForm>,
): EarlierQuery | null => {
  const applicant = {
    name: given(name),
    identityKind: identityKind ?? 'idCard',
    identityNumber: given(identityNumber),
    phone: given(phone),
  };
  const written = given(description) ?? '';
  const isEnough =
    [...(applicant.name ?? '')].length >= 2 ||
    (applicant.identityNumber?.length ?? 0) >= 6 ||
    (applicant.phone?.length ?? 0) >= 7 ||
    [...written].length >= 6 ||
    [...(given(title) ?? '')].length >= 4;
  return isEnough
    ? {
        agencyId,
        applicant,
        title: given(title),
        documentNumber: given(documentNumber),
        description: written,
      }
    : null;
};

/** What is wrong with the number of a document, as soon as it is typed; null where nothing is, or nothing was given. */
export const identityProblem = (
  kind: IdentityKind,
  number: string | undefined,
  today: string,
): string | null => {
  if (!given(number)) return null;
  const checked = checkIdentity(kind, given(number) ?? '', today as never);
  return checked.ok ? null : checked.reason;
};

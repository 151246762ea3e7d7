/** What the form asks for, by the names of its controls. */
const draftFieldNames = [
  'agencyId',
  'kind',
  'name',
  'identityKind',
  'identityNumber',
  'contactPerson',
  'phone',
  'email',
  'address',
  'title',
  'documentNumber',
  'description',
  'form',
  'way',
] as const;

export type DraftField = (typeof draftFieldNames)[number];

/** What was typed, as it was typed. */
export type DraftFields = Readonly<Record<DraftField, string>>;

export const emptyFields = Object.fromEntries(draftFieldNames.map((name) => [name, ''])) as DraftFields;

/** Characters kept of a field: more than are taken, so that what is too long can be shortened instead of being lost. */
const kept = 20_000;

/** The fields of a form; what isn't in it stays as it was. */
export const fieldsOf = (form: ReadonlyMap<string, string>, before: DraftFields): DraftFields =>
  Object.fromEntries(
    draftFieldNames.map((name) => [name, (form.get(name) ?? before[name]).slice(0, kept)]),
  ) as DraftFields;

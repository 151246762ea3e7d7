import type { ChangeAgency } from '@gongkai/contract';
import type { AgencyRow } from './agency-tree.ts';

/** The fields that may be changed, by the names of the contract, and their columns. */
const columns = {
  name: 'name',
  shortName: 'short_name',
  creditCode: 'credit_code',
  regionCode: 'region_code',
  organisationCode: 'organisation_code',
  workingBody: 'working_body',
  address: 'address',
  officeHours: 'office_hours',
  phone: 'phone',
  fax: 'fax',
  email: 'email',
  sort: 'sort',
  organKind: 'organ_kind',
  reviewGovernment: 'review_government',
  reviewDepartment: 'review_department',
  localGovernment: 'local_government',
  court: 'court',
  letterContact: 'letter_contact',
  returnTo: 'return_to',
  feePayment: 'fee_payment',
  registrationWord: 'registration_word',
  replyWord: 'reply_word',
  letterWord: 'letter_word',
} as const;

export type AgencyField = keyof typeof columns;
export type AgencyFields = Omit<ChangeAgency, 'id'>;
type Values = Partial<Pick<AgencyRow, (typeof columns)[AgencyField]>>;

/** Fields of the contract as columns; what isn't given isn't there. */
export const columnsOf = (fields: AgencyFields): Values =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([field, column]) => {
      const value = fields[field as AgencyField];
      return value === undefined ? [] : [[column, value]];
    }),
  );

/** Of new values those that differ from a row, and what stood there before. */
export const differences = (
  row: AgencyRow,
  values: Values & Partial<Pick<AgencyRow, 'parent_id' | 'is_competent'>>,
): {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
} => {
  const changed = Object.entries(values).filter(
    ([column, value]) => row[column as keyof AgencyRow] !== value,
  );
  return {
    before: Object.fromEntries(changed.map(([column]) => [column, row[column as keyof AgencyRow]])),
    after: Object.fromEntries(changed),
  };
};

import { checkCreditCode, checkOrganisationCode } from '@gongkai/statute';
import type { AgencyFields } from './agency-fields.ts';

type Codes = Pick<AgencyFields, 'creditCode' | 'organisationCode'>;

type CheckedCodes =
  | { readonly ok: true; readonly value: Codes }
  | { readonly ok: false; readonly field: 'creditCode' | 'organisationCode'; readonly reason: string };

/** GB 32100: characters 9 to 17 of a credit code are the organisation code, which index numbers begin with. */
export const organisationCodeIn = (creditCode: string | null | undefined): string | null =>
  creditCode ? creditCode.slice(8, 17) : null;

/** Checks the codes that are given and writes them the standard way. */
export const checkAgencyCodes = ({ creditCode, organisationCode }: Codes): CheckedCodes => {
  const value: { creditCode?: string | null; organisationCode?: string | null } = {};
  if (creditCode !== undefined) {
    if (creditCode === null) value.creditCode = null;
    else {
      const checked = checkCreditCode(creditCode);
      if (!checked.ok) return { ok: false, field: 'creditCode', reason: checked.reason };
      value.creditCode = checked.value;
    }
  }
  if (organisationCode === null) value.organisationCode = null;
  else if (organisationCode !== undefined) {
    const checked = checkOrganisationCode(organisationCode);
    if (!checked.ok) return { ok: false, field: 'organisationCode', reason: checked.reason };
    value.organisationCode = checked.value;
  }
  return { ok: true, value };
};

import { creditCodeCheckCharacter, organisationCodeCheckCharacter } from '@gongkai/statute';

/** No province has 99 (GB/T 2260): nobody can take the district for a real one. */
export const inventedRegion = '990101';

/**
 * A credit code (GB 32100) for an invented agency: right in form and check characters, of a region that doesn't
 * exist. `serial` from 0 to 999999.
 */
export const inventCreditCode = (serial: number): string => {
  const first8 = `MB${String(serial).padStart(6, '0')}`;
  const first17 = `11${inventedRegion}${first8}${organisationCodeCheckCharacter(first8)}`;
  return first17 + creditCodeCheckCharacter(first17);
};

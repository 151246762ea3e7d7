import type { Event } from './event.ts';

/**
 * The event of showing personal data in full on purpose, where lists mask it (个人信息保护法第五十一条). To be
 * recorded in the act that reads the data.
 *
 * @param fields what was shown, in words of the field: 姓名, 证件号码; never the values
 * @param reason why, as the reader gave it
 */
export const personalDataShown = (shown: {
  readonly agencyId: string;
  readonly subject: Event['subject'];
  readonly fields: readonly string[];
  readonly reason: string;
}): Event => ({
  kind: 'personal_data_shown',
  agencyId: shown.agencyId,
  subject: shown.subject,
  data: { fields: shown.fields, reason: shown.reason },
});

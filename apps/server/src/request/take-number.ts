import type { Agency } from '@gongkai/contract';
import { formatDocumentNumber } from '@gongkai/statute';
import { sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';

/** The usual words; an agency may have its own. */
const words = { registration: '依申请', reply: '依申请复', letter: '依申请函' } as const;
type Series = keyof typeof words;

interface Taken {
  readonly last: number;
  readonly short_name: string;
  readonly registration_word: string | null;
  readonly reply_word: string | null;
  readonly letter_word: string | null;
}

/**
 * The next number of a series of an agency: 区政府办依申请〔2026〕12号. Who takes one waits for whoever took the one
 * before, and an act that fails gives its number back: no gaps, no doubles. Take it last in an act.
 */
export const takeNumber = async (
  db: Db,
  agencyId: string,
  series: Series,
  year: number,
): Promise<{ readonly serial: number; readonly number: string }> => {
  const { rows } = await sql<Taken>`
    with taken as (
      insert into request_number (agency_id, series, year, last) values (${agencyId}, ${series}, ${year}, 1)
      on conflict (agency_id, series, year) do update set last = request_number.last + 1
      returning last
    )
    select taken.last, short_name, registration_word, reply_word, letter_word
    from taken, agency where agency.id = ${agencyId}`.execute(db);
  const { last: serial, short_name, ...own } = rows[0]!;
  const code = `${short_name}${own[`${series}_word`] ?? words[series]}`;
  return { serial, number: formatDocumentNumber({ code, year, serial }) };
};

/** How a number stands on a draft that hasn't got one: 区政府办依申请复〔2026〕　号. */
export const blankNumber = (
  agency: Pick<Agency, 'shortName' | 'registrationWord' | 'replyWord' | 'letterWord'>,
  series: Series,
  year: number,
): string => `${agency.shortName}${agency[`${series}Word`] ?? words[series]}〔${year}〕　号`;

import { civilDate, monthFees } from '@gongkai/statute';
import type { Db } from '../platform/database/open-database.ts';
import type { Case } from './load-case.ts';
import type { StepFacts } from './step.ts';

type Registered = Pick<Case['row'], 'year' | 'serial'>;

/** Of two of one day the one that was registered first. */
const isEarlier = (one: Registered, other: Registered): boolean =>
  one.year < other.year || (one.year === other.year && one.serial < other.serial);

/**
 * How many items (件) of the same applicant this agency has received in the calendar month before this application
 * (信息处理费管理办法第四条: 同一申请人一个自然月内累计). The same applicant is one of the same identity or the same telephone. An
 * application is one item, or as many as a fee notice by item split it into. 0 as long as it isn't received itself.
 */
export const itemsBefore = async (db: Db, { row }: Pick<Case, 'row'>): Promise<number> => {
  const { received_on: receivedOn, identity_index, phone_index } = row;
  if (receivedOn === null || (identity_index === null && phone_index === null)) return 0;
  const others = await db
    .selectFrom('request')
    .leftJoin('request_step as notice', (join) =>
      join
        .onRef('notice.agency_id', '=', 'request.agency_id')
        .onRef('notice.request_id', '=', 'request.id')
        .on('notice.step', '=', 'issue_fee_notice'),
    )
    .select(['request.id', 'request.year', 'request.serial', 'request.received_on', 'notice.facts'])
    .where('request.agency_id', '=', row.agency_id)
    .where('request.id', '<>', row.id)
    .where('request.received_on', '>=', `${receivedOn.slice(0, 7)}-01`)
    .where('request.received_on', '<=', receivedOn)
    .where((e) =>
      e.or([
        ...(identity_index ? [e('identity_index', '=', identity_index)] : []),
        ...(phone_index ? [e('phone_index', '=', phone_index)] : []),
      ]),
    )
    .execute();
  const items = (facts: unknown): number => {
    const notice = facts as StepFacts['issue_fee_notice'] | null;
    return notice?.scheme === 'item' ? notice.quantity : 1;
  };
  const counted = [
    ...others.filter((one) => one.received_on !== receivedOn || isEarlier(one, row)),
    { id: row.id, received_on: receivedOn, facts: null },
  ].map(({ id, received_on, facts }) => ({
    id,
    receivedOn: civilDate(received_on ?? receivedOn),
    items: items(facts),
    scheme: 'none' as const,
  }));
  const fees = monthFees(counted);
  if (!fees.ok) throw new Error(fees.reason);
  return fees.value.find(({ id }) => id === row.id)?.before ?? 0;
};

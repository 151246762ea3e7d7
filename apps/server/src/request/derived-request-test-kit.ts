import type { Calendar } from '@gongkai/statute';
import type { Selectable } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import { clockOf, todayOf } from './case-clock.ts';
import { readFacts } from './facts.ts';
import { loadSteps } from './load-case.ts';
import type { RequestTable } from './tables.ts';

/** What the row of an application has to hold by the steps that were taken. */
export const deriveRequest = async (
  db: Db,
  row: Selectable<RequestTable>,
  calendar: Calendar,
  now: Date,
): Promise<Pick<Selectable<RequestTable>, 'state' | 'outcome' | 'received_on' | 'due_on'>> => {
  const steps = await loadSteps(db, row);
  const { state, outcome } = readFacts(steps);
  const { received, due } = clockOf(steps, calendar, todayOf(now));
  return { state, outcome, received_on: received, due_on: due };
};

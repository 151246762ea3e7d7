import type { Db } from '../platform/database/open-database.ts';
import type { Spine } from '../platform/spine.ts';

/** The job by which the area `disclosure` gives new agencies their standard columns; its data. */
export const openColumnsJob = 'open_standard_columns';
export interface OpenColumns {
  readonly agencyIds: readonly string[];
}

/** How many agencies one job is for. */
const atOnce = 200;

/** What follows in other areas when agencies come to be, enqueued in the act itself. */
export const followNewAgencies = async (
  spine: Spine,
  db: Db,
  agencyIds: readonly string[],
): Promise<void> => {
  for (let from = 0; from < agencyIds.length; from += atOnce)
    await spine.jobs.enqueue(db, openColumnsJob, {
      agencyIds: agencyIds.slice(from, from + atOnce),
    } satisfies OpenColumns);
};

import { sql } from 'kysely';
import { type Caller, permitReading } from '../../agency/index.ts';
import type { Spine } from '../../platform/spine.ts';

/** Who can handle an agency's applications, by name, and how many open ones each has. */
export const listOfficers = async (
  spine: Spine,
  caller: Caller,
  agencyId: string,
): Promise<{ id: string; name: string; open: number }[]> => {
  await permitReading(spine, caller, 'request.view', agencyId);
  const { rows } = await sql<{ id: string; name: string; open: number }>`
    select person.id, person.name,
      (select count(*) from request r
        where r.officer_id = person.id and r.waiting is not null and r.agency_id = ${agencyId}::uuid) as open
    from post join person on person.id = post.person_id
    where post.agency_id = ${agencyId}::uuid and post.role = 'officer' and post.authorised_at is not null
      and post.ended_at is null and person.left_on is null
    order by person.name collate "zh-x-icu", person.id`.execute(spine.db);
  return [...rows];
};

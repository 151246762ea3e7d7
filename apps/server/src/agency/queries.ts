import type { Agency } from '@gongkai/contract';
import { type Selectable, sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import type { AgencyTable } from './tables.ts';

/** What the API tells of an agency. */
export const presentAgency = (row: Selectable<AgencyTable>): Agency => ({
  id: row.id,
  parentId: row.parent_id,
  kind: row.kind,
  name: row.name,
  shortName: row.short_name,
  creditCode: row.credit_code,
  regionCode: row.region_code,
  organisationCode: row.organisation_code,
  isCompetent: row.is_competent,
  workingBody: row.working_body,
  address: row.address,
  officeHours: row.office_hours,
  phone: row.phone,
  fax: row.fax,
  email: row.email,
  sort: row.sort,
  closedOn: row.closed_on,
});

/** An agency and all below it, parents before children. */
export const agenciesFrom = async (db: Db, agencyIds: readonly string[]): Promise<readonly Agency[]> => {
  const { rows } = await sql<Selectable<AgencyTable>>`
    with recursive tree (id, depth) as (
      select id, 0 from agency where id = any(${agencyIds}::uuid[])
      union
      select a.id, tree.depth + 1 from agency a join tree on a.parent_id = tree.id where tree.depth < 20
    )
    select a.* from agency a join (select id, min(depth) depth from tree group by id) t using (id)
    order by t.depth, a.sort, a.name collate "zh-x-icu"`.execute(db);
  return rows.map(presentAgency);
};

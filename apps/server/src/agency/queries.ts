import type { Agency, AgencyEntry, AgencyInTree, PublicAgency } from '@gongkai/contract';
import { sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { AgencyRow } from './agency-tree.ts';
import { agenciesAbove } from './permit.ts';

/** An agency as lists and trees show it. */
export const presentEntry = (row: AgencyRow): AgencyEntry => ({
  id: row.id,
  parentId: row.parent_id,
  kind: row.kind,
  name: row.name,
  shortName: row.short_name,
  isCompetent: row.is_competent,
  sort: row.sort,
  closedOn: row.closed_on,
});

/** What anybody may know of an agency (条例第十二条第二款). */
export const presentPublic = (row: AgencyRow): PublicAgency => ({
  ...presentEntry(row),
  creditCode: row.credit_code,
  workingBody: row.working_body,
  address: row.address,
  officeHours: row.office_hours,
  phone: row.phone,
  fax: row.fax,
  email: row.email,
});

/** What the API tells of an agency. */
const presentAgency = (row: AgencyRow): Agency => ({
  ...presentPublic(row),
  regionCode: row.region_code,
  organisationCode: row.organisation_code,
  organKind: row.organ_kind,
  reviewGovernment: row.review_government,
  reviewDepartment: row.review_department,
  localGovernment: row.local_government,
  court: row.court,
  letterContact: row.letter_contact,
  returnTo: row.return_to,
  feePayment: row.fee_payment,
  registrationWord: row.registration_word,
  replyWord: row.reply_word,
  letterWord: row.letter_word,
});

const pinyin = sql`name collate "zh-x-icu"`;

/** Agencies and all below them, parents before children, those of one level in their order, then by pinyin. */
export const agenciesFrom = async (
  db: Db,
  agencyIds: readonly string[],
  options: { readonly closed?: boolean } = {},
): Promise<readonly AgencyRow[]> => {
  const { rows } = await sql<AgencyRow>`
    with recursive tree (id, depth) as (
      select id, 0 from agency where id = any(${agencyIds}::uuid[])
      union
      select a.id, tree.depth + 1 from agency a join tree on a.parent_id = tree.id where tree.depth < 20
    )
    select a.* from agency a join (select id, min(depth) depth from tree group by id) t using (id)
    where ${options.closed ?? false} or a.closed_on is null
    order by t.depth, a.sort, ${pinyin}`.execute(db);
  return rows;
};

/** How many levels there are below an agency; 0 where nothing is. */
export const levelsBelow = async (db: Db, agencyId: string): Promise<number> => {
  const { rows } = await sql<{ depth: number }>`
    with recursive tree (id, depth) as (
      select ${agencyId}::uuid, 0
      union all
      select a.id, tree.depth + 1 from agency a join tree on a.parent_id = tree.id where tree.depth < 20
    )
    select max(depth) depth from tree`.execute(db);
  return rows[0]?.depth ?? 0;
};

/** One agency with those above it, nearest first, and the open ones directly below. */
export const readAgency = async (db: Db, id: string): Promise<AgencyInTree> => {
  const agency = await db.selectFrom('agency').selectAll().where('id', '=', id).executeTakeFirst();
  if (!agency)
    throw new Refusal('not_found', 'AGENCY_NOT_FOUND', '没有这个单位，可能已被合并。请刷新单位列表。');
  const aboveIds = await agenciesAbove(db, id);
  const near = await db
    .selectFrom('agency')
    .selectAll()
    .where((e) =>
      e.or([
        e('id', '=', sql<string>`any(${aboveIds}::uuid[])`),
        e.and([e('parent_id', '=', id), e('closed_on', 'is', null)]),
      ]),
    )
    .orderBy('sort')
    .orderBy(pinyin)
    .execute();
  const byId = new Map(near.map((row) => [row.id, row]));
  return {
    ...presentAgency(agency),
    above: aboveIds.flatMap((above) => byId.get(above) ?? []).map(presentEntry),
    below: near.filter((row) => row.parent_id === id).map(presentEntry),
  };
};

/**
 * The topmost agency of the installation; null before it is set up. What belongs to the whole installation, its
 * settings and its calendar, is permitted by a post there.
 */
export const rootAgencyId = async (db: Db): Promise<string | null> => {
  const root = await db
    .selectFrom('agency')
    .select('id')
    .where('parent_id', 'is', null)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return root?.id ?? null;
};

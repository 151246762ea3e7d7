import type { Applicant, ListRequests, RequestLine, RequestOrder } from '@gongkai/contract';
import { sql } from 'kysely';
import { type Caller, permitReading } from '../../agency/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import { calendarOf, todayOf } from '../case-clock.ts';
import type { RequestRow } from '../load-case.ts';
import { presentLine, readsWhole } from '../present-line.ts';
import { openTexts } from '../seal-texts.ts';
import { dueWindowsOn } from './due-windows.ts';
import { conditionsOf, searchTokens } from './request-filter.ts';
import { searchedTexts, standsIn, wordsOf } from './search-text.ts';

export type ListedRow = RequestRow & { readonly officer_name: string | null };

/** Candidates of a search that one page looks at: then it ends, perhaps short, and the next goes on from there. */
const mostCandidates = 2_000;

/** Where a page of a list ends: sorted by newest, the id; by due date, that before it. */
const cursorOf = (order: RequestOrder, row: RequestRow): string =>
  order === 'newest' ? row.id : `${row.due_on ?? 'infinity'}_${row.id}`;

const readCursor = (after: string): { readonly due: string; readonly id: string } => {
  const [, due = 'infinity', id = ''] =
    /^(?:(\d{4}-\d{2}-\d{2}|infinity)_)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after) ?? [];
  if (id === '')
    throw new Refusal('invalid', 'PAGE_INVALID', '无法识别从哪里接着列，请回到第一页重新查询。', 'after');
  return { due, id };
};

const allOf = (conditions: ReturnType<typeof conditionsOf>) => sql.join([...conditions], sql` and `);

/**
 * Where words are searched for, what has their tokens, the newest first: sorted before anything else is joined, so
 * that of ten thousand hits a page's worth of applications is read.
 */
const hits = (agencyId: string, tokens: readonly number[], before: string | null) => sql`
    join (
      select request_id from request_search
      where agency_id = ${agencyId}::uuid and tokens @> ${tokens}::integer[]
        ${before === null ? sql`` : sql`and request_id < ${before}::uuid`}
      order by request_id desc
    ) s on s.request_id = r.id`;

/** The statement of one page. */
const pageQuery = (
  conditions: ReturnType<typeof conditionsOf>,
  {
    agencyId,
    order,
    after,
    limit,
    tokens,
  }: Pick<ListRequests, 'agencyId' | 'order' | 'after'> & {
    readonly limit: number;
    readonly tokens: readonly number[] | null;
  },
) => {
  const place = after === undefined ? null : readCursor(after);
  const further =
    place === null
      ? sql``
      : order === 'newest'
        ? sql` and r.id < ${place.id}::uuid`
        : sql` and (coalesce(r.due_on, 'infinity'), r.id) > (${place.due}::date, ${place.id}::uuid)`;
  const before = order === 'newest' && place !== null ? place.id : null;
  return sql<ListedRow>`
    select r.*, officer.name as officer_name from request r
    ${tokens === null ? sql`` : hits(agencyId, tokens, before)}
    left join person officer on officer.id = r.officer_id
    where ${allOf(conditions)}${further}
    order by ${order === 'newest' ? sql`r.id desc` : sql`coalesce(r.due_on, 'infinity'), r.id`}
    limit ${limit}`;
};

/** What a search is held against once more, in clear: the number alone for whoever may not read the rest. */
const textsOf = ({ cipher }: Spine, row: RequestRow, isWhole: boolean): readonly string[] => {
  const { name = null } = openTexts(cipher, 'applicant', row.applicant) as Partial<Applicant>;
  return isWhole
    ? searchedTexts({
        number: row.number,
        applicantName: name,
        content: openTexts(cipher, 'content', row.content),
      })
    : searchedTexts({ number: row.number, applicantName: null, content: {} });
};

export interface PageOfRows {
  readonly rows: readonly ListedRow[];
  readonly next: string | null;
}

/** One page of rows that fit, whoever asks having been permitted. */
export const findRows = async (
  spine: Spine,
  caller: Caller,
  { agencyId, order, after, size, ...filter }: ListRequests,
): Promise<PageOfRows> => {
  const calendar = await calendarOf(spine.db, agencyId);
  const windows = dueWindowsOn(calendar, todayOf(spine.now()));
  const conditions = conditionsOf(caller, agencyId, filter, windows);
  const words = wordsOf(filter.q ?? '');
  const tokens = filter.q ? searchTokens(spine.cipher, agencyId, filter.q) : null;
  const isWhole = readsWhole(caller, agencyId);
  const kept: ListedRow[] = [];
  let place = after;
  for (let looked = 0; ; ) {
    const { rows } = await pageQuery(conditions, {
      agencyId,
      order,
      after: place,
      limit: size + 1,
      tokens,
    }).execute(spine.db);
    looked += rows.length;
    kept.push(...(tokens ? rows.filter((row) => standsIn(words, textsOf(spine, row, isWhole))) : rows));
    const [last] = rows.slice(-1);
    if (kept.length > size) {
      const page = kept.slice(0, size);
      return { rows: page, next: cursorOf(order, page.at(-1)!) };
    }
    if (!last || rows.length <= size) return { rows: kept, next: null };
    place = cursorOf(order, last);
    if (looked >= mostCandidates) return { rows: kept, next: place };
  }
};

/** Rows as lines, with the days that are left by the agency's calendar. */
export const presentRows = async (
  spine: Spine,
  caller: Caller,
  agencyId: string,
  rows: readonly ListedRow[],
): Promise<RequestLine[]> => {
  const given = {
    calendar: await calendarOf(spine.db, agencyId),
    today: todayOf(spine.now()),
    isWhole: readsWhole(caller, agencyId),
  };
  return rows.map((row) => presentLine(spine, row, { ...given, officerName: row.officer_name }));
};

/**
 * An agency's applications that fit, a page at a time: the newest first, or those that are due first (what has no due
 * date yet comes last). A page costs the same however far down it is. Whoever supervises from above sees how they
 * stand, without applicants and titles, and finds them by number only. Throws `PermissionDenied`, `Refusal`
 * PAGE_INVALID, SEARCH_TOO_SHORT.
 */
export const listRequests = async (
  spine: Spine,
  caller: Caller,
  asked: ListRequests,
): Promise<{ readonly items: RequestLine[]; readonly next: string | null }> => {
  await permitReading(spine, caller, 'request.view', asked.agencyId);
  const { rows, next } = await findRows(spine, caller, asked);
  return { items: await presentRows(spine, caller, asked.agencyId, rows), next };
};

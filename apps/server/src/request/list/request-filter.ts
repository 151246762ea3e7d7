import type { DueWindow, RequestFilter } from '@gongkai/contract';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Caller } from '../../agency/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Cipher } from '../../platform/secret/cipher.ts';
import { type DueWindows, datesOfWindow } from './due-windows.ts';
import { tokensOf } from './keyed-tokens.ts';
import { pairsOf, wordsOf } from './search-text.ts';

type Condition = Expression<SqlBool>;

const inWindow = (due: DueWindow, windows: DueWindows): readonly Condition[] => {
  if (due === 'none') return [sql`r.waiting is not null`, sql`r.due_on is null`];
  if (due === 'today') return [sql`r.waiting is not null`, sql`r.due_on = ${windows.today}::date`];
  const { after, through, before } = datesOfWindow(due, windows);
  return [
    sql`r.waiting is not null`,
    sql`r.due_on is not null`,
    ...(before === null ? [] : [sql<SqlBool>`r.due_on < ${before}::date`]),
    ...(after === null ? [] : [sql<SqlBool>`r.due_on > ${after}::date`]),
    ...(through === null ? [] : [sql<SqlBool>`r.due_on <= ${through}::date`]),
  ];
};

const ofCaller = (mine: NonNullable<RequestFilter['mine']>, { actor }: Caller): readonly Condition[] => {
  // Only people handle and draft.
  if (actor.kind !== 'person') return [sql`false`];
  const column = sql.ref(mine === 'assigned' ? 'r.officer_id' : 'r.drafted_by');
  return [sql`r.waiting is not null`, sql`${column} = ${actor.id}::uuid`];
};

/**
 * The tokens that an application with all words of a query has; one that has them may have the pairs of a word apart,
 * and is looked at once more. Throws `Refusal` SEARCH_TOO_SHORT. */
export const searchTokens = (cipher: Cipher, agencyId: string, q: string): readonly number[] => {
  const pairs = [...new Set(wordsOf(q).flatMap(pairsOf))];
  if (pairs.length === 0)
    throw new Refusal(
      'invalid',
      'SEARCH_TOO_SHORT',
      '请至少输入相连的两个字：编号、申请人、名称、文号或者内容中的文字。',
      'q',
    );
  return tokensOf(cipher, agencyId, pairs);
};

/** What narrows an agency's list besides the words that are searched for, as conditions on `request r`. */
export const conditionsOf = (
  caller: Caller,
  agencyId: string,
  filter: RequestFilter,
  windows: DueWindows,
): readonly Condition[] => [
  sql`r.agency_id = ${agencyId}::uuid`,
  ...(filter.state === undefined ? [] : [sql<SqlBool>`r.state = ${filter.state}`]),
  ...(filter.open === undefined
    ? []
    : [filter.open ? sql<SqlBool>`r.waiting is not null` : sql<SqlBool>`r.outcome is not null`]),
  ...(filter.due === undefined ? [] : inWindow(filter.due, windows)),
  ...(filter.waiting === undefined ? [] : [sql<SqlBool>`r.waiting = ${filter.waiting}`]),
  ...(filter.mine === undefined ? [] : ofCaller(filter.mine, caller)),
  ...(filter.officerId === undefined ? [] : [sql<SqlBool>`r.officer_id = ${filter.officerId}::uuid`]),
  ...(filter.channel === undefined ? [] : [sql<SqlBool>`r.channel = ${filter.channel}`]),
  ...(filter.applicantKind === undefined ? [] : [sql<SqlBool>`r.applicant_kind = ${filter.applicantKind}`]),
  ...(filter.outcome === undefined ? [] : [sql<SqlBool>`r.outcome = ${filter.outcome}`]),
  ...(filter.from === undefined ? [] : [sql<SqlBool>`r.submitted_on >= ${filter.from}::date`]),
  ...(filter.to === undefined ? [] : [sql<SqlBool>`r.submitted_on <= ${filter.to}::date`]),
];

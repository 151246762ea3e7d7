import { type RequestContent, type RequestState, requestStates, type SimilarGroup } from '@gongkai/contract';
import { addMonths, type CivilDate, getOutcome, type OutcomeId } from '@gongkai/statute';
import { sql } from 'kysely';
import { type Caller, permitReading } from '../../agency/index.ts';
import type { Spine } from '../../platform/spine.ts';
import { todayOf } from '../case-clock.ts';
import { nameOfOutcome } from '../present-line.ts';
import { openTexts } from '../seal-texts.ts';
import { groupSimilar } from './group-similar.ts';
import { leastLikeness, likenessOf, matterOf } from './likeness.ts';
import { proposalsOf } from './proposal.ts';

/** What was asked for longer ago says little about what people want to know now. */
const monthsBack = 36;
const mostGroups = 50;
const mostShown = 100;

interface Candidate {
  readonly id: string;
  readonly bands: readonly number[];
  /** A keyed hash that stands for a person. */
  readonly person: string;
}

interface Member {
  readonly id: string;
  readonly number: string;
  readonly submitted_on: string;
  readonly state: RequestState;
  readonly outcome: string | null;
  readonly content: Buffer | null;
}

const candidatesOf = async ({ db, now }: Spine, agencyId: string): Promise<readonly Candidate[]> => {
  const since = addMonths(todayOf(now()), -monthsBack);
  const { rows } = await sql<Candidate>`
    select r.id, s.bands,
      encode(coalesce(r.identity_index, r.phone_index, s.name_index, uuid_send(r.id)), 'hex') as person
    from request_search s join request r on r.agency_id = s.agency_id and r.id = s.request_id
    where s.agency_id = ${agencyId}::uuid and r.submitted_on >= ${since}::date
    order by r.submitted_on, r.id`.execute(db);
  return rows;
};

const membersOf = async ({ db }: Spine, agencyId: string, ids: readonly string[]) => {
  const rows: readonly Member[] = await db
    .selectFrom('request')
    .select(['id', 'number', 'submitted_on', 'state', 'outcome', 'content'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
};

const titleOf = ({ title, description }: Partial<RequestContent>): string => {
  const text = [...(title ?? description ?? '').replaceAll(/\s+/g, ' ')];
  return text.length > 80 ? `${text.slice(0, 80).join('')}…` : text.join('');
};

const isDisclosed = ({ outcome }: Member): boolean =>
  outcome !== null && ['disclosed', 'partial'].includes(getOutcome(outcome as OutcomeId).group);

/**
 * 条例第四十四条第一款: several applicants applied to the same agency for the same information. Groups of near wording,
 * the largest first; near by keyed hashes, then held against each other in clear. Throws `PermissionDenied`.
 *
 * @param least different applicants that make a group
 */
export const listSimilar = async (
  spine: Spine,
  caller: Caller,
  { agencyId, least }: { readonly agencyId: string; readonly least: number },
): Promise<SimilarGroup[]> => {
  await permitReading(spine, caller, 'request.propose', agencyId);
  const candidates = await candidatesOf(spine, agencyId);
  const person = new Map(candidates.map((one) => [one.id, one.person]));
  const people = (ids: readonly string[]): number => new Set(ids.map((id) => person.get(id))).size;
  const groups = groupSimilar(candidates)
    .filter((ids) => ids.length >= least && people(ids) >= least)
    .toSorted((a, b) => people(b) - people(a))
    .slice(0, mostGroups);
  const members = await membersOf(spine, agencyId, groups.flat());
  const proposals = await proposalsOf(spine, agencyId, groups.flat());
  return groups.flatMap((ids) => {
    const [first] = ids.map((id) => members.get(id)).filter((member) => member !== undefined);
    if (!first) return [];
    const content = openTexts(spine.cipher, 'content', first.content) as Partial<RequestContent>;
    const matter = matterOf(content);
    const near = ids
      .flatMap((id) => members.get(id) ?? [])
      .map((member) => ({
        member,
        likeness: likenessOf(matter, matterOf(openTexts(spine.cipher, 'content', member.content))),
      }))
      .filter(({ likeness }) => likeness >= leastLikeness);
    const applicants = people(near.map(({ member }) => member.id));
    if (applicants < least) return [];
    const proposal = near.map(({ member }) => proposals.get(member.id)).find((one) => one !== undefined);
    return [
      {
        id: first.id,
        title: titleOf(content),
        applicants,
        disclosed: near.filter(({ member }) => isDisclosed(member)).length,
        total: near.length,
        requests: near.slice(0, mostShown).map(({ member, likeness }) => ({
          id: member.id,
          number: member.number,
          submittedOn: member.submitted_on as CivilDate,
          stateName: requestStates[member.state],
          outcomeName: nameOfOutcome(member.outcome),
          likeness,
        })),
        proposal: proposal?.state ?? 'none',
        proposalNote: proposal?.note ?? null,
        proposalId: proposal?.id ?? first.id,
      },
    ];
  });
};

import { sql } from 'kysely';
import { actAs, type Caller, closeWork, openWork, permit } from '../../agency/index.ts';
import type { Event } from '../../platform/event/event.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import { loadCase } from '../load-case.ts';

const place = 'proactive_proposal.note';

export interface Proposal {
  readonly id: string;
  readonly state: 'proposed' | 'accepted' | 'declined';
  /** The reason given last. */
  readonly note: string;
}

/** The proposals kept with any of these applications, by application. */
export const proposalsOf = async (
  { db, cipher }: Spine,
  agencyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Proposal>> => {
  const rows = await db
    .selectFrom('proactive_proposal')
    .select(['request_id', 'state', 'note'])
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return new Map(
    rows.map(({ request_id: id, state, note }) => [id, { id, state, note: cipher.decrypt(note, place) }]),
  );
};

const acts = {
  propose: {
    to: 'proposed',
    from: [null, 'declined'],
    action: 'request.propose',
    event: 'proactive_proposed',
  },
  accept: { to: 'accepted', from: ['proposed'], event: 'proactive_accepted', action: 'request.approve' },
  decline: { to: 'declined', from: ['proposed'], event: 'proactive_declined', action: 'request.approve' },
} as const;

const refusedBecause = (state: Proposal['state'] | null): string => {
  if (state === null) return '还没有人建议把这项信息转为主动公开。';
  if (state === 'proposed') return '已经建议过了，等公开机构负责人决定。';
  return state === 'accepted' ? '已经决定转为主动公开。' : '已经决定不转为主动公开；可以重新建议。';
};

/**
 * 条例第四十四条: proposes that what several applied for be disclosed proactively, or decides on it; each with its
 * reason, which is encrypted. Declined, it may be proposed again. Throws `Refusal` PROPOSAL_STANDS.
 */
export const proposeDisclosure = (
  spine: Spine,
  caller: Caller,
  { id, act, note }: { readonly id: string; readonly act: keyof typeof acts; readonly note: string },
): Promise<Record<string, never>> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    const { to, from, action, event: kind } = acts[act];
    const { row } = await loadCase(db, id, { lock: true });
    await permit(db, caller, action, row.agency_id);
    const before = await db
      .selectFrom('proactive_proposal')
      .select('state')
      .where('agency_id', '=', row.agency_id)
      .where('request_id', '=', id)
      .executeTakeFirst();
    const state = before?.state ?? null;
    if (!(from as readonly (string | null)[]).includes(state))
      throw new Refusal('conflict', 'PROPOSAL_STANDS', refusedBecause(state));
    const change = { state: to, note: spine.cipher.encrypt(note, place), changed_at: now };
    await db
      .insertInto('proactive_proposal')
      .values({ agency_id: row.agency_id, request_id: id, ...change })
      .onConflict((conflict) => conflict.columns(['agency_id', 'request_id']).doUpdateSet(change))
      .execute();
    const subject = { kind: 'request', id };
    if (act === 'propose')
      await openWork(
        { db, now },
        {
          agencyId: row.agency_id,
          kind: 'proactive_proposal',
          subject,
          title: `决定是否转为主动公开：${row.number}等多人申请的信息`,
          link: '/requests/similar',
          role: 'disclosure_head',
        },
      );
    else await closeWork({ db, now }, { kind: 'proactive_proposal', subject });
    const event: Event = {
      kind,
      subject,
      agencyId: row.agency_id,
      article: '第四十四条',
      data: { number: row.number },
    };
    record(event);
    return {};
  });

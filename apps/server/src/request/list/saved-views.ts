import type { SavedView } from '@gongkai/contract';
import { actAs, type Caller } from '../../agency/index.ts';
import { newId } from '../../platform/database/new-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import { plainText } from './search-text.ts';

type Kept = Omit<SavedView, 'id'>;

const mostViews = 30;
const place = 'request_view.sealed';

/** Views are a person's own. Throws `Refusal` VIEWS_OF_PEOPLE. */
const personOf = ({ actor }: Caller): string => {
  if (actor.kind === 'person' && actor.id !== null) return actor.id;
  throw new Refusal('forbidden', 'VIEWS_OF_PEOPLE', '保存的视图属于个人，接口令牌没有视图。');
};

/** The views that a person saved, in the order in which they were first saved. */
export const listViews = async ({ db, cipher }: Spine, caller: Caller): Promise<SavedView[]> => {
  const rows = await db
    .selectFrom('request_view')
    .select(['id', 'sealed'])
    .where('person_id', '=', personOf(caller))
    .orderBy('id')
    .execute();
  return rows.map(({ id, sealed }) => ({ id, ...(JSON.parse(cipher.decrypt(sealed, place)) as Kept) }));
};

/** Saves a view; one of the same name is replaced. Name and filter may name an applicant, so they are encrypted. */
export const saveView = async (spine: Spine, caller: Caller, view: Kept): Promise<SavedView> => {
  const personId = personOf(caller);
  const { cipher } = spine;
  const sealed = cipher.encrypt(JSON.stringify(view), place);
  // The act's result is kept for a second sending, so the view itself is no part of it.
  const { id } = await actAs(spine, caller, async ({ db, now }) => {
    const { count } = await db
      .selectFrom('request_view')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    if (count >= mostViews)
      throw new Refusal(
        'conflict',
        'TOO_MANY_VIEWS',
        `最多保存 ${mostViews} 个视图，请先删除不用的视图。`,
        'name',
      );
    return db
      .insertInto('request_view')
      .values({
        id: newId(now.getTime()),
        person_id: personId,
        name_index: cipher.index(plainText(view.name) || view.name, 'request_view.name'),
        sealed,
      })
      .onConflict((conflict) => conflict.columns(['person_id', 'name_index']).doUpdateSet({ sealed }))
      .returning('id')
      .executeTakeFirstOrThrow();
  });
  return { id, ...view };
};

/** Removes one of the person's own views. Throws `Refusal` VIEW_NOT_FOUND. */
export const removeView = (spine: Spine, caller: Caller, id: string): Promise<Record<string, never>> =>
  actAs(spine, caller, async ({ db }) => {
    const { numDeletedRows } = await db
      .deleteFrom('request_view')
      .where('id', '=', id)
      .where('person_id', '=', personOf(caller))
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n)
      throw new Refusal('not_found', 'VIEW_NOT_FOUND', '没有这个视图，可能已经删除。请刷新页面。');
    return {};
  });

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newId } from '../platform/database/new-id.ts';
import { notify } from '../platform/notification/notify.ts';
import { countUnread, markRead, readNotifications } from '../platform/notification/read-notifications.ts';
import { actAs } from './act-as.ts';
import { eventsOf, openTestDistrict, refusalOf } from './agency-test-kit.ts';
import { PermissionDenied } from './permit.ts';
import { reassignWork } from './reassign-work.ts';
import { closeWork, type NewWork, openWork } from './work-item.ts';
import { countWork, listWork } from './work-queries.ts';

describe('what is to be done', async () => {
  const { spine, clock, as, officeId, governmentId } = await openTestDistrict();
  const { db } = spine;
  const [officer, colleague, head, other] = [
    await as('officer', officeId),
    await as('officer', officeId),
    await as('disclosure_head', officeId),
    await as('officer', governmentId),
  ];
  const open = async (more: Partial<NewWork> = {}): Promise<NewWork['subject']> => {
    const subject = { kind: 'post', id: newId() };
    await openWork(
      { db, now: clock.now },
      { agencyId: officeId, kind: 'post_proposed', subject, title: '办一件事', role: 'officer', ...more },
    );
    return subject;
  };
  const idOf = async ({ id }: NewWork['subject']): Promise<string> => {
    const { items } = await listWork(db, head, clock.now, { scope: 'agency', size: 200 });
    const rows = await db.selectFrom('work_item').select('id').where('subject_id', '=', id).execute();
    return items.find((item) => rows.some((row) => row.id === item.id))?.id ?? '';
  };
  const clear = () => db.deleteFrom('work_item').execute();

  it('is on the list of everybody of the role at the agency, or of the one person it was given to', async () => {
    await clear();
    await open({ title: '谁都可以办' });
    await open({ title: '只给一人', personId: officer.actor.id ?? '' });
    const titles = async (caller: typeof officer, query = {}) =>
      (await listWork(db, caller, clock.now, query)).items.map(({ title }) => title).sort();
    assert.deepEqual(await titles(officer), ['只给一人', '谁都可以办']);
    assert.deepEqual(await titles(officer, { mine: true }), ['只给一人']);
    assert.deepEqual(await titles(colleague), ['谁都可以办']);
    assert.deepEqual(await titles(other), []);
    assert.deepEqual(await titles(head), []);
    assert.deepEqual(await titles(head, { scope: 'agency' }), ['只给一人', '谁都可以办']);
    assert.deepEqual(await titles(officer, { scope: 'agency' }), []);
  });

  it('comes overdue first, what has no date last, with its urgency and counts', async () => {
    await clear();
    // 2026-03-16 in Beijing.
    for (const [title, dueOn] of [
      ['无期限', undefined],
      ['下周', '2026-03-24'],
      ['三天后', '2026-03-19'],
      ['昨天', '2026-03-15'],
      ['今天', '2026-03-16'],
    ] as const)
      await open({ title, ...(dueOn && { dueOn }) });
    const { items, total } = await listWork(db, officer, clock.now, {});
    assert.equal(total, 5);
    assert.deepEqual(
      items.map(({ title, urgency }) => [title, urgency]),
      [
        ['昨天', 'overdue'],
        ['今天', 'today'],
        ['三天后', 'soon'],
        ['下周', 'later'],
        ['无期限', 'none'],
      ],
    );
    assert.deepEqual(await countWork(db, officer, clock.now), {
      total: 5,
      overdue: 1,
      today: 1,
      soon: 1,
      byKind: [{ kind: 'post_proposed', kindName: '授权任岗', count: 5 }],
    });
    const second = await listWork(db, officer, clock.now, { page: 2, size: 2 });
    assert.deepEqual([second.total, second.items.map(({ title }) => title)], [5, ['三天后', '下周']]);
    // At eight in the evening in London it is tomorrow in Beijing.
    const later = await countWork(db, officer, new Date('2026-03-16T20:00:00Z'));
    assert.equal(later.overdue, 2);
  });

  it('stands there once, is brought up to date, and is gone when it is done', async () => {
    await clear();
    const subject = await open({ title: '旧' });
    await Promise.all(
      ['新', '新'].map((title) =>
        openWork(
          { db, now: clock.now },
          { agencyId: officeId, kind: 'post_proposed', subject, title, role: 'officer', dueOn: '2026-04-01' },
        ),
      ),
    );
    assert.deepEqual(
      (await listWork(db, officer, clock.now, {})).items.map(({ title, dueOn }) => [title, dueOn]),
      [['新', '2026-04-01']],
    );
    await assert.rejects(
      actAs(spine, officer, async (work) => {
        await closeWork(work, { subject });
        throw new Error('the act failed');
      }),
    );
    assert.equal((await listWork(db, officer, clock.now, {})).total, 1, 'an act that failed did nothing');
    await closeWork({ db, now: clock.now }, { kind: 'calendar_missing', subject });
    assert.equal((await listWork(db, officer, clock.now, {})).total, 1, 'of another kind');
    await closeWork({ db, now: clock.now }, { subject });
    assert.equal((await listWork(db, officer, clock.now, {})).total, 0);
    await openWork(
      { db, now: clock.now },
      { agencyId: officeId, kind: 'post_proposed', subject, title: '再来', role: 'officer' },
    );
    assert.equal((await listWork(db, officer, clock.now, {})).total, 1);
  });

  it('is given to somebody else by the head of the disclosure body, who is told', async () => {
    await clear();
    const subject = await open({ title: '改派的事', personId: officer.actor.id ?? '' });
    const id = await idOf(subject);
    const give = (caller: typeof head, personId: string | null) =>
      reassignWork(spine, caller, { id, personId, reason: '出差' });
    await assert.rejects(give(colleague, colleague.actor.id), PermissionDenied);
    await assert.rejects(give(await as('disclosure_head', governmentId), null), PermissionDenied);
    assert.match(await refusalOf(give(head, other.actor.id)), /没有办理这项工作的职责/);
    await give(head, colleague.actor.id);
    assert.deepEqual(
      (await listWork(db, colleague, clock.now, { mine: true })).items.map(({ title, person }) => [
        title,
        person?.id,
      ]),
      [['改派的事', colleague.actor.id]],
    );
    assert.equal((await listWork(db, officer, clock.now, {})).total, 0);
    assert.deepEqual(await eventsOf(spine, subject.id), ['work_reassigned']);
    const { items } = await readNotifications(db, colleague.actor.id ?? '', {
      page: 1,
      size: 10,
      unread: true,
    });
    assert.deepEqual(
      items.map(({ text }) => text),
      ['测试把“改派的事”交给您办理：出差'],
    );
    await give(head, null);
    assert.equal((await listWork(db, officer, clock.now, {})).total, 1);
    await closeWork({ db, now: clock.now }, { subject });
    await assert.rejects(give(head, officer.actor.id), PermissionDenied);
  });

  it('notifications are counted, read once, and only by whom they are for', async () => {
    const [mine, yours] = [officer.actor.id ?? '', other.actor.id ?? ''];
    await notify({ db, now: clock.now }, { personIds: [mine, mine, yours], kind: 'test', text: '一' });
    await notify(
      { db, now: new Date(clock.now.getTime() + 1) },
      { personIds: [mine], kind: 'test', text: '二' },
    );
    await notify({ db, now: clock.now }, { personIds: [], kind: 'test', text: '无人' });
    const read = async (person: string, unread = false) =>
      (await readNotifications(db, person, { page: 1, size: 10, unread })).items;
    assert.deepEqual(
      (await read(mine)).map(({ text }) => text),
      ['二', '一'],
    );
    assert.equal(await countUnread(db, mine), 2);
    const [first] = await read(mine);
    await markRead(db, clock.now, yours, [first?.id ?? '']);
    assert.equal(await countUnread(db, mine), 2, "nobody reads another's");
    await markRead(db, clock.now, mine, []);
    assert.equal(await countUnread(db, mine), 2);
    await markRead(db, clock.now, mine, [first?.id ?? '']);
    assert.deepEqual(
      (await read(mine, true)).map(({ text }) => text),
      ['一'],
    );
    await markRead(db, clock.now, mine);
    assert.deepEqual([await countUnread(db, mine), await countUnread(db, yours)], [0, 1]);
  });
});

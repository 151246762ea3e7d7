import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call } from '@orpc/server';
import { openTestDistrict } from '../agency/agency-test-kit.ts';
import type { ApiContext, Caller } from '../agency/index.ts';
import { newId } from '../platform/database/new-id.ts';
import { openFolderStore } from '../platform/file/folder-store.ts';
import { mailPlaces } from '../platform/mail/queue-mail.ts';
import { cleanUp } from './clean-up.ts';
import { jobRoutes, mailRoutes, operationJobs } from './index.ts';
import { readSender } from './operation-jobs.ts';

const day = 24 * 60 * 60 * 1000;

describe('operation', async () => {
  const { spine, as, administrator } = await openTestDistrict();
  const { db, cipher } = spine;
  const context = (caller: Caller) =>
    ({ spine, caller, request: {}, answer: { headers: new Headers() } }) as unknown as ApiContext;
  const buildMail = async (state: 'waiting' | 'sent', createdAt: Date): Promise<string> => {
    const id = newId();
    await db
      .insertInto('mail')
      .values({
        id,
        created_at: createdAt,
        recipient: cipher.encrypt('li.si@example.cn', mailPlaces.recipient),
        subject: cipher.encrypt('受理通知', mailPlaces.subject),
        body: cipher.encrypt('您的申请已受理', mailPlaces.body),
        state,
      })
      .execute();
    return id;
  };
  const setting = (name: string, value: unknown) =>
    db
      .insertInto('setting')
      .values({ name, value: JSON.stringify(value) })
      .execute();

  it('shows mails to system administrators, what they say in a demonstration only, and records the look', async () => {
    const id = await buildMail('waiting', spine.now());
    const { list } = mailRoutes({ hasServer: false });
    const ask = () => call(list, { page: 1, size: 30 }, { context: context(administrator) });
    const { items, total, hasServer } = await ask();
    assert.deepEqual(
      [total, hasServer, items[0]?.id, items[0]?.recipient, items[0]?.body],
      [1, false, id, 'l***@example.cn', null],
    );
    await setting('operation.demonstration', true);
    assert.equal((await ask()).items[0]?.body, '您的申请已受理');
    const events = await db
      .selectFrom('event')
      .select('kind')
      .where('kind', '=', 'mail_list_viewed')
      .execute();
    assert.equal(events.length, 2);
    await assert.rejects(call(list, { page: 1, size: 30 }, { context: context(await as('officer')) }), {
      name: 'PermissionDenied',
    });
  });

  it('shows jobs and their schedules to system administrators alone', async () => {
    const definitions = operationJobs({
      mailTransport: null,
      store: openFolderStore('/nowhere'),
      temporaryFolder: '/nowhere',
    });
    const { list } = jobRoutes(definitions);
    const { queues } = await call(list, undefined, { context: context(administrator) });
    assert.deepEqual(
      queues.map(({ name, schedule }) => [name, schedule]),
      [
        ['send_mail', null],
        ['requeue_mail', '*/10 * * * *'],
        ['prune_events', '20 2 * * *'],
        ['clean_up', '40 2 * * *'],
        ['sweep_files', '0 3 * * *'],
      ],
    );
    await assert.rejects(call(list, undefined, { context: context(await as('audit_administrator')) }), {
      name: 'PermissionDenied',
    });
  });

  it('removes what has served its purpose, and leaves the rest', async () => {
    const now = spine.now();
    const at = (days: number) => new Date(now.getTime() - days * day);
    for (const [key, days] of [
      ['old', 8],
      ['young', 6],
    ] as const)
      await db
        .insertInto('done_once')
        .values({ key, actor_id: null, at: at(days), result: '1' })
        .execute();
    const kept = await buildMail('sent', at(80));
    const waiting = await buildMail('waiting', at(200));
    const gone = await buildMail('sent', at(91));
    await cleanUp(db, now);
    const keys = await db
      .selectFrom('done_once')
      .select('key')
      .where('key', 'in', ['old', 'young'])
      .execute();
    assert.deepEqual(keys, [{ key: 'young' }]);
    const mails = await db.selectFrom('mail').select('id').where('id', 'in', [kept, waiting, gone]).execute();
    assert.deepEqual(mails.map(({ id }) => id).sort(), [kept, waiting].sort());
  });

  it('sends mail from the address that is set, and from none before', async () => {
    assert.equal(await readSender(db), null);
    await setting('operation.mail_sender', 'gongkai@yunshan.gov.cn');
    assert.deepEqual(await readSender(db), { address: 'gongkai@yunshan.gov.cn', name: '政府信息公开' });
  });
});

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { openTestDatabase } from '../../test-database-kit.ts';
import { act } from '../act.ts';
import { systemActor } from '../event/event.ts';
import { type JobQueue, openJobQueue } from '../job/open-job-queue.ts';
import { countJobs } from '../job/read-jobs.ts';
import { createCipher } from '../secret/cipher.ts';
import type { Spine } from '../spine.ts';
import { until } from '../until-test-kit.ts';
import { openMailTransport } from './mail-transport.ts';
import { queueMail } from './queue-mail.ts';
import { readMails } from './read-mails.ts';
import { requeueMail } from './requeue-mail.ts';
import { sendMailJob } from './send-mail-job.ts';

interface TestServer {
  readonly port: number;
  readonly mails: { readonly to: readonly string[]; readonly text: string }[];
  readonly close: () => Promise<void>;
}

/** A real SMTP server; refuses everybody at `nobody.cn`, for now everybody at `later.cn`. */
const openServer = async (port = 0): Promise<TestServer> => {
  const mails: { to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, callback) => {
      const code = address.endsWith('@nobody.cn') ? 550 : address.endsWith('@later.cn') ? 450 : 0;
      callback(code ? Object.assign(new Error(`no such ${address}`), { responseCode: code }) : null);
    },
    onData: (stream, session, callback) => {
      let text = '';
      stream.on('data', (chunk) => {
        text += chunk;
      });
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        callback();
      });
    },
  });
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

describe('mail', async () => {
  const database = await openTestDatabase();
  const { db } = database;
  const cipher = createCipher(randomBytes(32));
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  const begin = async (smtpUrl: string | null): Promise<Spine> => {
    const transport = smtpUrl === null ? null : openMailTransport(smtpUrl);
    const job = sendMailJob({
      transport,
      readSender: async () => ({ address: 'gongkai@yunshan.gov.cn', name: '云山区政府信息公开' }),
      retryDelay: 1,
    });
    const queue: JobQueue = await openJobQueue(database, [{ ...job, longestDelay: 1 }], {
      works: true,
      pollSeconds: 0.5,
      superviseSeconds: 1,
    });
    const spine = { db, database, cipher, now: () => new Date(), jobs: queue.jobs } as unknown as Spine;
    await queue.work(spine);
    closing.push(
      () => transport?.close(),
      () => queue.stop(),
    );
    return spine;
  };
  const mail = (to: string) => ({ to, subject: '受理通知', text: `您的申请已受理。\n查询：${to}` });
  const stateOf = (id: string) =>
    db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const open = async (port = 0): Promise<TestServer> => {
    const server = await openServer(port);
    closing.push(() => server.close());
    return server;
  };

  it('is delivered once when the act comes about, and not when it does not', async () => {
    const server = await open();
    const spine = await begin(`smtp://127.0.0.1:${server.port}`);
    await assert.rejects(
      act({ db, actor: systemActor, now: spine.now }, async (work) => {
        await queueMail(spine, work.db, mail('undone@example.cn'));
        throw new Error('undone');
      }),
    );
    const id = await act({ db, actor: systemActor, now: spine.now }, (work) =>
      queueMail(spine, work.db, mail('li@example.cn')),
    );
    await until(async () => (await stateOf(id)).state === 'sent');
    // The same job once more, as after a crash: the mail is sent already.
    await spine.jobs.enqueue(db, 'send_mail', { mail: id });
    const next = await queueMail(spine, db, mail('wang@example.cn'));
    await until(async () => (await stateOf(next)).state === 'sent');
    assert.deepEqual(
      server.mails.map(({ to }) => to),
      [['li@example.cn'], ['wang@example.cn']],
    );
    assert.match(server.mails[0]!.text, new RegExp(`Message-ID: <${id}@yunshan.gov.cn>`, 'i'));
  });

  it('waits while the server is away, and is delivered once it is back', async () => {
    const server = await openServer();
    await server.close();
    const spine = await begin(`smtp://127.0.0.1:${server.port}`);
    const id = await queueMail(spine, db, mail('zhao@example.cn'));
    await until(async () => (await stateOf(id)).attempts >= 2);
    assert.deepEqual(
      [(await stateOf(id)).state, (await stateOf(id)).problem],
      ['waiting', '邮件服务器连接不上。'],
    );
    const back = await open(server.port);
    await until(async () => (await stateOf(id)).state === 'sent');
    assert.deepEqual(
      back.mails.map(({ to }) => to),
      [['zhao@example.cn']],
    );
    assert.equal((await stateOf(id)).problem, null);
  });

  it('that the server refuses for good is given up at once, with an event that names nobody', async () => {
    const server = await open();
    const spine = await begin(`smtp://127.0.0.1:${server.port}`);
    const id = await queueMail(spine, db, mail('qian@nobody.cn'));
    const later = await queueMail(spine, db, mail('sun@later.cn'));
    await until(async () => (await stateOf(id)).state === 'failed');
    await until(async () => (await stateOf(later)).attempts >= 2);
    const state = await stateOf(id);
    assert.deepEqual([state.attempts, state.problem], [1, '邮件服务器拒绝了收件地址或发件地址（550）。']);
    assert.equal((await stateOf(later)).state, 'waiting');
    const event = await db
      .selectFrom('event')
      .selectAll()
      .where('kind', '=', 'mail_failed')
      .executeTakeFirstOrThrow();
    assert.deepEqual([event.subject_id, event.data], [id, { problem: state.problem }]);
    await db.updateTable('mail').set({ state: 'failed' }).where('id', '=', later).execute();
  });

  it('can not carry further recipients or headers in its address or subject', async () => {
    const server = await open();
    const spine = await begin(`smtp://127.0.0.1:${server.port}`);
    const id = await queueMail(spine, db, {
      to: 'one@example.cn, two@example.cn',
      subject: 'x\r\nBcc: three@example.cn',
      text: 'x',
    });
    await until(async () => (await stateOf(id)).attempts > 0 || (await stateOf(id)).state !== 'waiting');
    assert.ok(
      !server.mails.some(({ to }) => to.includes('two@example.cn') || to.includes('three@example.cn')),
    );
    assert.ok(!server.mails.some(({ text }) => /^Bcc:/im.test(text)));
    await db.updateTable('mail').set({ state: 'failed' }).where('id', '=', id).execute();
  });

  it('that waited while there was no server is given a job again once there is one', async () => {
    await db.updateTable('mail').set({ state: 'failed' }).where('state', '=', 'waiting').execute();
    const bare = await begin(null);
    const id = await queueMail(bare, db, mail('zheng@example.cn'));
    await until(async () =>
      (await countJobs(db)).every(({ state }) => state === 'completed' || state === 'failed'),
    );
    for (const close of closing.splice(0).reverse()) await close();
    const server = await open();
    const spine = await begin(`smtp://127.0.0.1:${server.port}`);
    assert.equal(await requeueMail(spine), 1);
    await until(async () => (await stateOf(id)).state === 'sent');
    assert.equal(await requeueMail(spine), 0);
    assert.equal(server.mails.length, 1);
  });

  it('stays in the table without a server, encrypted, and is listed masked or whole', async () => {
    const spine = await begin(null);
    const id = await queueMail(spine, db, mail('zhou.wu@example.cn'));
    const row = await stateOf(id);
    assert.equal(Buffer.concat([row.recipient, row.subject, row.body]).includes('zhou'), false);
    const query = { state: 'waiting', page: 1, size: 1 } as const;
    const masked = await readMails(db, cipher, { ...query, showsContent: false });
    assert.equal(masked.total >= 1, true);
    assert.deepEqual(
      [masked.items[0]?.id, masked.items[0]?.recipient, masked.items[0]?.subject, masked.items[0]?.body],
      [id, 'z***@example.cn', null, null],
    );
    const whole = await readMails(db, cipher, { ...query, showsContent: true });
    assert.deepEqual(
      [whole.items[0]?.recipient, whole.items[0]?.subject],
      ['zhou.wu@example.cn', '受理通知'],
    );
  });
});

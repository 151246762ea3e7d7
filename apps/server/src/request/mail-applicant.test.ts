import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mailPlaces } from '../platform/mail/queue-mail.ts';
import { changeSetting } from '../platform/setting/change-setting.ts';
import { siteSettings } from '../portal/index.ts';
import { anApplication, at, openTestOffice } from './request-test-kit.ts';
import { type Receipt, submitRequest } from './submit-request.ts';

describe('whoever gave an e-mail address', async () => {
  const office = await openTestOffice();
  const { spine, people, take, officeId } = office;
  const { officer } = people;
  const application = anApplication(officeId, '文化路拆迁补偿方案');
  const submit = (email: string | null): Promise<Receipt> =>
    submitRequest(
      spine,
      { requestId: null },
      {
        ...application,
        applicant: { ...application.applicant, email },
      },
    );
  const mails = async (): Promise<readonly { to: string; subject: string; body: string }[]> => {
    const rows = await spine.db.selectFrom('mail').selectAll().orderBy('id').execute();
    return rows.map(({ recipient, subject, body }) => ({
      to: spine.cipher.decrypt(recipient, mailPlaces.recipient),
      subject: spine.cipher.decrypt(subject!, mailPlaces.subject),
      body: spine.cipher.decrypt(body!, mailPlaces.body),
    }));
  };

  it('is told what happened, what follows, by when and where to look, and nothing that others may not read', async () => {
    await changeSetting({ db: spine.db, now: spine.now() }, siteSettings.domain, 'www.yunshan.example');
    at(office, '2026-03-02');
    const { id, number, queryCode } = await submit('shen@mail.example');
    await take(officer, id, 'confirm_receipt');
    await take(officer, id, 'ask_for_correction', { workingDays: 10, matter: '请写明文化路的门牌' });
    await take(officer, id, 'receive_correction', { description: '文化路1号' });
    await take(officer, id, 'record_search', { where: '档案室', how: '按名称', found: '一件' });
    const sent = await mails();
    assert.deepEqual(
      sent.map(({ subject }) => subject),
      ['已收到您网上提交的申请', '确认收到申请', '请补正申请内容', '已收到补正'].map(
        (title) => `${title}（${number}）`,
      ),
    );
    assert.match(sent[1]!.body, /本机关将在2026年3月30日前（含当日）答复/);
    assert.match(sent[2]!.body, /次日起10个工作日内补正/);
    assert.match(sent[3]!.body, /答复期限重新计算.*本机关将在2026年3月30日前（含当日）答复/);
    for (const { to, body } of sent) {
      assert.equal(to, 'shen@mail.example');
      assert.match(body, /https:\/\/www\.yunshan\.example\/track/);
      assert.ok(body.includes(number));
      for (const secret of [queryCode, '申小兰', '文化路', '拆迁', '13800001234'])
        assert.ok(!body.includes(secret), secret);
    }
    const { rows } = await spine.database.pool.query(
      `select string_agg(row_to_json(e)::text, '') || (select string_agg(row_to_json(m)::text, '') from mail m) as text from event e`,
    );
    assert.doesNotMatch(rows[0].text, /shen@mail/);
  });

  it('is written to only of steps that came about; whoever gave none is not', async () => {
    at(office, '2026-03-02');
    const { id } = await submit('li@mail.example');
    const before = (await mails()).length;
    await assert.rejects(take(officer, id, 'deliver', { way: 'post', proof: 'XA1' }));
    assert.equal((await mails()).length, before);
    const { id: silent } = await submit(null);
    await take(officer, silent, 'confirm_receipt');
    assert.equal((await mails()).length, before);
  });
});

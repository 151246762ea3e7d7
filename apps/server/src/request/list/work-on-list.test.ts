import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { eventsOf, refusalOf } from '../../agency/agency-test-kit.ts';
import { handOverPerson, reassignWork } from '../../agency/index.ts';
import { buildAgency, buildPerson, callerFor } from '../../agency/people-test-kit.ts';
import { anApplication, at, openTestOffice, type TestOffice } from '../request-test-kit.ts';
import { settleRequests } from '../settle-requests.ts';
import { submitRequest } from '../submit-request.ts';
import { actOnSeveral } from './act-on-several.ts';
import { exportList } from './export-list.ts';
import { listOfficers } from './list-officers.ts';
import { listSimilar } from './list-similar.ts';
import { proposeDisclosure } from './proposal.ts';
import { listViews, removeView, saveView } from './saved-views.ts';
import { showEarlier } from './show-earlier.ts';

let office: TestOffice;
before(async () => {
  office = await openTestOffice();
  at(office, '2026-03-16');
});

const rowOf = (id: string) =>
  office.spine.db
    .selectFrom('request')
    .select(['waiting', 'officer_id', 'drafted_by'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

const waitsFor = async (id: string) => (await rowOf(id)).waiting;

const anotherOfficer = async () => {
  const person = await buildPerson(office.spine, office.officeId, ['officer']);
  return callerFor(office.spine, person, ['officer']);
};

test('a list says whom an application waits for, after every step and when days go by', async () => {
  const { people, take } = office;
  const { id } = await office.submit('供水管网改造的批复');
  assert.equal(await waitsFor(id), 'officer');
  await take(people.officer, id, 'confirm_receipt');
  await take(people.officer, id, 'consult', {
    party: 'third_party',
    name: '水务公司',
    matter: '是否同意公开',
  });
  assert.equal(await waitsFor(id), 'third_party');
  const { facts } = await office.spine.db
    .selectFrom('request_step')
    .select('facts')
    .where('request_id', '=', id)
    .where('step', '=', 'consult')
    .executeTakeFirstOrThrow();
  const { consultationId } = facts as { consultationId: string };
  await take(people.officer, id, 'record_consultation_delivery', { consultationId });
  assert.equal(await waitsFor(id), 'third_party');
  // 条例第三十二条: after 15 working days of silence the agency decides.
  at(office, '2026-04-20');
  await settleRequests(office.spine);
  assert.equal(await waitsFor(id), 'officer');
  await take(people.officer, id, 'withdraw', {});
  assert.equal(await waitsFor(id), null);
  at(office, '2026-03-16');
});

test('whoever handles an application first is its officer, and its work is theirs', async () => {
  const { people, take, spine } = office;
  const { id } = await office.submit('道路施工许可');
  assert.equal((await rowOf(id)).officer_id, null);
  await take(people.officer, id, 'confirm_receipt');
  assert.equal((await rowOf(id)).officer_id, people.officer.actor.id);
  const items = await spine.db
    .selectFrom('work_item')
    .select(['role', 'person_id'])
    .where('subject_id', '=', id)
    .where('done_at', 'is', null)
    .execute();
  assert.deepEqual(items, [{ role: 'officer', person_id: people.officer.actor.id }]);
  const second = await anotherOfficer();
  await take(second, id, 'record_search', { where: '档案室', how: '按名称检索', found: '未找到' });
  assert.equal((await rowOf(id)).officer_id, people.officer.actor.id);
});

test('work that is given to somebody else, or left behind by who leaves, takes the application along', async () => {
  const { people, take, spine, administrator } = office;
  const [leaving, successor] = [await anotherOfficer(), await anotherOfficer()];
  const [first, second] = [await office.submit('甲'), await office.submit('乙')];
  for (const { id } of [first, second]) await take(people.officer, id, 'confirm_receipt');
  const { id: workId } = await spine.db
    .selectFrom('work_item')
    .select('id')
    .where('subject_id', '=', first.id)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow();
  await reassignWork(spine, people.disclosure_head, {
    id: workId,
    personId: leaving.actor.id,
    reason: '休假',
  });
  assert.equal((await rowOf(first.id)).officer_id, leaving.actor.id);
  await actOnSeveral(spine, people.disclosure_head, {
    agencyId: office.officeId,
    act: 'assign',
    ids: [second.id],
    personId: leaving.actor.id,
  });
  await take(leaving, second.id, 'ask_for_correction', { workingDays: 10, matter: '请写明' });
  // The applicant's turn: no open work of the officer's may be left.
  await spine.db
    .updateTable('work_item')
    .set({ done_at: spine.now() })
    .where('subject_id', '=', second.id)
    .execute();
  await handOverPerson(spine, administrator, {
    id: leaving.actor.id ?? '',
    successors: [{ agencyId: office.officeId, role: 'officer', personId: successor.actor.id }],
    revokeTokens: [],
    reason: '调离',
  });
  assert.equal((await rowOf(first.id)).officer_id, successor.actor.id);
  assert.equal((await rowOf(second.id)).officer_id, null);
});

test('of several at once each is done or refused by itself, with its reason', async () => {
  const { people, spine, officeId } = office;
  const [first, second] = [await office.submit('丙'), await office.submit('丁')];
  await office.take(people.officer, second.id, 'confirm_receipt');
  const stranger = await submitRequest(
    spine,
    { requestId: null },
    anApplication(await buildAgency(spine), '别处'),
  );
  const asked = {
    agencyId: officeId,
    act: 'confirm_receipt',
    ids: [first.id, second.id, stranger.id],
    personId: null,
  } as const;
  const { done, refused } = await actOnSeveral(spine, people.officer, asked);
  assert.equal(done, 1);
  assert.deepEqual(
    refused.map(({ id }) => id),
    [second.id, stranger.id],
  );
  assert.match(refused[0]?.reason ?? '', /现在的状态是“办理中”/);
  assert.deepEqual([refused[1]?.number, await waitsFor(stranger.id)], ['', 'officer']);
  assert.deepEqual(await eventsOf(spine, first.id), ['request_submitted', 'request_confirmed']);

  const wrong = await actOnSeveral(spine, people.disclosure_head, {
    ...asked,
    act: 'assign',
    ids: [first.id],
    personId: people.reviewer.actor.id,
  });
  assert.match(wrong.refused[0]?.reason ?? '', /没有经办人的职责/);
  const forbidden = await actOnSeveral(spine, people.reviewer, { ...asked, ids: [first.id] });
  assert.match(forbidden.refused[0]?.reason ?? '', /./);
});

test('several sent again with their key are each done once', async () => {
  const { people, spine, officeId } = office;
  const [first, second] = [await office.submit('戊'), await office.submit('己')];
  const send = () =>
    actOnSeveral(
      spine,
      { ...people.officer, once: 'bulk-1', asked: 'a' },
      { agencyId: officeId, act: 'confirm_receipt', ids: [first.id, second.id], personId: null },
    );
  assert.deepEqual(await send(), { done: 2, refused: [] });
  assert.deepEqual(await send(), { done: 2, refused: [] });
  const kinds = await eventsOf(spine, second.id);
  assert.equal(kinds.filter((kind) => kind === 'request_confirmed').length, 1);
});

test('officers are listed with what each has open, and who left no more', async () => {
  const { people, spine, officeId } = office;
  const officers = await listOfficers(spine, people.disclosure_head, officeId);
  const mine = officers.find(({ id }) => id === people.officer.actor.id);
  const { count } = await spine.db
    .selectFrom('request')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('officer_id', '=', people.officer.actor.id)
    .where('waiting', 'is not', null)
    .executeTakeFirstOrThrow();
  assert.equal(mine?.open, count);
  assert.ok(!officers.some(({ id }) => id === people.reviewer.actor.id));
});

test('saved views are one’s own, a second of the same name replaces the first, and none is readable in the database', async () => {
  const { people, spine } = office;
  const view = { name: '张三的申请', filter: { q: '张三' }, order: 'due' } as const;
  const first = await saveView(spine, people.officer, view);
  const second = await saveView(spine, people.officer, { ...view, filter: { q: '张三', open: true } });
  assert.equal(second.id, first.id);
  assert.deepEqual(await listViews(spine, people.officer), [second]);
  assert.deepEqual(await listViews(spine, people.reviewer), []);
  assert.match(await refusalOf(removeView(spine, people.reviewer, first.id)), /没有这个视图/);
  const { rows } = await spine.database.pool.query('select * from request_view');
  for (const row of rows) for (const kept of Object.values(row)) assert.doesNotMatch(String(kept), /张三/);
  await removeView(spine, people.officer, first.id);
  assert.deepEqual(await listViews(spine, people.officer), []);
});

test('while registering, the same person’s applications and near wordings are shown, others not', async () => {
  const { people, spine, officeId } = office;
  const submit = (name: string, phone: string, description: string) => {
    const application = anApplication(officeId, description);
    const applicant = { ...application.applicant, name, phone, identity: null };
    return submitRequest(spine, { requestId: null }, { ...application, applicant });
  };
  const mine = await submit('秦一', '13900000001', '幼儿园招生摇号结果');
  const near = await submit('秦二', '13900000002', '申请公开北街旧城改造项目的拆迁补偿安置方案及其批复文件');
  await submit('秦三', '13900000003', '食品抽检不合格名单');
  const found = await showEarlier(spine, people.officer, {
    agencyId: officeId,
    applicant: { name: '秦一', identityKind: 'idCard', identityNumber: null, phone: '139-0000-0001' },
    title: null,
    documentNumber: null,
    description: '请提供：北街旧城改造项目拆迁补偿安置方案和批复文件',
  });
  assert.deepEqual(
    found.map(({ id, sameApplicant, sameName }) => [id, sameApplicant, sameName]),
    [
      [mine.id, true, true],
      [near.id, false, false],
    ],
  );
  assert.ok((found[1]?.likeness ?? 0) >= 0.5);
  const byName = await showEarlier(spine, people.officer, {
    agencyId: officeId,
    applicant: { name: '秦 一', identityKind: 'idCard', identityNumber: null, phone: null },
    title: null,
    documentNumber: null,
    description: '',
  });
  assert.deepEqual(
    byName.map(({ id, sameApplicant, sameName }) => [id, sameApplicant, sameName]),
    [[mine.id, false, true]],
  );
});

test('what several people applied for is brought together, proposed with a reason, and decided once by the head', async () => {
  const { people, spine, officeId } = office;
  const words = [
    '申请公开西山水库除险加固工程的环境影响评价报告书',
    '西山水库除险加固工程环境影响评价报告书',
    '请提供西山水库除险加固工程的环境影响评价报告书及附件',
  ];
  const ids: string[] = [];
  for (const [index, description] of words.entries()) {
    const application = anApplication(officeId, description);
    const applicant = {
      ...application.applicant,
      name: `赵${index}`,
      phone: `1370000000${index}`,
      identity: null,
    };
    ids.push((await submitRequest(spine, { requestId: null }, { ...application, applicant })).id);
  }
  const group = async () =>
    (await listSimilar(spine, people.officer, { agencyId: officeId, least: 3 })).find(({ title }) =>
      title.includes('西山水库'),
    );
  const found = await group();
  assert.deepEqual(found?.requests.map(({ id }) => id).toSorted(), ids.toSorted());
  assert.deepEqual([found?.applicants, found?.proposal], [3, 'none']);
  const id = found?.id ?? '';
  assert.match(
    await refusalOf(proposeDisclosure(spine, people.disclosure_head, { id, act: 'accept', note: '同意' })),
    /还没有人建议/,
  );
  await proposeDisclosure(spine, people.officer, { id, act: 'propose', note: '多人申请，可以公开' });
  assert.match(
    await refusalOf(proposeDisclosure(spine, people.officer, { id, act: 'propose', note: '再' })),
    /已经建议过/,
  );
  assert.match(
    await refusalOf(proposeDisclosure(spine, people.officer, { id, act: 'accept', note: '同意' })),
    /没有权限/,
  );
  await proposeDisclosure(spine, people.disclosure_head, { id, act: 'decline', note: '涉及第三方' });
  assert.deepEqual([(await group())?.proposal, (await group())?.proposalNote], ['declined', '涉及第三方']);
  await proposeDisclosure(spine, people.officer, { id, act: 'propose', note: '第三方已同意' });
  await proposeDisclosure(spine, people.disclosure_head, { id, act: 'accept', note: '同意公开' });
  assert.deepEqual(
    (await eventsOf(spine, id)).filter((kind) => kind.startsWith('proactive')),
    ['proactive_proposed', 'proactive_declined', 'proactive_proposed', 'proactive_accepted'],
  );
});

test('the same person asking again and again makes no group of several applicants', async () => {
  const { people, spine, officeId } = office;
  for (let time = 0; time < 4; time += 1) await office.submit('东湖公园夜间照明维护合同文本');
  const groups = await listSimilar(spine, people.officer, { agencyId: officeId, least: 3 });
  assert.ok(!groups.some(({ title }) => title.includes('东湖公园')));
});

test('the list as a table has masked names, and the record says that it was taken', async () => {
  const { people, spine, officeId } = office;
  const answer = await exportList(
    spine,
    people.officer,
    officeId,
    new URLSearchParams({ q: '西山水库', order: 'newest' }),
  );
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  await book.xlsx.load((await answer.arrayBuffer()) as never);
  const sheet = book.worksheets[0];
  assert.equal(sheet?.rowCount, 4);
  assert.deepEqual(
    [2, 3, 4].map((row) => sheet?.getRow(row).getCell(4).value),
    ['赵*', '赵*', '赵*'],
  );
  const events = await spine.db
    .selectFrom('event')
    .select('data')
    .where('kind', '=', 'request_list_exported')
    .execute();
  assert.deepEqual(events, [{ data: { count: 3 } }]);
  const stranger = await office.as('officer', await buildAgency(spine));
  assert.match(await refusalOf(exportList(spine, stranger, officeId, new URLSearchParams())), /没有权限/);
  assert.match(
    await refusalOf(exportList(spine, people.officer, officeId, new URLSearchParams({ due: 'x' }))),
    /条件有误/,
  );
});

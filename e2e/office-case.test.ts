import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeViolations, overflowOf } from './browser.ts';
import { assertNothing, isProvoked, officeForTests, phone, signIn } from './open-office.ts';

const office = officeForTests();
const { skip } = office;

const matter = '2025年度城乡居民最低生活保障资金分配方案';

/** An application as the portal's form sends it; gives its number. */
const apply = async (description = matter): Promise<string> => {
  const { id: agencyId } = await office.spine.db
    .selectFrom('agency')
    .select('id')
    .where('name', 'like', '%民政局')
    .executeTakeFirstOrThrow();
  const answer = await fetch(`${office.server.url}/api/applications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      agencyId,
      applicant: { kind: 'naturalPerson', name: '申小兰', phone: '13800001234' },
      content: { description },
    }),
  });
  assert.equal(answer.status, 200, await answer.clone().text());
  return ((await answer.json()) as { number: string }).number;
};

/** Goes from the work list to the case that a piece of work is about. */
const openFromWork = async (page: Page, work: string, number: string): Promise<void> => {
  await page.goto(`${office.server.url}/office/`);
  await page.getByRole('link', { name: `${work}：${number}` }).click();
  await page.getByRole('region', { name: '期限' }).waitFor();
};

const panelOf = (page: Page) => page.getByRole('complementary', { name: '办理步骤' });

/** Opens a step's form by its button among the steps. */
const openStep = async (page: Page, title: string) => {
  await panelOf(page).getByRole('button', { name: title, exact: true }).click();
  return page.getByRole('dialog', { name: title });
};

const isGone = (page: Page, title: string): Promise<void> =>
  page.getByRole('dialog', { name: title }).waitFor({ state: 'detached' });

const stateIs = (page: Page, state: string): Promise<void> =>
  page.locator('.case-head').getByText(state, { exact: true }).waitFor();

test('an application goes from its receipt to its reply through the hands of four people', {
  skip,
}, async () => {
  const complaints: string[] = [];
  const number = await apply();

  const officer = await signIn(office, 'minzheng-officer', complaints);
  await openFromWork(officer, '确认收到申请', number);
  await officer.getByRole('heading', { level: 1, name: matter }).waitFor();
  await officer.getByText('等待双方确认收到，期限还没有起算').waitFor();
  const confirm = await openStep(officer, '确认收到申请');
  await confirm.getByText('条例第三十一条').first().waitFor();
  await confirm.getByRole('button', { name: '确认收到申请' }).click();
  await isGone(officer, '确认收到申请');
  await officer
    .locator('.case-head')
    .getByText(/还剩 20 个工作日 · \d+ 月 \d+ 日/)
    .waitFor();

  // By keyboard alone: the button, out of its form and back in, field after field, and back to the page.
  const next = panelOf(officer).getByRole('button', { name: '登记检索', exact: true });
  await next.focus();
  await officer.keyboard.press('Enter');
  await officer.getByRole('dialog', { name: '登记检索' }).waitFor();
  await officer.keyboard.press('Escape');
  await isGone(officer, '登记检索');
  assert.ok(await next.evaluate((button) => button === button.ownerDocument.activeElement));
  await officer.keyboard.press('Enter');
  const search = officer.getByRole('dialog', { name: '登记检索' });
  await search.getByLabel('检索的范围').focus();
  await officer.keyboard.type('局综合档案室、社会救助管理信息系统');
  await officer.keyboard.press('Tab');
  await officer.keyboard.type('以“低保资金”为关键词检索标题和正文');
  await officer.keyboard.press('Tab');
  await officer.keyboard.type('找到分配方案一件');
  await officer.keyboard.press('Tab');
  await officer.keyboard.press('Enter');
  await isGone(officer, '登记检索');
  await officer.getByRole('table', { name: '检索记录' }).getByText('找到分配方案一件').waitFor();
  assert.deepEqual(await axeViolations(officer), []);

  const draft = await openStep(officer, '拟定答复');
  await draft.getByRole('button', { name: '提交审核' }).click();
  await draft.getByText('请选择办理结果').first().waitFor();
  await draft.getByLabel('办理结果').fill('提供政府信息');
  await officer.keyboard.press('Enter');
  await draft.getByText(/条例第三十六条第（二）项 · 年报计入（一）予以公开/).waitFor();
  await draft.getByLabel('答复的内容').fill('您申请的分配方案予以公开，随答复提供。');
  // The letter was made on paper.
  await draft.getByRole('switch', { name: '由系统制作文书' }).click();
  assert.deepEqual(await axeViolations(officer), []);
  await draft.getByRole('button', { name: '提交审核' }).click();
  await isGone(officer, '拟定答复');
  await stateIs(officer, '待审核');

  for (const [username, work, step, fill] of [
    [
      'minzheng-reviewer',
      '审核答复',
      '审核通过',
      (page: Page) => page.getByLabel('审核意见').fill('事实清楚'),
    ],
    [
      'minzheng-secrecy',
      '保密审查答复',
      '保密审查通过',
      async (page: Page) => {
        await page.getByRole('radio', { name: '可以公开' }).check();
        await page.getByRole('dialog').getByLabel('依据').fill('不涉及国家秘密');
      },
    ],
    ['minzheng-head', '批准答复', '批准答复', async () => {}],
  ] as const) {
    const page = await signIn(office, username, complaints);
    await openFromWork(page, work, number);
    const reply = page.getByRole('region', { name: '拟定的答复' });
    await reply.getByText('您申请的分配方案予以公开，随答复提供。').waitFor();
    if (username === 'minzheng-head') {
      await reply.getByText('不涉及国家秘密').waitFor();
      assert.deepEqual(await axeViolations(page), []);
    }
    const form = await openStep(page, step);
    await fill(page);
    await form.getByRole('button', { name: step }).click();
    await isGone(page, step);
    await page.context().close();
  }

  await openFromWork(officer, '签发答复', number);
  const sign = await openStep(officer, '编号签发');
  await sign.getByRole('button', { name: '编号签发' }).click();
  await isGone(officer, '编号签发');
  const deliver = await openStep(officer, '送达答复');
  await deliver.getByRole('radio', { name: '邮寄' }).check();
  await deliver.getByLabel('凭证').fill('EMS 1123456789012');
  await deliver.getByRole('button', { name: '送达答复' }).click();
  await isGone(officer, '送达答复');
  await stateIs(officer, '已答复');
  await officer.locator('.case-head').getByText('予以公开，提供政府信息').waitFor();

  // Above the agency one sees how it stands, and nothing that anybody wrote.
  const supervisor = await signIn(office, 'office-supervisor', complaints);
  await supervisor.goto(officer.url());
  await supervisor.getByRole('heading', { level: 1, name: number }).waitFor();
  await stateIs(supervisor, '已答复');
  assert.equal(await supervisor.getByText(matter).count(), 0);
  assert.equal(await supervisor.getByText('申**').count(), 0);
  await supervisor.context().close();
  await officer.context().close();
  assertNothing(complaints);
});

test('who acts second on a case is told so, sees what the first did, and keeps what was typed', {
  skip,
}, async () => {
  const complaints: string[] = [];
  const number = await apply('民政局办公用房面积');
  const first = await signIn(office, 'minzheng-officer', complaints);
  await openFromWork(first, '确认收到申请', number);
  const second = await first.context().newPage();
  await second.goto(first.url());
  const late = await openStep(second, '撤回申请');
  await late.getByLabel('撤回的原因').fill('申请人来电说已经找到');
  const confirm = await openStep(first, '撤回申请');
  await confirm.getByRole('button', { name: '登记撤回' }).click();
  await isGone(first, '撤回申请');
  await stateIs(first, '已撤回');
  await late.getByRole('button', { name: '登记撤回' }).click();
  await late.getByText('其他人刚才办理过这件申请').waitFor();
  await late.getByText(/现在不能“撤回申请”/).waitFor();
  await stateIs(second, '已撤回');
  assert.equal(await late.getByLabel('撤回的原因').inputValue(), '申请人来电说已经找到');
  await first.context().close();
  assertNothing(complaints.filter((line) => !isProvoked(line)));
});

test('on a phone a case fits, and the applicant is shown in full only with a reason', { skip }, async () => {
  const complaints: string[] = [];
  const number = await apply('敬老院床位数和收费标准，以及近三年的检查记录');
  const page = await signIn(office, 'minzheng-officer', complaints, phone);
  await openFromWork(page, '确认收到申请', number);
  assert.equal(await overflowOf(page), 0);
  assert.equal(await page.getByText('申小兰').count(), 0);
  await page.getByRole('button', { name: '查看完整信息' }).click();
  const form = page.getByRole('dialog', { name: '查看申请人的完整信息' });
  await form.getByRole('button', { name: '查看', exact: true }).click();
  await form.getByText('请写明查看的理由').first().waitFor();
  await form.getByLabel('查看的理由').fill('电话联系申请人确认收到');
  await form.getByRole('button', { name: '查看', exact: true }).click();
  await page.getByRole('region', { name: '申请人的完整信息' }).getByText('13800001234').waitFor();
  assert.equal(await overflowOf(page), 0);
  assert.deepEqual(await axeViolations(page), []);
  await page.context().close();
  assertNothing(complaints);
});

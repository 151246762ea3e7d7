import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { demonstrationPassword, setUpDemonstration } from '../apps/server/src/demonstration/index.ts';
import { sealAll } from '../apps/server/src/platform/event/chain-test-kit.ts';
import type { Spine } from '../apps/server/src/platform/spine.ts';
import { setPdf } from '../apps/server/src/request/redaction/redaction-file-test-kit.ts';
import { needs } from '../tools/system-package.ts';
import { axeViolations, openBrowser, openPage, openServer, overflowOf } from './browser.ts';
import { assertNothing, isProvoked, type Office, phone } from './open-office.ts';
import { fillLetter, openStep, send, signInToday, startDays } from './walk-kit.ts';

/**
 * One application from the citizen's phone to the archive, as the people who have to do with it do it, day by day in
 * the spring of 2026. The dates beside the days were counted on paper by the calendar of 2026.
 */
const days = startDays('2026-03-02');
const skip = needs('chromium');
const office = {} as { -readonly [K in keyof Omit<Office, 'skip'>]: Office[K] };
const complaints: string[] = [];

before(async () => {
  if (skip) return;
  let spine: Spine | undefined;
  [office.browser, office.server] = await Promise.all([
    openBrowser(),
    openServer(
      {},
      async (opened) => {
        spine = opened;
        await setUpDemonstration(opened);
      },
      days.now,
    ),
  ]);
  office.spine = spine!;
});
after(async () => {
  await office.browser?.close();
  await office.server?.close();
});

const secret = { identity: '11010519491231002X', phone: '13800001234' };
const register = setPdf(`
= 云山区老旧小区改造项目资金拨付明细
项目：文化路片区老旧小区改造，2025 年拨付财政资金 320.5 万元。
经办人王小明，身份证号${secret.identity}，联系电话${secret.phone}。
施工单位投标报价组成表见附表。`);

const matter = '2025年度文化路片区老旧小区改造项目财政资金拨付明细和施工单位报价组成';

/** The citizen, on a phone, without JavaScript. */
const citizen = async (): Promise<Page> =>
  openPage(office.browser, phone, complaints, { javaScriptEnabled: false });

const track = async (page: Page, number: string, code: string): Promise<void> => {
  await page.goto(`${office.server.url}/track`);
  await page.getByLabel('登记编号').fill(number);
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await page.waitForURL('**/track/application');
};

const openCase = async (username: string, number: string): Promise<Page> => {
  const page = await signInToday(office, days, username, demonstrationPassword, complaints);
  const { id } = await office.spine.db
    .selectFrom('request')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  await page.goto(`${office.server.url}/office/requests/${id}`);
  await page.getByRole('region', { name: '期限' }).waitFor();
  return page;
};

const dueIs = async (page: Page, due: string): Promise<void> => {
  const [, month, day] = due.split('-').map(Number);
  await page
    .locator('.case-head')
    .getByText(new RegExp(`${month} 月 ${day} 日`))
    .first()
    .waitFor({ timeout: 20_000 });
};

test('an application goes from a citizen’s phone through four offices and the third party to the archive', {
  skip,
}, async () => {
  // Monday 2 March: a citizen applies on a phone, without JavaScript.
  let page = await citizen();
  await page.goto(`${office.server.url}/`);
  await page.getByRole('link', { name: '依申请公开' }).first().click();
  await page.goto(`${office.server.url}/apply/agencies?q=${encodeURIComponent('民政局')}`);
  await page
    .getByRole('link', { name: /民政局/ })
    .first()
    .click();
  await page.getByLabel('个人', { exact: true }).check();
  await page.getByLabel('姓名或者名称').fill('欧阳小兰');
  await page.getByLabel('证件种类').selectOption({ label: '居民身份证' });
  await page.getByLabel('证件号码').fill(secret.identity);
  await page.getByLabel('联系电话').fill('13800005678');
  await page.getByLabel('电子邮箱').fill('ouyang@example.com');
  await page.getByLabel('内容描述').fill('老旧小区改造的钱怎么花的');
  await page.getByLabel('电子', { exact: true }).check();
  await page.getByLabel('电子方式', { exact: true }).check();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.waitForURL('**/apply/review');
  await page.getByRole('button', { name: /提交申请/ }).click();
  await page.waitForURL('**/apply/receipt');
  const code = (await page.locator('.query-code').innerText()).trim();
  const number = /登记编号\s*(\S+号)/.exec(await page.locator('main').innerText())?.[1] ?? '';
  assert.match(number, /〔2026〕1号$/);
  await page.context().close();

  // Tuesday 3 March: the officer confirms by telephone; that day is the day of receipt. 20 working days end on 31 March.
  days.go('2026-03-03');
  page = await openCase('minzheng-officer', number);
  await send(await openStep(page, '确认收到申请'), '确认收到申请');
  await dueIs(page, '2026-03-31');
  await page.context().close();

  // Friday 6 March, the third working day: it isn't clear enough; correction is asked for, once.
  days.go('2026-03-06');
  page = await openCase('minzheng-officer', number);
  let dialog = await openStep(page, '告知补正');
  await dialog.getByLabel('需要补正的内容').fill('请写明是哪个片区、哪一年度的项目。');
  await fillLetter(dialog, {});
  await send(dialog, '发出补正告知书');
  await page.context().close();

  // Monday 9 March: the citizen downloads the notice and corrects. The period starts anew: 20 working days from
  // 10 March, over Qingming (4 to 6 April), end on 7 April.
  days.go('2026-03-09');
  page = await citizen();
  await track(page, number, code);
  await page.getByText('请写明是哪个片区、哪一年度的项目。').first().waitFor();
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: /^PDF.*补正告知书/ }).click();
  assert.equal((await readFile(await (await saved).path())).subarray(0, 5).toString(), '%PDF-');
  await page.getByLabel('补正后的申请内容').fill(matter);
  await page.getByRole('button', { name: '提交补正' }).click();
  await page.getByText('2026年4月7日').first().waitFor();
  assert.equal(await overflowOf(page), 0);
  await page.context().close();

  // Thursday 12 March: what was found touches a builder's offer; the third party is consulted.
  days.go('2026-03-12');
  page = await openCase('minzheng-officer', number);
  await dueIs(page, '2026-04-07');
  dialog = await openStep(page, '登记检索');
  await dialog.getByLabel('检索的范围').fill('局档案室、财务系统');
  await dialog.getByLabel('检索的方法和经过').fill('以项目名称检索');
  await dialog.getByLabel('检索的结果').fill('找到资金拨付明细一份');
  await send(dialog, '登记检索');
  dialog = await openStep(page, '征求意见');
  await dialog.getByLabel('名称', { exact: true }).fill('云山区安居建筑工程有限公司');
  await dialog.getByLabel('征求意见的内容').fill('施工单位报价组成');
  await fillLetter(dialog, {});
  await send(dialog, '发出征求意见书');
  await page.context().close();

  // Monday 16 March: the builder has the letter. Friday 27 March: it objects, with reasons. The eleven working days from
  // 13 to 27 March don't count: the period ends on 22 April.
  days.go('2026-03-16');
  page = await openCase('minzheng-officer', number);
  await send(await openStep(page, '登记征求意见书送达'), '登记征求意见书送达');
  await page.context().close();
  days.go('2026-03-27');
  page = await openCase('minzheng-officer', number);
  dialog = await openStep(page, '登记意见');
  await dialog
    .getByRole('radio', { name: /不同意.*理由|有合理理由/ })
    .first()
    .check();
  await dialog.getByLabel('意见的内容和理由').fill('报价组成属于商业秘密，公开会损害公司的竞争地位。');
  await send(dialog, '登记意见');
  await dueIs(page, '2026-04-22');
  await page.context().close();

  // Wednesday 15 April: an extension is proposed, approved, and told the next day: twenty working days more, over the
  // First of May (1 to 5 May; Saturday 9 May is worked), end on 22 May.
  days.go('2026-04-15');
  page = await openCase('minzheng-officer', number);
  dialog = await openStep(page, '提出延期');
  await dialog.getByLabel('延长的理由').fill('需要逐页区分处理');
  await send(dialog, '提请批准延期');
  await page.context().close();
  page = await openCase('minzheng-head', number);
  await send(await openStep(page, '同意延期'), '同意延期');
  await page.context().close();
  days.go('2026-04-16');
  page = await openCase('minzheng-officer', number);
  dialog = await openStep(page, '告知延期');
  await fillLetter(dialog, {});
  await send(dialog, '发出延长答复期限告知书');
  await dueIs(page, '2026-05-22');

  // Monday 11 May: the document goes into the case, personal data is blacked out, part is withheld.
  await page.context().close();
  days.go('2026-05-11');
  page = await openCase('minzheng-officer', number);
  const files = page.locator('.case-files');
  await files.locator('input[type=file]').setInputFiles({
    name: '资金拨付明细.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(register),
  });
  await page
    .getByRole('link', { name: /区分处理/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: /遮盖确定的 \d+ 处|遮盖全部 \d+ 处/ })
    .first()
    .click();
  await page.getByRole('button', { name: '制作区分处理后的文件' }).click();
  const made = page.getByRole('dialog', { name: '区分处理后的文件' });
  await made
    .getByText(/没有发现残留/)
    .first()
    .waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.context().close();

  page = await openCase('minzheng-officer', number);
  dialog = await openStep(page, '拟定答复');
  await dialog.getByRole('combobox', { name: '办理结果' }).fill('部分公开');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('理由', { exact: true }).first().fill('第三方不同意公开且理由合理。');
  await dialog.getByRole('button', { name: '从区分处理的文件带入' }).click();
  await dialog.getByText('第 1 处').first().waitFor();
  await fillLetter(dialog, {});
  assert.deepEqual(await axeViolations(page), []);
  await send(dialog, '提交审核');
  await page.context().close();

  // Three people pass it: reviewer, secrecy reviewer, head.
  page = await openCase('minzheng-reviewer', number);
  await send(await openStep(page, '审核通过'), '审核通过');
  await page.context().close();
  page = await openCase('minzheng-secrecy', number);
  dialog = await openStep(page, '保密审查通过');
  await dialog.getByRole('radio', { name: '删减后公开' }).check();
  await dialog.getByLabel('依据').fill('不涉及国家秘密；个人信息已遮盖');
  await send(dialog, '保密审查通过');
  await page.context().close();
  page = await openCase('minzheng-head', number);
  await send(await openStep(page, '批准答复'), '批准答复');
  await page.context().close();

  // Tuesday 12 May: signed and sent; within the period.
  days.go('2026-05-12');
  page = await openCase('minzheng-officer', number);
  await send(await openStep(page, '编号签发'), '编号签发');
  dialog = await openStep(page, '送达答复');
  await dialog.getByRole('radio', { name: '电子方式' }).check();
  await dialog.getByLabel('凭证').fill('已发至申请人电子邮箱');
  await send(dialog, '送达答复');
  await page.context().close();

  // Wednesday 13 May: the citizen reads the reply, takes the document without a trace of what was blacked out, rates.
  days.go('2026-05-13');
  page = await citizen();
  await track(page, number, code);
  await page.getByText('部分公开').first().waitFor();
  const reply = page.waitForEvent('download');
  await page.getByRole('link', { name: /^PDF.*答复书/ }).click();
  await reply;
  const provided = page.waitForEvent('download');
  await page.getByRole('link', { name: /下载.*资金拨付明细/ }).click();
  const bytes = await readFile(await (await provided).path());
  for (const trace of Object.values(secret)) assert.equal(bytes.includes(trace), false);
  await page.getByLabel('满意', { exact: true }).check();
  await page.getByRole('button', { name: /评价/ }).click();
  await page
    .getByText(/感谢|已经评价|您的评价/)
    .first()
    .waitFor();
  await page.context().close();

  // Thursday 14 May: the case is archived.
  days.go('2026-05-14');
  page = await openCase('minzheng-officer', number);
  await send(await openStep(page, '归档'), '归档');
  await page.locator('.case-head').getByText('已归档', { exact: true }).waitFor();
  const archived = page.waitForEvent('download');
  await page
    .getByRole('button', { name: '下载案卷包' })
    .or(page.getByRole('link', { name: '下载案卷包' }))
    .first()
    .click();
  assert.equal((await readFile(await (await archived).path())).subarray(0, 2).toString(), 'PK');
  await page.context().close();

  const row = await office.spine.db
    .selectFrom('request')
    .select(['state', 'outcome', 'received_on', 'due_on'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  assert.deepEqual(row, {
    state: 'archived',
    outcome: 'partially_disclosed',
    // The correction restarts the period, not the receipt.
    received_on: '2026-03-03',
    due_on: '2026-05-22',
  });

  // The auditor finds every link of the chain in its place.
  await sealAll(office.spine.db);
  page = await signInToday(office, days, 'auditor', demonstrationPassword, complaints);
  await page.goto(`${office.server.url}/office/audit`);
  await page.getByRole('button', { name: '校验日志' }).click();
  await page.getByRole('button', { name: '开始校验' }).click();
  await page.getByText(/校验完毕，[\d,]+ 条记录全部完好/).waitFor();
  await page.context().close();
  assertNothing(complaints.filter((line) => !isProvoked(line)));
});

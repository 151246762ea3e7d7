import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOTP, Secret } from 'otpauth';
import type { Page } from 'playwright-core';
import { demonstrationPassword } from '../apps/server/src/demonstration/index.ts';
import { axeViolations, openPage } from './browser.ts';
import {
  assertNothing,
  desktop,
  fillSignIn,
  goTo,
  isProvoked,
  officeForTests,
  signIn,
} from './open-office.ts';

const office = officeForTests();
const { skip } = office;

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

test('signing in takes the keyboard alone, and leads to the page that was asked for', { skip }, async () => {
  const complaints: string[] = [];
  const page = await openPage(office.browser, desktop, complaints);
  await page.goto(`${office.server.url}/office/calendar?year=2025`);
  await heading(page, '登录').waitFor();
  assert.deepEqual(await axeViolations(page), []);
  // The first field has the focus already.
  await page.keyboard.type('minzheng-head');
  await page.keyboard.press('Tab');
  await page.keyboard.type(demonstrationPassword);
  await page.keyboard.press('Enter');
  await heading(page, '工作日历').waitFor();
  assert.match(page.url(), /\/office\/calendar\?year=2025$/);
  // From the top of the page the first stop is the way past the menu.
  await page.reload();
  await heading(page, '工作日历').waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').textContent(), '跳到正文');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator(':focus').getAttribute('id'), 'content');
  await page.context().close();
  assertNothing(complaints);
});

test('what is wrong stands beside its field and above the form, and what was typed stays', {
  skip,
}, async () => {
  const complaints: string[] = [];
  const page = await openPage(office.browser, desktop, complaints);
  await page.goto(`${office.server.url}/office/`);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  const list = page.getByRole('alert').filter({ hasText: '还有内容需要修改' });
  assert.deepEqual(await list.getByRole('link').allTextContents(), ['请填写用户名', '请填写密码']);
  await list.getByRole('link', { name: '请填写密码' }).click();
  assert.equal(await page.locator(':focus').getAttribute('type'), 'password');
  await fillSignIn(page, 'minzheng-officer', 'not-the-password');
  await page
    .getByRole('alert')
    .filter({ hasText: /用户名或密码/ })
    .first()
    .waitFor();
  assert.equal(await page.getByLabel('用户名').inputValue(), 'minzheng-officer');
  assert.deepEqual(await axeViolations(page), []);
  await page.context().close();
  assertNothing(complaints.filter((complaint) => !isProvoked(complaint)));
});

test('who is locked out is told for how long, and let in again by the security administrator', {
  skip,
}, async () => {
  const complaints: string[] = [];
  const page = await openPage(office.browser, desktop, complaints);
  await page.goto(`${office.server.url}/office/`);
  const tryIn = async (password: string): Promise<void> => {
    const answered = page.waitForResponse(
      (response) => response.url().endsWith('/api/session') && response.request().method() === 'POST',
    );
    await fillSignIn(page, 'weijian-officer', password);
    await answered;
  };
  for (const attempt of [1, 2, 3, 4, 5]) await tryIn(`wrong-${attempt}`);
  await tryIn(demonstrationPassword);
  const complaint = page.locator('.complaints');
  await complaint.filter({ hasText: '账号锁定 30 分钟' }).waitFor();

  const security = await signIn(office, 'secadmin', complaints);
  await goTo(security, office, '/people?state=locked', '人员与职责');
  await security.getByRole('link', { name: '朱丽华' }).click();
  await security.getByText(/\d{4}年\d{1,2}月\d{1,2}日 \d{1,2}:\d{2}，到时自动解除/).waitFor();
  await security.getByRole('button', { name: '账号安全' }).click();
  await security.getByRole('menuitem', { name: '解除锁定' }).click();
  await security.getByRole('dialog').getByRole('button', { name: '解除锁定' }).click();
  await security.getByText('正常', { exact: true }).waitFor();
  await security.context().close();

  await tryIn(demonstrationPassword);
  await heading(page, '首页').waitFor();
  await page.context().close();
  assertNothing(complaints.filter((line) => !isProvoked(line)));
});

test('a new colleague: made by one administrator, authorised by the other, first password changed at first use', {
  skip,
}, async () => {
  const complaints: string[] = [];
  const admin = await signIn(office, 'sysadmin', complaints);
  await goTo(admin, office, '/people', '人员与职责');
  await admin.getByRole('button', { name: '新建人员' }).click();
  const form = admin.getByRole('dialog');
  await form.getByLabel('姓名').fill('方新来');
  await form.getByLabel('用户名').fill('sysadmin');
  await form.getByRole('button', { name: '新建人员' }).click();
  await form
    .getByText(/已有人使用/)
    .first()
    .waitFor();
  assert.equal(await form.getByLabel('姓名').inputValue(), '方新来', 'what was typed stays');
  await form.getByLabel('用户名').fill('newcomer');
  await form.getByRole('button', { name: '新建人员' }).click();
  const password = await admin.locator('code.once').textContent();
  assert.ok(password);
  await admin.getByRole('button', { name: '我已记下' }).click();
  await heading(admin, '方新来').waitFor();
  await admin.getByRole('button', { name: '提出任岗' }).click();
  await admin.getByRole('dialog').getByRole('combobox', { name: '职责' }).click();
  await admin.getByTitle('经办人', { exact: true }).click();
  await admin.getByRole('dialog').getByRole('button', { name: '提出任岗' }).click();
  await admin.getByText('待授权').first().waitFor();
  await admin.context().close();

  const security = await signIn(office, 'secadmin', complaints);
  await security.getByRole('link', { name: '逐项审看' }).click();
  const row = security.getByRole('row').filter({ hasText: '方新来' });
  await row.getByRole('button', { name: '授权', exact: true }).click();
  await security
    .getByRole('dialog')
    .getByText(/方新来将担任/)
    .waitFor();
  await security.getByRole('button', { name: '授权任岗' }).click();
  await row.waitFor({ state: 'detached' });
  await security.context().close();

  const page = await openPage(office.browser, desktop, complaints);
  await page.goto(`${office.server.url}/office/`);
  await fillSignIn(page, 'newcomer', password);
  await heading(page, '设置新密码').waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.getByLabel('当前密码').fill(password);
  await page.getByLabel('新密码', { exact: true }).fill('short');
  await page.getByLabel('再次填写新密码').fill('Bamboo-4417-river');
  await page.getByRole('button', { name: '设置新密码并继续' }).click();
  await page.getByText('两次填写的新密码不一样').first().waitFor();
  await page.getByLabel('新密码', { exact: true }).fill('Bamboo-4417-river');
  await page.getByRole('button', { name: '设置新密码并继续' }).click();
  await heading(page, '首页').waitFor();
  await page.getByText(/^方新来，/).waitFor();
  await page.context().close();
  assertNothing(complaints.filter((complaint) => !isProvoked(complaint)));
});

const codeNow = (secret: string): string =>
  HOTP.generate({ secret: Secret.fromBase32(secret), counter: Math.floor(Date.now() / 30_000) });

test('a second factor is tied by a drawn code, asked for at the next sign-in, and a recovery code does as well', {
  skip,
}, async () => {
  const complaints: string[] = [];
  const page = await signIn(office, 'zhujian-officer', complaints);
  await goTo(page, office, '/account?tab=second-factor', '我的账号');
  await page.getByRole('button', { name: '绑定动态口令' }).click();
  await page.getByRole('img', { name: '绑定动态口令的二维码' }).waitFor();
  assert.deepEqual(await axeViolations(page), []);
  const secret = ((await page.locator('code.secret').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel('认证器显示的 6 位数字').fill(codeNow(secret));
  await page.getByRole('button', { name: '绑定动态口令' }).click();
  const kept = page.getByText('我已保存备用码');
  await kept.waitFor();
  const codes = await page.getByRole('list', { name: '备用码' }).getByRole('listitem').allTextContents();
  assert.ok(codes.length >= 8);
  const go = page.getByRole('button', { name: '继续' });
  assert.ok(await go.isDisabled(), 'nobody goes on without having kept the codes');
  await kept.click();
  await go.click();
  await page.getByText('已绑定，登录时除密码外还须输入').waitFor();
  await page.getByRole('button', { name: /我的账号/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await heading(page, '登录').waitFor();
  await fillSignIn(page, 'zhujian-officer', demonstrationPassword);
  await heading(page, '输入动态口令').waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.getByLabel('动态口令').fill(codes[0] ?? '');
  await page.getByRole('button', { name: '完成登录' }).click();
  await heading(page, /首页|我的账号/).waitFor();
  await page.context().close();
  assertNothing(complaints);
});

test('a session that ends in the middle of work is taken up again, with what was typed', {
  skip,
}, async () => {
  const complaints: string[] = [];
  const page = await signIn(office, 'shijian-head', complaints);
  await goTo(page, office, '/columns', '栏目');
  await page.getByRole('button', { name: '新增栏目' }).click();
  const form = page.getByRole('dialog', { name: '新增栏目' });
  await form.getByLabel('栏目名称').fill('药品抽检结果');
  await page.context().clearCookies();
  await form.getByRole('button', { name: '新增栏目' }).click();
  const again = page.getByRole('dialog', { name: /登录已到期/ });
  await again.getByLabel('密码').waitFor();
  assert.equal(await again.getByLabel('用户名').inputValue(), 'shijian-head');
  await again.getByLabel('密码').fill(demonstrationPassword);
  await again.getByRole('button', { name: '登录' }).click();
  await again.waitFor({ state: 'detached' });
  assert.equal(await form.getByLabel('栏目名称').inputValue(), '药品抽检结果');
  await form.getByRole('button', { name: '新增栏目' }).click();
  await page.getByRole('cell', { name: /药品抽检结果/ }).waitFor();
  await page.context().close();
  assertNothing(complaints.filter((complaint) => !isProvoked(complaint)));
});

test('without an answer of the server the page says so, and reads again when asked to', {
  skip,
}, async () => {
  const page = await signIn(office, 'minzheng-reviewer', []);
  await page.route('**/api/people?*', (route) => route.abort());
  await page.getByRole('link', { name: '人员与职责' }).click();
  await page.getByText('连接不上服务器').waitFor();
  await page.unroute('**/api/people?*');
  await page.getByRole('button', { name: '重新读取' }).click();
  await page.getByRole('table', { name: '人员' }).waitFor();
  await page.context().close();
});

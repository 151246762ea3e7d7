import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeViolations, overflowOf } from './browser.ts';
import { assertNothing, desktop, goTo, officeForTests, phone, signIn } from './open-office.ts';

const office = officeForTests();
const { skip } = office;

const everybody = ['首页', '栏目', '工作日历', '年报体检', '单位', '人员与职责'];

/** What concerns applications stands after the first page. */
const withRequests = (...entries: readonly string[]): readonly string[] => [
  '首页',
  '申请',
  ...entries,
  ...everybody.slice(1),
];

/** What each role finds in its menu, in order, and on its first page. */
const roles: readonly {
  readonly role: string;
  readonly username: string;
  readonly menu: readonly string[];
  readonly home: string;
}[] = [
  {
    role: '经办人',
    username: 'minzheng-officer',
    menu: withRequests('登记申请', '多人申请', '文书模板'),
    home: '待办',
  },
  { role: '审核人', username: 'minzheng-reviewer', menu: withRequests('文书模板'), home: '待办' },
  { role: '保密审查员', username: 'minzheng-secrecy', menu: withRequests('文书模板'), home: '待办' },
  {
    role: '公开机构负责人',
    username: 'minzheng-head',
    menu: withRequests('多人申请', '文书模板', '待销毁的案卷'),
    home: '待办',
  },
  { role: '主管部门工作人员', username: 'office-supervisor', menu: withRequests(), home: '待办' },
  {
    role: '系统管理员',
    username: 'sysadmin',
    menu: [...everybody, '系统设置', '安全设置', '接口令牌', '后台任务', '邮件'],
    home: '待办',
  },
  {
    role: '安全管理员',
    username: 'secadmin',
    menu: [...everybody, '授权', '系统设置', '安全设置', '接口令牌'],
    home: '待授权',
  },
  {
    role: '审计管理员',
    username: 'auditor',
    menu: [...everybody, '系统设置', '安全设置', '审计日志'],
    home: '常用',
  },
];

for (const { role, username, menu, home } of roles)
  test(`${role} signs in and finds their place`, { skip }, async () => {
    const complaints: string[] = [];
    const page = await signIn(office, username, complaints);
    assert.deepEqual(
      await page.getByRole('navigation', { name: '主菜单' }).getByRole('link').allTextContents(),
      menu,
    );
    await page.getByRole('heading', { level: 2, name: home, exact: true }).waitFor();
    await page.getByText(new RegExp(`，${role}`)).waitFor();
    await page.context().close();
    assertNothing(complaints);
  });

/** Every page, by somebody who may see it. */
const pages: Readonly<Record<string, readonly (readonly [path: string, title: string])[]>> = {
  sysadmin: [
    ['/', '首页'],
    ['/agencies', '单位'],
    ['/agencies/import', '从表格导入单位'],
    ['/people', '人员与职责'],
    ['/people?role=officer&page=2', '人员与职责'],
    ['/columns', '栏目'],
    ['/calendar', '工作日历'],
    ['/calendar?year=2024', '工作日历'],
    ['/calendar/import', '导入工作日历'],
    ['/settings', '系统设置'],
    ['/security', '安全设置'],
    ['/tokens', '接口令牌'],
    ['/jobs', '后台任务'],
    ['/mail', '邮件'],
    ['/check', '年报体检'],
    ['/account', '我的账号'],
    ['/account?tab=password', '我的账号'],
    ['/account?tab=second-factor', '我的账号'],
    ['/account?tab=sessions', '我的账号'],
    ['/nowhere', '没有这个页面'],
  ],
  secadmin: [
    ['/', '首页'],
    ['/authorisation', '授权'],
    ['/authorisation?state=active', '授权'],
    ['/security', '安全设置'],
  ],
  auditor: [['/audit', '审计日志']],
  'office-supervisor': [
    ['/', '首页'],
    ['/requests', '申请'],
  ],
  'minzheng-officer': [
    ['/requests', '申请'],
    ['/requests/register', '登记申请'],
    ['/requests/similar', '多人申请'],
    ['/letter-templates', '文书模板'],
  ],
  'minzheng-head': [['/requests/expired', '待销毁的案卷']],
};

const assertSound = async (page: Page, what: string): Promise<void> => {
  assert.equal(await overflowOf(page), 0, `${what} is wider than the window`);
  assert.deepEqual(await axeViolations(page), [], what);
};

for (const [username, list] of Object.entries(pages))
  test(`every page of ${username} reads well at a desk and on a phone, within all rules of accessibility and the policy`, {
    skip,
  }, async () => {
    const complaints: string[] = [];
    const page = await signIn(office, username, complaints);
    for (const [path, title] of list) {
      await page.setViewportSize(desktop);
      await goTo(page, office, path, title);
      await assertSound(page, `${path} at a desk`);
      await page.setViewportSize(phone);
      await assertSound(page, `${path} on a phone`);
    }
    await page.context().close();
    assertNothing(complaints);
  });

test('what opens over a page is as sound: drawers, dialogs, menus', { skip }, async () => {
  const complaints: string[] = [];
  const page = await signIn(office, 'sysadmin', complaints);
  const opens: readonly (readonly [path: string, title: string, button: string])[] = [
    ['/people', '人员与职责', '新建人员'],
    ['/agencies', '单位', '新增单位'],
    ['/', '首页', '通知'],
  ];
  for (const [path, title, button] of opens) {
    await goTo(page, office, path, title);
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await page.waitForLoadState('networkidle');
    await assertSound(page, button);
  }
  await goTo(page, office, '/agencies', '单位');
  await page.getByRole('link', { name: '云山区民政局', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '云山区民政局' }).waitFor();
  await assertSound(page, 'an agency');
  await page.getByRole('button', { name: '撤销单位' }).click();
  await page.getByRole('dialog').getByLabel('撤销日期').waitFor();
  await assertSound(page, 'closing an agency');
  await goTo(page, office, '/people?search=minzheng-officer', '人员与职责');
  await page.getByRole('link', { name: '李慧敏' }).click();
  await page.getByRole('button', { name: '办理离岗交接' }).click();
  await page.getByLabel('离岗原因').waitFor();
  await assertSound(page, 'a hand-over');
  await page.context().close();
  assertNothing(complaints);
});

test('on a phone the menu opens from the header and closes when one goes on', { skip }, async () => {
  const complaints: string[] = [];
  const page = await signIn(office, 'minzheng-head', complaints, phone);
  await page.getByRole('button', { name: '打开菜单' }).click();
  await page.getByRole('dialog').getByRole('link', { name: '栏目' }).click();
  await page.getByRole('heading', { level: 1, name: '栏目' }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.context().close();
  assertNothing(complaints);
});

test('whoever works for two agencies changes between them, and sees the other’s menu and list', {
  skip,
}, async () => {
  const complaints: string[] = [];
  const page = await signIn(office, 'baiyun-officer', complaints);
  const before = await page.locator('button.agency-name').textContent();
  await page.locator('button.agency-name').click();
  await page.getByRole('menuitem').filter({ hasText: '东湖街道' }).click();
  await page.locator('button.agency-name').filter({ hasText: '东湖街道' }).waitFor();
  assert.notEqual(before, await page.locator('button.agency-name').textContent());
  await page.getByText(/东湖街道.*，经办人/).waitFor();
  await page.context().close();
  assertNothing(complaints);
});

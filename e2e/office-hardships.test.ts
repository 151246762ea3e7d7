import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertNothing, goTo, isProvoked, officeForTests, signIn } from './open-office.ts';

const office = officeForTests();
const { skip } = office;

const openAgency = async (page: Page, name: string): Promise<void> => {
  await goTo(page, office, `/agencies?search=${encodeURIComponent(name)}`, '单位');
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('button', { name: '修改', exact: true }).click();
  await page.getByRole('dialog').getByLabel('联系电话').waitFor();
};

test('two people who change different things of one agency both keep what they changed', {
  skip,
}, async () => {
  const complaints: string[] = [];
  const [one, other] = [
    await signIn(office, 'sysadmin', complaints),
    await signIn(office, 'sysadmin', complaints),
  ];
  for (const page of [one, other]) await openAgency(page, '云山区教育局');
  await one.getByRole('dialog').getByLabel('联系电话').fill('0000-8129999');
  await other.getByRole('dialog').getByLabel('办公地址').fill('云山大道 99 号');
  for (const page of [one, other]) {
    await page.getByRole('dialog').getByRole('button', { name: '保存修改' }).click();
    await page.getByText('单位信息已修改').waitFor();
  }
  await other.reload();
  await other.getByText('云山大道 99 号').waitFor();
  await other.getByText('0000-8129999').waitFor();
  for (const page of [one, other]) await page.context().close();
  assertNothing(complaints);
});

test('what was typed is not given up unasked, and a refusal is seen from the end of a long form', {
  skip,
}, async () => {
  const complaints: string[] = [];
  const page = await signIn(office, 'sysadmin', complaints);
  await openAgency(page, '云山区司法局');
  const drawer = page.getByRole('dialog', { name: '修改单位信息' });
  await drawer.getByLabel('区划代码').fill('99');
  await drawer.getByRole('button', { name: '保存修改' }).click();
  await page.locator('.complaints:focus').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '继续填写' }).click();
  assert.equal(await drawer.getByLabel('区划代码').inputValue(), '99');
  await drawer.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '放弃并关闭' }).click();
  await drawer.waitFor({ state: 'detached' });
  await page.context().close();
  assertNothing(complaints.filter((line) => !isProvoked(line)));
});

test('work that waits leads to the page where it is done', { skip }, async () => {
  const complaints: string[] = [];
  const page = await signIn(office, 'sysadmin', complaints);
  await goTo(page, office, '/people?search=minzheng-head', '人员与职责');
  await page.getByRole('link', { name: '孙德厚' }).click();
  await page.getByRole('button', { name: '提出任岗' }).click();
  await page.getByRole('dialog').getByLabel('职责').click();
  await page.locator('.ant-select-item-option', { hasText: '审核人' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提出任岗' }).click();
  await page.getByText('已提出，等待安全管理员授权').waitFor();
  await page.context().close();
  const security = await signIn(office, 'secadmin', complaints);
  await security.getByRole('link', { name: '授权孙德厚任云山区民政局审核人' }).click();
  await security.getByRole('heading', { level: 1, name: '授权' }).waitFor();
  await security.getByRole('button', { name: '不予授权' }).waitFor();
  await security.context().close();
  assertNothing(complaints);
});

test('a page whose code cannot be fetched says so, and the others still open', { skip }, async () => {
  const complaints: string[] = [];
  const page = await signIn(office, 'minzheng-officer', complaints);
  await page.route('**/assets/columns-page-*', (route) => route.abort());
  await page.getByRole('link', { name: '栏目', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '页面没有打开' }).waitFor();
  await page.getByRole('link', { name: '工作日历', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '工作日历' }).waitFor();
  await page.context().close();
});

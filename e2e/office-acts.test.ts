import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { demonstrationPassword } from '../apps/server/src/demonstration/index.ts';
import { axeViolations } from './browser.ts';
import { assertNothing, goTo, isProvoked, officeForTests, signIn } from './open-office.ts';

const office = officeForTests();
const { skip } = office;

test('the auditor proves the log unchanged, reads it as sentences, and takes it along as a file', {
  skip,
}, async () => {
  const complaints: string[] = [];
  const page = await signIn(office, 'auditor', complaints);
  await goTo(page, office, '/audit?area=session', '审计日志');
  await page.getByText('严正清登录了').first().waitFor();
  await page.getByRole('button', { name: '详情' }).first().click();
  await page.getByRole('dialog').getByText('校验链位置').waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '校验日志' }).click();
  await page.getByRole('button', { name: '开始校验' }).click();
  await page.getByText(/校验完毕，[\d,]+ 条记录全部完好/).waitFor();
  assert.match((await page.locator('code.once').textContent()) ?? '', /^[0-9a-f]{64}$/);
  assert.deepEqual(await axeViolations(page), []);
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出查询结果' }).click();
  const file = await readFile(await (await saved).path(), 'utf8');
  assert.match(file.split('\n')[0] ?? '', /^\{.*\}$/);
  await page.context().close();
  assertNothing(complaints);
});

test('the system administrator looks at next year’s calendar before importing it, and then sees it', {
  skip,
}, async () => {
  const complaints: string[] = [];
  const page = await signIn(office, 'sysadmin', complaints);
  const year = new Date().getFullYear() + 1;
  await goTo(page, office, '/calendar/import', '导入工作日历');
  const lines = page.getByLabel('或者逐行填写');
  await lines.fill(`${year}-13-01，放假，元旦`);
  await page.getByRole('button', { name: '查看识别结果' }).click();
  await page.getByText(/表中有 \d+ 处问题/).waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await lines.fill(Array.from({ length: 3 }, (_, at) => `${year}-01-0${at + 1}，放假，元旦`).join('\n'));
  await page.getByRole('button', { name: '查看识别结果' }).click();
  await page.getByRole('button', { name: `导入 ${year} 年` }).click();
  await page.getByRole('heading', { level: 1, name: '工作日历' }).waitFor();
  await page.getByText('已导入').first().waitFor();
  await page.context().close();
  assertNothing(complaints.filter((line) => !isProvoked(line)));
});

test('agencies come from a spreadsheet: the template is given, mistakes are named by row, nothing is half imported', {
  skip,
}, async () => {
  const complaints: string[] = [];
  const page = await signIn(office, 'sysadmin', complaints);
  await goTo(page, office, '/agencies/import', '从表格导入单位');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载模板' }).click();
  const template = await saved;
  assert.match(template.suggestedFilename(), /\.xlsx$/);
  await page.setInputFiles('input[type=file]', {
    name: '单位.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('单位名称,上级单位\n云山区审计局,没有这个上级\n'),
  });
  await page.getByRole('button', { name: '查看将要导入的内容' }).click();
  await page.getByText(/表中有 \d+ 处问题，没有导入任何内容/).waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.context().close();
  assertNothing(complaints.filter((line) => !isProvoked(line)));
});

test('a sensitive act asks once more who it is, and then goes on', { skip }, async () => {
  const complaints: string[] = [];
  const page = await signIn(office, 'secadmin', complaints);
  // As if they had signed in an hour ago.
  await office.spine.db
    .updateTable('session')
    .set({ confirmed_at: new Date(Date.now() - 3_600_000) })
    .execute();
  await goTo(page, office, '/tokens', '接口令牌');
  await page.getByRole('button', { name: '新建令牌' }).click();
  const form = page.getByRole('dialog', { name: '新建令牌' });
  await form.getByLabel('使用令牌的系统').fill('区档案馆归档系统');
  await form.getByRole('checkbox', { name: '查看公开栏目' }).check();
  await form.getByRole('button', { name: '新建令牌' }).click();
  const question = page.getByRole('dialog', { name: '再次核验身份' });
  await question.getByLabel('密码').fill(demonstrationPassword);
  assert.deepEqual(await axeViolations(page), []);
  await question.getByRole('button', { name: '核验并继续' }).click();
  await page.locator('code.once').waitFor();
  assert.match((await page.locator('code.once').textContent()) ?? '', /^gk_/);
  await page.getByRole('button', { name: '我已记下' }).click();
  await page.getByRole('cell', { name: '区档案馆归档系统' }).waitFor();
  await page.context().close();
  assertNothing(complaints.filter((line) => !isProvoked(line)));
});

test('settings are changed by their own administrator and only looked at by the others', {
  skip,
}, async () => {
  const complaints: string[] = [];
  const page = await signIn(office, 'secadmin', complaints);
  await goTo(page, office, '/settings', '系统设置');
  await page.getByText('这些设置由系统管理员修改，您可以查看。').waitFor();
  assert.equal(await page.getByRole('button', { name: '保存设置' }).count(), 0);
  await goTo(page, office, '/security', '安全设置');
  await page.getByLabel('密码最少长度').fill('10');
  await page.getByRole('button', { name: '保存设置' }).click();
  await page.getByText('已修改 1 项设置').waitFor();
  await page.reload();
  await page.getByLabel('密码最少长度').waitFor();
  assert.equal(await page.getByLabel('密码最少长度').inputValue(), '10');
  await page.context().close();
  assertNothing(complaints);
});

test('an annual report handed in within the office is examined beside it', { skip }, async () => {
  const complaints: string[] = [];
  const page = await signIn(office, 'minzheng-officer', complaints);
  await goTo(page, office, '/check', '年报体检');
  await page.setInputFiles('input[type=file]', {
    name: '2024年年报.html',
    mimeType: 'text/html',
    buffer: Buffer.from('<title>某局2024年政府信息公开工作年度报告</title><p>一、总体情况</p>'),
  });
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: '开始体检' }).click();
  const result = await opened;
  await result.getByRole('heading', { level: 1 }).waitFor();
  assert.match(result.url(), /\/check\//);
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), '年报体检');
  await page.context().close();
  assertNothing(complaints);
});

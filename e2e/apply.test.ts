import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { buildAgency } from '../apps/server/src/agency/people-test-kit.ts';
import { needs } from '../tools/system-package.ts';
import {
  axeViolations,
  openBrowser,
  openPage,
  openServer,
  overflowOf,
  type RunningServer,
} from './browser.ts';
import { htmlFaults } from './html-faults.ts';

const skip = needs('chromium');
const longName =
  '云山区住房和城乡建设局（云山区人民防空办公室、云山区房屋征收与补偿管理办公室、云山区物业管理服务中心）';

let browser: Browser;
let server: RunningServer;
let agencyId = '';

before(async () => {
  if (skip) return;
  const prepare = async (spine: Parameters<typeof buildAgency>[0]): Promise<void> => {
    const rootId = await buildAgency(spine, { name: '云山区人民政府' });
    agencyId = await buildAgency(spine, { name: longName, parentId: rootId });
    await spine.db
      .insertInto('disclosure_column')
      .values({
        id: crypto.randomUUID(),
        agency_id: agencyId,
        block: 'statutory_content',
        name: '国有土地上房屋征收与补偿',
        description: '征收决定、补偿方案、补助奖励政策和标准',
      })
      .execute();
  };
  [browser, server] = await Promise.all([openBrowser(), openServer({}, prepare)]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Half of a desk's width is what 200 % shows of it; a small old phone has 320. */
const narrower = (width: number): number => (width > 640 ? width / 2 : 320);

/** What a page must be wherever somebody stands on the way. */
const examine = async (page: Page, name: string): Promise<void> => {
  assert.equal(await overflowOf(page), 0, name);
  assert.deepEqual(await axeViolations(page), [], name);
  const viewport = page.viewportSize()!;
  await page.setViewportSize({ ...viewport, width: narrower(viewport.width) });
  assert.equal(await overflowOf(page), 0, `${name}, ${narrower(viewport.width)} wide`);
  await page.setViewportSize(viewport);
};

const hasFocus = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .evaluate((element: { matches: (selector: string) => boolean }) => element.matches(':focus'));

const valid = async (page: Page, name: string): Promise<void> =>
  assert.deepEqual(await htmlFaults(await sourceOf(page)), [], name);

/** The document as the server sends it to this browser. */
const sourceOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const { location } = globalThis as unknown as { location: { href: string } };
    return (await fetch(location.href)).text();
  });

const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
});

const fillIn = async (page: Page): Promise<void> => {
  await page.check('input[name=kind][value=naturalPerson]');
  await page.fill('#name', '欧阳小兰');
  await page.fill('#phone', '13800001234');
  await page.check('input[name=form][value=electronic]');
  await page.check('input[name=way][value=electronic]');
};

for (const [where, viewport] of Object.entries({
  'a desk': { width: 1280, height: 900 },
  'a phone': { width: 390, height: 844 },
}))
  test(`on ${where} somebody makes a mistake, sees what is public, applies, prints the receipt and follows it`, {
    skip,
  }, async () => {
    const complaints: string[] = [];
    const page = await openPage(browser, viewport, complaints);
    for (const path of ['/apply', '/apply/agencies', `/apply/form?agency=${agencyId}`, '/track']) {
      await page.goto(server.url + path);
      await examine(page, path);
      await valid(page, path);
    }
    await page.goto(`${server.url}/apply/form?agency=${agencyId}`);
    await page.fill('#name', '欧阳小兰');
    await page.setInputFiles('#attachment', [pdf(`${'很长的文件名'.repeat(20)}.pdf`)]);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.waitForURL(/check=1/);
    assert.equal(await page.inputValue('#name'), '欧阳小兰');
    assert.ok(await hasFocus(page, '.error-summary'), 'what is wrong is read first');
    await examine(page, 'mistakes');
    await valid(page, 'mistakes');
    await page.locator('.error-summary a').first().click();
    assert.match(page.url(), /#kind$/);

    await fillIn(page);
    await page.locator('#description').pressSequentially('文化路旧城改造的房屋征收补偿方案');
    await page.locator('#public-matches a', { hasText: '房屋征收与补偿' }).waitFor();
    await examine(page, 'matches');
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.waitForURL(/\/apply\/review/);
    await examine(page, 'review');
    await valid(page, 'review');
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.waitForURL(/\/apply\/receipt/);
    await examine(page, 'receipt');
    await valid(page, 'receipt');
    const code = await page.locator('.query-code').innerText();
    const number = await page.locator('.receipt-codes dd').first().innerText();
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('.query-code').isVisible());
    for (const hidden of ['.site-header', '.screen-only'])
      assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
    await page.emulateMedia({ media: 'screen' });
    const paper = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载回执（PDF）' }).click();
    assert.match((await paper).suggestedFilename(), /^申请提交回执（.+）\.pdf$/);
    await page.getByRole('button', { name: '我已记下，结束' }).click();
    await page.waitForURL(/\/apply$/);

    await page.goto(`${server.url}/track`);
    await page.fill('#number', number);
    await page.fill('#queryCode', code);
    await page.locator('main').getByRole('button', { name: '查询' }).click();
    await page.waitForURL(/\/track\/application$/);
    await examine(page, 'application');
    await valid(page, 'application');
    await page.getByRole('link', { name: '撤回申请' }).click();
    await examine(page, 'withdraw');
    await valid(page, 'withdraw');
    await page.getByRole('button', { name: '撤回，不能恢复' }).click();
    await page.getByText('申请已经撤回').waitFor();
    await examine(page, 'withdrawn');
    assert.deepEqual(complaints, []);
  });

/** Presses Tab until what is wanted has the focus; on a page that can't be reached so it fails. */
const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let presses = 0; presses < 90; presses += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate((wanted) => {
      const { document } = globalThis as unknown as {
        document: { activeElement: { matches: (selector: string) => boolean } | null };
      };
      return document.activeElement?.matches(wanted) ?? false;
    }, selector);
    if (found) return;
  }
  assert.fail(`${selector} can't be reached by keyboard`);
};

test('the whole application is made with the keyboard alone', { skip }, async () => {
  const page = await openPage(browser, { width: 1280, height: 900 }, []);
  await page.goto(`${server.url}/apply`);
  await tabTo(page, 'main .button.primary');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/apply\/agencies/);
  await tabTo(page, '#agency-search');
  await page.keyboard.type('住房');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  await tabTo(page, '.agency-cards a');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/apply\/form/);
  await tabTo(page, 'input[name=kind]');
  await page.keyboard.press('Space');
  await tabTo(page, '#name');
  await page.keyboard.type('欧阳小兰');
  await tabTo(page, '#phone');
  await page.keyboard.type('13800001234');
  await tabTo(page, '#description');
  await page.keyboard.type('2025年的规划');
  await tabTo(page, 'input[name=form]');
  await page.keyboard.press('Space');
  await tabTo(page, 'input[name=way]');
  await page.keyboard.press('Space');
  await tabTo(page, 'button[value=review].primary');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/apply\/review/);
  await tabTo(page, '#send');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/apply\/receipt/);
  assert.match(await page.locator('.query-code').innerText(), /^(?:[2-9A-Z]{4}-){2}[2-9A-Z]{4}$/);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createRandom, generate, generateSeries, getLayout, lay, render } from '@gongkai/synthetic-report';
import type { Browser, Page } from 'playwright-core';
import { needs } from '../tools/system-package.ts';
import { axeViolations, openBrowser, openServer, type RunningServer } from './browser.ts';

const skip = needs('chromium');
const desktop = { width: 1366, height: 900 };
const phone = { width: 390, height: 844 };

let browser: Browser;
let server: RunningServer;

before(async () => {
  if (skip) return;
  [browser, server] = await Promise.all([openBrowser(), openServer()]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const open = async (viewport: { width: number; height: number }, javaScriptEnabled = true): Promise<Page> => {
  const context = await browser.newContext({ viewport, javaScriptEnabled, locale: 'zh-CN' });
  return context.newPage();
};

const upload = async (
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<void> => {
  await page.goto(`${server.url}/check`);
  await page.setInputFiles(
    '#files',
    files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })),
  );
  await page.getByRole('button', { name: '开始体检' }).click();
  await page.getByRole('heading', { name: /政府信息公开工作年度报告|体检结果/ }).waitFor({ timeout: 30_000 });
};

test('an officer drops a report, sees its tables, clicks a figure and sees where it was read', {
  skip,
}, async () => {
  const report = await generate(11, { layout: 'docx.plain' });
  const page = await open(desktop);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await upload(page, [report]);
  await page.locator('#c-requests\\.received\\.total .value').click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /取得方式\s*印出/);
  assert.match(await dialog.innerText(), /位置\s*第 \d+ 个表格第 \d+ 行第 \d+ 列/);
  await dialog.getByRole('button', { name: '关闭' }).click();
  assert.equal(await dialog.isVisible(), false);
  assert.deepEqual(errors, []);
});

test('on a PDF the figure is shown on its page, with a box around it', { skip }, async () => {
  const report = await generate(12, { layout: 'pdf.ruled' });
  const page = await open(desktop);
  await upload(page, [report]);
  await page.locator('#c-requests\\.received\\.total .value').click();
  const picture = page.getByRole('dialog').getByRole('img');
  await picture.waitFor();
  const width = await picture.evaluate(
    async (image: { decode: () => Promise<void>; naturalWidth: number }) => {
      await image.decode();
      return image.naturalWidth;
    },
  );
  assert.ok(width > 500);
});

test('without JavaScript the same works: form, waiting, result, a page for each figure', {
  skip,
}, async () => {
  const page = await open(phone, false);
  await upload(page, [await generate(13, { layout: 'html.site' })]);
  await page.locator('#c-requests\\.concluded\\.total .value').click();
  assert.match(await page.locator('#cell-detail').innerText(), /原文/);
});

test('every page has no violation that axe can find, on a desk and on a phone', { skip }, async () => {
  const series = await Promise.all(
    generateSeries(14, [2022, 2023, 2024]).map((draft) =>
      render(getLayout('docx.plain'), lay(14, draft), createRandom(14), String(draft.year)),
    ),
  );
  for (const viewport of [desktop, phone]) {
    const page = await open(viewport);
    await page.goto(`${server.url}/check`);
    assert.deepEqual(await axeViolations(page), [], 'upload form');
    await upload(page, series);
    assert.deepEqual(await axeViolations(page), [], 'list of reports');
    await page.getByRole('link', { name: /年$/ }).first().click();
    await page.locator('table.form').first().waitFor();
    assert.deepEqual(await axeViolations(page), [], 'report');
    await page.goBack();
    await page.getByRole('button', { name: '比较' }).click();
    await page.getByRole('heading', { name: /比较/ }).first().waitFor();
    assert.deepEqual(await axeViolations(page), [], 'comparison');
    await page.goto(`${server.url}/rules`);
    assert.deepEqual(await axeViolations(page), [], 'rules');
  }
});

test('no page is wider than the phone that shows it', { skip }, async () => {
  const page = await open(phone);
  const fits = (): Promise<boolean> =>
    page.evaluate(() => {
      const { document } = globalThis as unknown as {
        document: { documentElement: { scrollWidth: number; clientWidth: number } };
      };
      return document.documentElement.scrollWidth <= document.documentElement.clientWidth;
    });
  await page.goto(`${server.url}/check`);
  assert.ok(await fits(), 'upload form');
  await upload(page, [await generate(15, { layout: 'docx.plain' })]);
  assert.ok(await fits(), 'report');
  await page.goto(`${server.url}/rules`);
  assert.ok(await fits(), 'rules');
});

test('a keyboard is enough: from the address to a figure and back', { skip }, async () => {
  const page = await open(desktop);
  await upload(page, [await generate(16, { layout: 'docx.plain' })]);
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').innerText(), '跳到正文');
  await page.locator('#c-requests\\.received\\.total .value').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('dialog').isVisible(), false);
});

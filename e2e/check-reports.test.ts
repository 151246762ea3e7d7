import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import {
  cleanDraft,
  createRandom,
  errorKinds,
  type Generated,
  generate,
  generateSeries,
  getLayout,
  lay,
  render,
} from '@gongkai/synthetic-report';
import type { Browser, Page } from 'playwright-core';
import { needs } from '../tools/system-package.ts';
import { openBrowser, openPage, openServer, type RunningServer } from './browser.ts';

const skip = needs('chromium');
const desktop = { width: 1366, height: 900 };
const phone = { width: 390, height: 844 };

let browser: Browser;
let server: RunningServer;
const complaints: string[] = [];

before(async () => {
  if (skip) return;
  [browser, server] = await Promise.all([openBrowser(), openServer({ GONGKAI_UPLOAD_MB: '1' })]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});
// No page may throw, or ask for what its own policy forbids.
afterEach(() => assert.deepEqual(complaints.splice(0), []));

const open = (viewport: typeof desktop, options: Parameters<typeof openPage>[3] = {}): Promise<Page> =>
  openPage(browser, viewport, complaints, options);

interface TestFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const choose = async (page: Page, files: readonly TestFile[]): Promise<void> => {
  await page.goto(`${server.url}/check`);
  await page.setInputFiles(
    '#files',
    files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })),
  );
};

const upload = async (page: Page, files: readonly TestFile[]): Promise<void> => {
  await choose(page, files);
  await page.getByRole('button', { name: '开始体检' }).click();
  await page.getByRole('heading', { name: /政府信息公开工作年度报告|体检结果/ }).waitFor();
};

const withErrors = (seed: number, names: readonly string[], layout: string): Promise<Generated> => {
  const draft = cleanDraft(seed, { year: 2024 });
  let laid = lay(seed, draft);
  for (const name of names)
    laid =
      errorKinds.find((kind) => kind.name === name)?.plant(createRandom(seed), draft, laid)?.laid ?? laid;
  return render(getLayout(layout), laid, createRandom(seed), draft.agency.name);
};

test('an officer chooses a report, sees its tables, clicks a figure and sees where it was read', {
  skip,
}, async () => {
  const page = await open(desktop);
  await upload(page, [await generate(11, { layout: 'docx.plain' })]);
  await page.locator('#c-requests\\.received\\.total .value').click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /取得方式\s*印出/);
  assert.match(await dialog.innerText(), /位置\s*第 \d+ 个表格第 \d+ 行第 \d+ 列/);
  await dialog.getByRole('button', { name: '关闭' }).click();
  assert.equal(await dialog.isVisible(), false);
});

test('a finding leads to its cell, where the repair stands, and the cell leads back', { skip }, async () => {
  const page = await open(desktop);
  await upload(page, [await withErrors(5, ['outcomeCell'], 'html.site')]);
  const link = page.locator('.repair a').first();
  const target = (await link.getAttribute('href'))?.slice(1) ?? '';
  await link.click();
  assert.ok(page.url().endsWith(`#${target}`));
  const cell = page.locator(`[id="${target}"]`);
  await cell.locator('.fix').waitFor();
  assert.match(await cell.locator('.fix').innerText(), /^应为 [\d,]+$/);
  await cell.locator('.flag').click();
  assert.match(page.url(), /#finding-\d+$/);
});

test('a marked sentence and its finding lead to each other', { skip }, async () => {
  const page = await open(desktop);
  await upload(page, [await withErrors(6, ['toldReceived'], 'html.site')]);
  await page.locator('.narrative mark a').first().click();
  assert.match(page.url(), /#finding-\d+$/);
  await page.locator('.finding .evidence a[href^="#q-"]').first().click();
  assert.match(page.url(), /#q-\d+-\d+$/);
  assert.equal(await page.locator('mark:target').count(), 1);
});

test('on a PDF the figure is shown on its page, with a box around it', { skip }, async () => {
  const page = await open(desktop);
  await upload(page, [await generate(12, { layout: 'pdf.ruled' })]);
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
  const page = await open(phone, { javaScriptEnabled: false });
  await choose(page, [await generate(13, { layout: 'html.site' })]);
  assert.equal(await page.getByText('已选好文件').isVisible(), true);
  await page.getByRole('button', { name: '开始体检' }).click();
  await page.getByRole('heading', { name: /政府信息公开工作年度报告/ }).waitFor();
  await page.locator('#c-requests\\.concluded\\.total .value').click();
  assert.match(await page.locator('#cell-detail').innerText(), /原文/);
});

test('in a browser of another language the form still speaks Chinese only', { skip }, async () => {
  const page = await open(desktop, { locale: 'en-US' });
  await page.goto(`${server.url}/check`);
  const label = page.locator('label[for=files]');
  const chooser = page.waitForEvent('filechooser');
  await label.click();
  assert.equal((await chooser).isMultiple(), true);
  const box = await page.locator('#files').boundingBox();
  assert.ok(box && box.width <= 1 && box.height <= 1);
  const message = await page
    .locator('#files')
    .evaluate((input: { validationMessage: string }) => input.validationMessage);
  assert.equal(message, '请先选择文件。');
});

test('what was chosen is listed, can be taken out, and is refused before it is sent when too large', {
  skip,
}, async () => {
  const page = await open(desktop);
  await choose(page, [
    { name: '报告.html', bytes: new Uint8Array(100) },
    { name: '大报告.pdf', bytes: new Uint8Array(2 * 1024 * 1024) },
    { name: '程序.exe', bytes: new Uint8Array(100) },
  ]);
  assert.match(await page.getByRole('alert').innerText(), /一次最多 1 MB，选的文件共 2\.0 MB/);
  assert.equal(await page.getByText('不是常见的格式，可能读不出来').count(), 1);
  await page.getByRole('button', { name: '移除 大报告.pdf' }).click();
  assert.equal(await page.getByRole('alert').count(), 0);
  assert.deepEqual(
    (await page.locator('.chosen .file-name').allInnerTexts()).map((text) => text.split('\n')[0]),
    ['报告.html', '程序.exe'],
  );
});

test('dropped files are added to those chosen, and the field shows where they will land', {
  skip,
}, async () => {
  const page = await open(desktop);
  await choose(page, [{ name: '一.html', bytes: new Uint8Array(10) }]);
  const transfer = await page.evaluateHandle(
    "(() => { const t = new DataTransfer(); t.items.add(new File(['x'], '二.html')); return t; })()",
  );
  await page.dispatchEvent('.drop', 'dragover', { dataTransfer: transfer });
  assert.equal(await page.locator('.drop.over').count(), 1);
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer });
  assert.equal(await page.locator('.drop.over').count(), 0);
  assert.deepEqual(await page.locator('.chosen .file-name').allInnerTexts(), ['一.html', '二.html']);
});

test('a keyboard is enough: from the address to a figure, from figure to figure, and back', {
  skip,
}, async () => {
  const page = await open(desktop);
  await upload(page, [await generate(16, { layout: 'docx.plain' })]);
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').innerText(), '跳到正文');
  const focused = (): Promise<string | null> => page.locator('td:has(:focus)').getAttribute('id');
  await page.locator('#c-requests\\.received\\.other .value').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await focused(), 'c-requests.received.total');
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(), 'c-requests.carriedIn.total');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('dialog').isVisible(), false);
  assert.equal(await focused(), 'c-requests.carriedIn.total');
});

test('on a phone what was found comes before the tables, and labels stay while figures scroll', {
  skip,
}, async () => {
  const page = await open(phone);
  await upload(page, [await withErrors(5, ['outcomeCell'], 'docx.plain')]);
  const top = async (selector: string): Promise<number> =>
    (await page.locator(selector).first().boundingBox())?.y ?? 0;
  assert.ok((await top('.findings-panel')) < (await top('.tables')));
  const label = page.locator('table.requests th.label', { hasText: '2.其他法律行政法规禁止公开' });
  const head = page.locator('table.requests thead');
  const frame = page.locator('.frame', { has: page.locator('table.requests') });
  await frame.scrollIntoViewIfNeeded();
  const [labelBefore, headBefore] = [await label.boundingBox(), await head.boundingBox()];
  await frame.evaluate((element: { scrollTo: (x: number, y: number) => void }) => element.scrollTo(150, 200));
  const [labelAfter, headAfter] = [await label.boundingBox(), await head.boundingBox()];
  const frameBox = await frame.boundingBox();
  assert.ok(labelBefore && labelAfter && Math.abs(labelAfter.x - labelBefore.x) <= 1);
  assert.ok(headBefore && headAfter && frameBox && headAfter.y >= frameBox.y - 1);
  assert.ok(headAfter.y <= headBefore.y);
});

test('the list of many reports is ordered and narrowed by links', { skip }, async () => {
  const page = await open(desktop);
  const series = await Promise.all(
    generateSeries(14, [2022, 2023]).map((draft) =>
      render(getLayout('docx.plain'), lay(14, draft), createRandom(14), String(draft.year)),
    ),
  );
  await upload(page, [...series, await withErrors(5, ['outcomeCell'], 'docx.plain')]);
  assert.match(await page.locator('.lead').innerText(), /3 份报告，其中 1 份有错误/);
  await page.getByRole('link', { name: '有错误 1' }).click();
  assert.equal(await page.locator('table.reports tbody tr').count(), 1);
  await page.getByRole('link', { name: '机关名称' }).click();
  assert.equal(await page.locator('table.reports tbody tr').count(), 1);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  cleanDraft,
  createRandom,
  errorKinds,
  type Generated,
  generateSeries,
  getLayout,
  lay,
  render,
} from '@gongkai/synthetic-report';
import type { Browser } from 'playwright-core';
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

let browser: Browser;
let server: RunningServer;
/** The address of an upload that has everything: years of one agency, other agencies, a PDF, errors, an unread file. */
let base = '';
let agencyId = '';

const withErrors = (seed: number, names: readonly string[], layout: string): Promise<Generated> => {
  const draft = cleanDraft(seed, { year: 2024 });
  let laid = lay(seed, draft);
  for (const name of names)
    laid =
      errorKinds.find((kind) => kind.name === name)?.plant(createRandom(seed), draft, laid)?.laid ?? laid;
  return render(
    getLayout(layout),
    laid,
    createRandom(seed),
    `${draft.agency.name}${'很长的文件名'.repeat(30)}`,
  );
};

const send = async (
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<string> => {
  const body = new FormData();
  for (const { name, bytes } of files) body.append('files', new File([new Uint8Array(bytes)], name));
  const answer = await fetch(`${server.url}/check`, {
    method: 'POST',
    body,
    headers: { origin: server.url, accept: 'application/json' },
  });
  const { url } = (await answer.json()) as { url: string };
  for (let done = false; !done; )
    ({ done } = (await (await fetch(`${server.url}${url}/progress`)).json()) as { done: boolean });
  return url;
};

before(async () => {
  if (skip) return;
  const prepare = async (spine: Parameters<typeof buildAgency>[0]): Promise<void> => {
    agencyId = await buildAgency(spine, { name: '云山区人民政府' });
  };
  [browser, server] = await Promise.all([openBrowser(), openServer({}, prepare)]);
  const series = await Promise.all(
    generateSeries(14, [2023, 2024]).map((draft) =>
      render(getLayout('docx.plain'), lay(14, draft), createRandom(14), String(draft.year)),
    ),
  );
  base = await send([
    ...series,
    await withErrors(
      5,
      ['outcomeCell', 'blankCell', 'markInCell', 'unitInCell', 'toldReceived', 'publishedLate'],
      'html.site',
    ),
    await withErrors(6, ['reviewCell', 'balanceOnly'], 'pdf.ruled'),
    { name: '空.docx', bytes: new Uint8Array(0) },
  ]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const pages = (): Readonly<Record<string, string>> => ({
  home: '/',
  'upload form': '/check',
  rules: '/rules',
  'ways to apply': '/apply',
  'choice of the agency': '/apply/agencies',
  'agency not found': '/apply/agencies?q=%E6%97%A0',
  'application form': `/apply/form?agency=${agencyId}`,
  'application form with what is wrong': `/apply/form?agency=${agencyId}&check=1`,
  'look-up of an application': '/track',
  'look-up that ended': '/track?ended=1',
  'no such page': '/nowhere',
  'expired result': '/check/AAAAAAAAAAAAAAAAAAAAAA',
  'list of reports': base,
  'empty list': `${base}?show=warnings`,
  'report of HTML': `${base}/3`,
  'report of PDF': `${base}/4`,
  'window of a figure': `${base}/3/cells/requests.received.total`,
  'window of a figure with its page': `${base}/4/cells/requests.received.total`,
  'page of the PDF': `${base}/4/pages/1`,
  comparison: `${base}/compare?a=1&b=2`,
  'sums over agencies': `${base}/family?parent=2`,
});

const viewports = {
  'a desk': { width: 1366, height: 900 },
  'a phone': { width: 390, height: 844 },
  'a desk at 200 %': { width: 683, height: 450 },
} as const;

for (const [where, viewport] of Object.entries(viewports))
  test(`every page fits ${where}, complains of nothing, and has no fault that axe can find`, {
    skip,
  }, async () => {
    const complaints: string[] = [];
    const page = await openPage(browser, viewport, complaints);
    for (const [name, path] of Object.entries(pages())) {
      const answer = await page.goto(server.url + path);
      const expected = name === 'no such page' || name === 'expired result' ? 404 : 200;
      assert.equal(answer?.status(), expected, name);
      assert.equal(await overflowOf(page), 0, name);
      // axe takes its time; a desk at 200 % shows what a tablet does, between the other two.
      if (where !== 'a desk at 200 %') assert.deepEqual(await axeViolations(page), [], name);
    }
    assert.deepEqual(
      complaints.filter((text) => !text.includes('404')),
      [],
    );
  });

/** Statutory tables tie their figures to heads by `headers`, and get widths from data where no style may stand. */
const excused = ['wcag/h63', 'no-deprecated-attr'];

test('every page is a valid document without styles of its own', { skip }, async () => {
  for (const [name, path] of Object.entries(pages()))
    assert.deepEqual(await htmlFaults(await (await fetch(server.url + path)).text(), excused), [], name);
});

test('a report prints with everything in it and nothing of the screen', { skip }, async () => {
  const page = await openPage(browser, viewports['a desk'], []);
  await page.goto(`${server.url}${base}/3`);
  await page.emulateMedia({ media: 'print' });
  for (const selector of ['.site-header', '.downloads', '.expiry'])
    assert.equal(await page.locator(selector).first().isVisible(), false, selector);
  for (const selector of ['.findings-panel', 'table.requests', 'table.reviews', '.narrative'])
    assert.equal(await page.locator(selector).first().isVisible(), true, selector);
  const frame = page.locator('.frame', { has: page.locator('table.requests') });
  assert.equal(
    await frame.evaluate(
      (element: { scrollHeight: number; clientHeight: number }) =>
        element.scrollHeight > element.clientHeight + 1,
    ),
    false,
  );
});

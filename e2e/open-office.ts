import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { demonstrationPassword, setUpDemonstration } from '../apps/server/src/demonstration/index.ts';
import type { Spine } from '../apps/server/src/platform/spine.ts';
import { needs } from '../tools/system-package.ts';
import { openBrowser, openPage, openServer, type RunningServer } from './browser.ts';

/** The whole system with the demonstration district in it, and a browser. */
export interface Office {
  /** Why the tests can't run here; false where they can. */
  readonly skip: ReturnType<typeof needs>;
  readonly browser: Browser;
  readonly server: RunningServer;
  readonly spine: Spine;
}

/** Opens the system and a browser. */
export const openOffice = async (): Promise<Omit<Office, 'skip'>> => {
  let spine: Spine | undefined;
  const [browser, server] = await Promise.all([
    openBrowser(),
    openServer({}, async (opened) => {
      spine = opened;
      await setUpDemonstration(opened);
    }),
  ]);
  return { browser, server, spine: spine! };
};

/** Opens an office before the tests of a file and closes it after them; what it holds is there only within them. */
export const officeForTests = (): Office => {
  const office = { skip: needs('chromium') } as { -readonly [K in keyof Office]: Office[K] };
  before(async () => {
    if (!office.skip) Object.assign(office, await openOffice());
  });
  after(async () => {
    await office.browser?.close();
    await office.server?.close();
  });
  return office;
};

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

/** Types into the first form of the office. */
export const fillSignIn = async (page: Page, username: string, password: string): Promise<void> => {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
};

/** A page on which somebody of the demonstration is signed in. */
export const signIn = async (
  { browser, server }: Pick<Office, 'browser' | 'server'>,
  username: string,
  complaints: string[],
  viewport = desktop,
): Promise<Page> => {
  const page = await openPage(browser, viewport, complaints);
  await page.goto(`${server.url}/office/`);
  await fillSignIn(page, username, demonstrationPassword);
  await page.getByRole('heading', { level: 1, name: '首页' }).waitFor();
  return page;
};

/** Goes to a page of the office and waits until what it reads is there. */
export const goTo = async (
  page: Page,
  { server }: Pick<Office, 'server'>,
  path: string,
  title: string,
): Promise<void> => {
  await page.goto(`${server.url}/office${path}`);
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
};

/** Answers that a test provokes on purpose: the browser complains of each, rightly. */
export const isProvoked = (complaint: string): boolean =>
  /status of (401|403|404|409|422|429)/.test(complaint);

export const assertNothing = (complaints: readonly string[]): void =>
  assert.deepEqual([...new Set(complaints)], []);

import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { openPage } from './browser.ts';
import { desktop, fillSignIn, type Office } from './open-office.ts';

/** The day on which a walk through an application is, in Beijing; goes from one to the next. */
export interface Days {
  readonly now: () => Date;
  /** The next day begins at ten in the morning. */
  readonly go: (day: string) => void;
}

export const startDays = (first: string): Days => {
  let [base, since] = [0, 0];
  const go = (day: string): void => {
    base = Date.parse(`${day}T10:00:00+08:00`);
    since = Date.now();
  };
  go(first);
  return { now: () => new Date(base + Date.now() - since), go };
};

/** Somebody of an agency at their machine on this day; their session of yesterday is over. */
export const signInToday = async (
  { browser, server }: Pick<Office, 'browser' | 'server'>,
  days: Days,
  username: string,
  password: string,
  complaints: string[],
): Promise<Page> => {
  const page = await openPage(browser, desktop, complaints);
  await page.clock.setFixedTime(days.now());
  await page.goto(`${server.url}/office/`);
  await fillSignIn(page, username, password);
  await page.getByRole('heading', { level: 1, name: '首页' }).waitFor();
  return page;
};

/** Opens a step's form by its button among the steps; what the law allows besides is a click away on small windows. */
export const openStep = async (page: Page, title: string): Promise<Locator> => {
  await page
    .getByRole('complementary', { name: '办理步骤' })
    .getByRole('button', { name: title, exact: true })
    .click();
  return page.getByRole('dialog', { name: title });
};

/** Sends a step's form; it closes once the step is taken. */
export const send = async (dialog: Locator, verb: string): Promise<void> => {
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
};

/** What an officer writes where only they know: words for each field of the letter that is still empty. */
export const fillLetter = async (dialog: Locator, words: Readonly<Record<string, string>>): Promise<void> => {
  await dialog.locator('.letter-fields').waitFor();
  for (const [label, value] of Object.entries(words))
    await dialog.getByLabel(label, { exact: true }).fill(value);
  const paper = dialog.locator('.letter-frame');
  await paper.waitFor({ timeout: 20_000 }).catch(async () => {
    const missing = await dialog
      .locator('.letter-fields [role=alert], .letter-fields .ant-alert')
      .allInnerTexts();
    assert.fail(`the letter isn't there: ${missing.join(' / ')}`);
  });
};

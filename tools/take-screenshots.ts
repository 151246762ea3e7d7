/**
 * Takes the pictures of the READMEs: the portal's home and the office's calendar in the demonstration district, and
 * the page 年报体检 with an invented report in which a few errors are planted.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  cleanDraft,
  createRandom,
  errorKinds,
  type Generated,
  getLayout,
  lay,
  render,
} from '@gongkai/synthetic-report';
import { openPage } from '../e2e/browser.ts';
import { goTo, openOffice, signIn } from '../e2e/open-office.ts';
import { root } from './repository/repository.ts';

const seed = 21;
const errors = ['outcomeCell', 'toldReceived', 'blankCell', 'markInCell', 'publishedLate'];

const inventReport = (): Promise<Generated> => {
  const draft = cleanDraft(seed, { year: 2024, kind: 'countyGovernment' });
  let laid = lay(seed, draft);
  for (const name of errors) {
    const kind = errorKinds.find((one) => one.name === name);
    laid = kind?.plant(createRandom(`${seed}/${name}`), draft, laid)?.laid ?? laid;
  }
  return render(getLayout('docx.plain'), laid, createRandom(seed), draft.agency.name);
};

const folder = join(root, 'docs/images');
mkdirSync(folder, { recursive: true });

const [opened, report] = await Promise.all([openOffice(), inventReport()]);
const { browser, server } = opened;
const complaints: string[] = [];
const viewport = { width: 1366, height: 900 };

const page = await openPage(browser, viewport, complaints);
await page.goto(server.url);
await page.screenshot({ path: join(folder, 'portal.png') });
await page.goto(`${server.url}/check`);
await page.setInputFiles('#files', { name: report.name, mimeType: '', buffer: Buffer.from(report.bytes) });
await page.getByRole('button', { name: '开始体检' }).click();
await page.locator('table.requests').waitFor();
// Table 三 with what was found beside it says more than the top of the page.
await page
  .locator('table.requests')
  .evaluate((table: { scrollIntoView: () => void }) => table.scrollIntoView());
await page.screenshot({ path: join(folder, 'check-report.png') });

const office = await signIn(opened, 'sysadmin', complaints, viewport);
await goTo(office, opened, '/calendar', '工作日历');
await office.screenshot({ path: join(folder, 'office.png') });

await browser.close();
await server.close();
if (complaints.length > 0) throw new Error(complaints.join('\n'));
console.log(folder);

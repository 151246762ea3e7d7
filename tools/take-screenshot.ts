/** Takes docs/images/check-report.png for the READMEs: an invented report with a few planted errors, on the page 年报体检. */
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
import { openBrowser, openPage, openServer } from '../e2e/browser.ts';
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

const target = join(root, 'docs/images/check-report.png');
mkdirSync(join(root, 'docs/images'), { recursive: true });

const [browser, server, report] = await Promise.all([openBrowser(), openServer(), inventReport()]);
const complaints: string[] = [];
const page = await openPage(browser, { width: 1366, height: 900 }, complaints);
await page.goto(`${server.url}/check`);
await page.setInputFiles('#files', { name: report.name, mimeType: '', buffer: Buffer.from(report.bytes) });
await page.getByRole('button', { name: '开始体检' }).click();
await page.locator('table.requests').waitFor();
// Table 三 with what was found beside it says more than the top of the page.
await page
  .locator('table.requests')
  .evaluate((table: { scrollIntoView: () => void }) => table.scrollIntoView());
await page.screenshot({ path: target });
await browser.close();
await server.close();
if (complaints.length > 0) throw new Error(complaints.join('\n'));
console.log(target);

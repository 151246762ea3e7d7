import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type TestContext, test } from 'node:test';
import { openPdfEngine } from '../read/pdf/engine.ts';
import { readReport } from '../read/read-report.ts';
import { checkReport } from './check-report.ts';
import type { Finding, Severity } from './rule.ts';

const folder = new URL('../../../../../shared/annual-report/samples/', import.meta.url);

const check = async (context: TestContext, number: string): Promise<readonly Finding[] | null> => {
  const name = existsSync(folder)
    ? readdirSync(folder).find((file) => file.startsWith(number) && !file.endsWith('.json'))
    : undefined;
  if (name === undefined) {
    context.skip('这里没有样本文件');
    return null;
  }
  const wasm = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const pdf = name.endsWith('.pdf') ? await openPdfEngine(readFileSync(wasm)) : undefined;
  const reading = await readReport(readFileSync(new URL(encodeURIComponent(name), folder)), {
    name,
    ...(pdf ? { pdf } : {}),
  });
  const [report] = reading.reports;
  assert.ok(report);
  return checkReport(report);
};

/** Each expected finding: rule, severity, and a cell or words of it. */
type Expected = readonly [rule: string, severity: Severity, said: RegExp, cell?: string];

const expected: Readonly<Record<string, readonly Expected[]>> = {
  '000': [
    ['narrative.requestsReceived', 'error', /2/],
    ['narrative.litigations', 'error', /3/],
    ['form.blankCells', 'warning', /表三有 139 格空白/, 'requests.disclosed.naturalPerson'],
    ['form.sectionEmpty', 'warning', /六、其他需要报告的事项/],
  ],
  '001': [
    [
      'sums.requestRow',
      'error',
      /本机关不掌握.*总计为 0，六类申请人之和为 2/,
      'requests.unavailable.notHeld.total',
    ],
    [
      'sums.requestOutcomes',
      'error',
      /“（七）总计”为 0，（一）至（六）各行之和为 2/,
      'requests.concluded.total',
    ],
    ['sums.requestBalance', 'error', /第一项加第二项为 2，第三项（七）总计加第四项为 0/],
    ['narrative.requestsReceived', 'error', /1起/],
    ['form.wordInCell', 'error', /减/, 'proactive.20-5.licensing.change'],
    ['form.unitInCell', 'notice', /323\.6万/, 'proactive.20-9.procurement.amount'],
  ],
  '002': [
    ['narrative.requestsReceived', 'error', /356/],
    ['sums.previousPlusChange', 'notice', /356.*314/, 'proactive.20-5.licensing.decisions'],
    ['form.rowMissing', 'warning', /表四只有表头/],
  ],
  '003': [
    ['form.markInCell', 'warning', /\\/, 'proactive.20-6.coercion.previousItems'],
    ['form.surplusFigure', 'warning', /数字比表格的列多/],
  ],
  '004': [['dates.publishedLate', 'warning', /2022年2月15日/]],
};

for (const [number, list] of Object.entries(expected))
  test(`sample ${number} shows what a careful examiner finds in it`, async (context) => {
    const findings = await check(context, number);
    if (findings === null) return;
    const listing = findings.map(({ rule, message }) => `${rule} ${message}`).join('\n');
    for (const [rule, severity, said, cell] of list)
      assert.ok(
        findings.some(
          (finding) =>
            finding.rule === rule &&
            finding.severity === severity &&
            said.test(finding.message) &&
            (cell === undefined || finding.cells.includes(cell)),
        ),
        `${rule} ${said}\n${listing}`,
      );
  });

test('sample 003, where no row follows 上一年 ± 增减, is not blamed for it', async (context) => {
  const findings = await check(context, '003');
  assert.ok(
    (findings ?? []).every(
      ({ rule, severity }) => rule !== 'sums.previousPlusChange' && severity !== 'error',
    ),
  );
});

test('sample 005, in which everything agrees, has no error and no warning', async (context) => {
  const findings = await check(context, '005');
  assert.deepEqual(
    (findings ?? []).filter(({ severity }) => severity !== 'notice').map(({ message }) => message),
    [],
  );
});

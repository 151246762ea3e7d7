import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyReport } from '../testing/arbitrary-report.ts';
import { checkAgencies } from './check-agencies.ts';
import { checkReport } from './check-report.ts';
import { checkYears } from './check-years.ts';

test('whatever stands in the cells, the checks come to an end without failing themselves', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      for (const { message } of checkReport(report)) assert.doesNotMatch(message, /程序出错|undefined|NaN/);
    }),
    { numRuns: 150 },
  );
});

test('random reports can be compared over years and agencies without a failure of the checks', () => {
  fc.assert(
    fc.property(fc.array(anyReport, { minLength: 2, maxLength: 4 }), (reports) => {
      const [parent, ...children] = reports;
      const findings = [...checkYears(reports), ...(parent ? checkAgencies(parent, children) : [])];
      for (const { message } of findings) assert.doesNotMatch(message, /程序出错|undefined|NaN/);
    }),
    { numRuns: 60 },
  );
});

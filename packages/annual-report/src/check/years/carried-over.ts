import { applicantColumns } from '../../form/shared-tables.ts';
import type { YearsRule } from '../rule.ts';
import { amountOf, evidenceIn, figure } from './pairs.ts';

export const carriedOver: YearsRule = {
  id: 'years.carriedOver',
  family: 'years',
  title: '上年结转等于上一年报告的结转下年度',
  source: '两版格式表三：第二项“上年结转”就是上一年度第四项“结转下年度继续办理”的申请。',
  severity: 'error',
  *checkYears({ pairs }) {
    for (const { year, before, after } of pairs) {
      const columns = applicantColumns.flatMap(({ id, label }) => {
        const out = `requests.carriedOut.${id}`;
        const into = `requests.carriedIn.${id}`;
        const expected = amountOf(before, out);
        const found = amountOf(after, into);
        if (expected === null || found === null || expected === found) return [];
        const blank = figure(before, out) === null || figure(after, into) === null;
        return [{ label, out, into, expected, found, blank }];
      });
      const [first] = columns;
      if (!first) continue;
      const list = columns.map(
        ({ label, expected, found }) =>
          `${label} ${year - 1} 年度结转 ${expected}、${year} 年度上年结转 ${found}`,
      );
      const total = columns.find(({ label }) => label === '总计') ?? first;
      yield {
        message: `${year} 年度报告的“二、上年结转”与 ${year - 1} 年度报告的“四、结转下年度继续办理”不一致：${list.join('；')}。`,
        cells: columns.map(({ into }) => into),
        places: columns.flatMap(({ out, into }) => [evidenceIn(before, out), evidenceIn(after, into)]),
        expected: total.expected,
        found: total.found,
        ...(columns.every(({ blank }) => blank) ? { severity: 'warning' as const } : {}),
      };
    }
  },
};

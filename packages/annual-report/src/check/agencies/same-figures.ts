import type { PlacedReport } from '../facts.ts';
import type { AgenciesRule } from '../rule.ts';

/** Fewer figures than this may agree by chance: many small organs report nothing but a handful of ones. */
const leastFigures = 8;

const fingerprint = ({ facts }: PlacedReport): string | null => {
  const figures: string[] = [];
  let largest = 0;
  for (const [id, { value }] of facts.report.cells) {
    if (value === null || value === '0') continue;
    figures.push(`${id}=${value}`);
    largest = Math.max(largest, value.length);
  }
  // At least one figure of two digits: 1 and 2 everywhere is not a fingerprint.
  return figures.length >= leastFigures && largest >= 2 ? `${facts.report.year} ${figures.join(' ')}` : null;
};

export const sameFigures: AgenciesRule = {
  id: 'agencies.sameFigures',
  family: 'agencies',
  title: '不同机关的数字不完全相同',
  source: '两个机关同一年度的全部数字一模一样，多是同一份报告用了两个名称，或照抄。',
  severity: 'warning',
  *checkAgencies({ children }) {
    const groups = new Map<string, PlacedReport[]>();
    for (const child of children) {
      const key = fingerprint(child);
      if (key === null) continue;
      const list = groups.get(key);
      if (list) list.push(child);
      else groups.set(key, [child]);
    }
    for (const reports of groups.values()) {
      const names = [...new Set(reports.map(({ facts }) => facts.report.agency ?? '未写明机关'))];
      if (names.length < 2) continue;
      yield {
        message: `${names.join('、')}的报告所有数字完全相同，请核对是否同一份报告用了两个名称，或互相照抄。`,
        places: reports.map(({ facts, index }) => ({
          what: '数字相同的报告',
          value: facts.report.agency,
          place: null,
          report: index,
        })),
      };
    }
  },
};

import type { AgenciesRule } from '../rule.ts';
import { isSameAgency } from '../same-agency.ts';

export const missing: AgenciesRule = {
  id: 'agencies.missing',
  family: 'agencies',
  title: '应当报告的机关都有报告',
  source: '条例第四十九条：县级以上人民政府部门每年公布报告；只在给出应报名单时检查，缺报不按 0 计。',
  severity: 'error',
  *checkAgencies({ parent, children, expected }) {
    const year = parent.facts.report.year;
    const present = children.filter(
      ({ facts: { report } }) => year === null || report.year === null || report.year === year,
    );
    const absent = expected.filter(
      (name) => !present.some(({ facts }) => isSameAgency(name, facts.report.agency)),
    );
    if (absent.length === 0) return;
    yield {
      message: `应报 ${expected.length} 个机关，缺少 ${absent.length} 个机关${year === null ? '' : ` ${year} 年度`}的报告：${absent.join('、')}。`,
      places: absent.map((what) => ({ what, value: null, place: null })),
      expected: String(expected.length),
      found: String(expected.length - absent.length),
    };
  },
};

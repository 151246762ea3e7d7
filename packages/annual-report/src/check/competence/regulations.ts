import { compare } from '../../decimal.ts';
import type { Agency, AgencyKind } from '../agency-kind.ts';
import { cellEvidence } from '../evidence.ts';
import { nameCell } from '../name-cell.ts';
import type { ReportRule } from '../rule.ts';

/** Organs that make no rules, as messages call them. A city is not here: by name, 设区的市 and 县级市 look alike. */
const withoutPower: Readonly<Partial<Record<AgencyKind, string>>> = {
  countyGovernment: '县级人民政府',
  townshipGovernment: '乡镇人民政府',
  subDistrict: '街道办事处',
  department: '地方部门',
  branch: '派出机构',
  zone: '开发区管理机构',
};

/**
 * Disclosing rules that others made is allowed; only making them is not. The columns of the 2021 form count an
 * organ's own rules, yet a department may mean those it looks after. A general office (办公室) often reports for
 * its government, and some zones have powers of their own: a person must look.
 */
const isClear = ({ kind, name }: Agency, made: boolean, modern: boolean): boolean => {
  if (kind === 'zone' || /政府办公[室厅]$/u.test(name)) return false;
  return made || (modern && kind !== 'department');
};

export const regulations: ReportRule = {
  id: 'competence.regulations',
  family: 'competence',
  title: '没有规章制定权的机关不填报规章',
  source:
    '《中华人民共和国立法法》第九十一条：国务院各部、委员会等可以制定规章；第九十三条：省、自治区、直辖市和设区的市、自治州的人民政府可以制定规章。',
  severity: 'error',
  *check({ report, agency }) {
    const who = withoutPower[agency.kind];
    if (who === undefined) return;
    const cells = ['made', 'disclosed', 'publicTotal', 'issued', 'repealed', 'inForce']
      .map((column) => `proactive.20-1.regulations.${column}`)
      .filter((id) => compare(report.cells.get(id)?.value ?? '0', '0') > 0);
    if (cells.length === 0) return;
    const list = cells.map((id) => `${nameCell(id)} ${report.cells.get(id)?.value}`).join('、');
    const made = cells.some((id) => /\.(?:made|issued)$/u.test(id));
    const modern = report.tables['proactive.20-1']?.form === '2021';
    yield {
      message: `${agency.name}是${who}，没有规章制定权（立法法第九十一条、第九十三条），却填报了${list}；可能把规范性文件或转发的规章填在了这里。`,
      cells,
      places: cells.map((id) => cellEvidence(report, id)),
      expected: '0',
      found: report.cells.get(cells[0] ?? '')?.value ?? null,
      ...(isClear(agency, made, modern) ? {} : { severity: 'warning' as const }),
    };
  },
};

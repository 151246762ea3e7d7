import { compare } from '../../decimal.ts';
import type { FormCell } from '../../form/form.ts';
import type { AgencyKind } from '../agency-kind.ts';
import { cellEvidence } from '../evidence.ts';
import { nameCell } from '../name-cell.ts';
import type { ReportRule } from '../rule.ts';

type Size = 'town' | 'branch' | 'county' | 'department' | 'large';

const sizeOf: Readonly<Partial<Record<AgencyKind, Size>>> = {
  townshipGovernment: 'town',
  subDistrict: 'town',
  branch: 'branch',
  countyGovernment: 'county',
  zone: 'county',
  department: 'department',
};

/**
 * The most that an organ of each size can plausibly report, several times what the busiest report
 * (国务院部门 and provinces: some 10^5 requests, 10^8 decisions by traffic cameras included).
 */
const most: Readonly<
  Record<'documents' | 'decisions' | 'requests' | 'reviews', Readonly<Record<Size, string>>>
> = {
  documents: { town: '500', branch: '2000', county: '5000', department: '5000', large: '50000' },
  // Traffic police are branches and departments too; towns decide cases one by one.
  decisions: {
    town: '200000',
    branch: '3000000',
    county: '10000000',
    department: '300000000',
    large: '300000000',
  },
  requests: { town: '20000', branch: '20000', county: '100000', department: '500000', large: '500000' },
  reviews: { town: '5000', branch: '5000', county: '20000', department: '200000', large: '200000' },
};

const groupOf = ({ table, column }: FormCell): keyof typeof most | null => {
  if (column.unit === '元' || column.unit === '万元') return null;
  if (table.id === 'requests' || table.id === 'reviews') return table.id;
  // 对外公开总数量 of the 2019 form is often taken for all information ever published.
  if (column.id === 'publicTotal' || column.id === 'made' || column.id === 'disclosed') return 'decisions';
  return table.id === 'proactive.20-1' ? 'documents' : 'decisions';
};

/** 999999 and 123456 are typed to fill a field, hardly ever counted. */
const isPlaceholder = (value: string): boolean => /^(?:9{5,}|123456(?:7(?:89?)?)?)$/u.test(value);

export const magnitude: ReportRule = {
  id: 'form.magnitude',
  family: 'form',
  title: '数量的大小合乎常理',
  source:
    '按机关的类别设上限（乡镇、街道；派出机构；县级；部门；其他），取已公开报告最大值的数倍；超出的多是错位、相连、单位错误或占位数字。',
  severity: 'warning',
  *check({ report, numbers, agency }) {
    const size = sizeOf[agency.kind] ?? 'large';
    for (const [cell, { value }] of numbers) {
      if (value === null || value.length < 4) continue;
      if (isPlaceholder(value)) {
        yield {
          message: `${nameCell(cell.id)}填的是 ${value}，像是录入时占位用的数字，请核对是否漏改。`,
          cells: [cell.id],
          places: [cellEvidence(report, cell.id)],
          expected: null,
          found: value,
        };
        continue;
      }
      const group = groupOf(cell);
      const limit = group ? most[group][size] : null;
      if (limit === null || compare(value, limit) <= 0) continue;
      yield {
        message: `${nameCell(cell.id)}为 ${value}，远大于同类机关可能的数量（${limit}），请核对是否错位或数字相连。`,
        cells: [cell.id],
        places: [cellEvidence(report, cell.id)],
        expected: `不大于 ${limit}`,
        found: value,
      };
    }
  },
};

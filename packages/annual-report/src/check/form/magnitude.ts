import { compare } from '../../decimal.ts';
import type { FormCell } from '../../form/form.ts';
import type { AgencyKind } from '../agency-kind.ts';
import { cellEvidence } from '../evidence.ts';
import { nameCell } from '../name-cell.ts';
import type { ReportRule } from '../rule.ts';

type Size = 'small' | 'county' | 'large';

const sizeOf: Readonly<Partial<Record<AgencyKind, Size>>> = {
  townshipGovernment: 'small',
  subDistrict: 'small',
  branch: 'small',
  countyGovernment: 'county',
  zone: 'county',
};

/**
 * The most that an organ of each size can plausibly report, several times what the busiest report
 * (国务院部门 and provinces: some 10^5 requests, 10^8 decisions by traffic cameras included).
 */
const most: Readonly<
  Record<'documents' | 'decisions' | 'requests' | 'reviews', Readonly<Record<Size, string>>>
> = {
  documents: { small: '2000', county: '20000', large: '50000' },
  decisions: { small: '3000000', county: '10000000', large: '300000000' },
  requests: { small: '20000', county: '100000', large: '500000' },
  reviews: { small: '5000', county: '20000', large: '200000' },
};

const groupOf = ({ table, column }: FormCell): keyof typeof most | null => {
  if (column.unit === '元' || column.unit === '万元') return null;
  if (table.id === 'requests' || table.id === 'reviews') return table.id;
  return table.id === 'proactive.20-1' ? 'documents' : 'decisions';
};

export const magnitude: ReportRule = {
  id: 'form.magnitude',
  family: 'form',
  title: '数量的大小合乎常理',
  source:
    '按机关的类别设上限（乡镇、街道、派出机构；县级；其他），取已公开报告最大值的数倍；超出的多是错位、相连或单位错误。',
  severity: 'warning',
  *check({ report, numbers, agency }) {
    const size = sizeOf[agency.kind] ?? 'large';
    for (const [cell, { value }] of numbers) {
      if (value === null || value.length < 4) continue;
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

import { compare, type Decimal, multiply, toDecimal } from '../../decimal.ts';
import type { Agency, AgencyKind } from '../agency-kind.ts';
import { cellEvidence, quoteEvidence } from '../evidence.ts';
import type { Facts } from '../facts.ts';
import type { Evidence, ReportRule } from '../rule.ts';

const amount = 'proactive.20-8.charges.amount';

/**
 * 万元 a year beyond which an amount can only be 元: several times the largest fee income of such an organ.
 * The whole country takes some 40,000,000; Huai'an, a city of 4.5 million, reports 96171.6.
 */
const most: Readonly<Record<AgencyKind, Decimal>> = {
  nationalDepartment: '40000000',
  provincialGovernment: '8000000',
  cityGovernment: '2000000',
  countyGovernment: '300000',
  townshipGovernment: '5000',
  subDistrict: '5000',
  department: '1000000',
  branch: '50000',
  zone: '300000',
  unknown: '8000000',
};

/** A department collects no more than the government it belongs to; its level shows in the places of its name. */
const limitOf = ({ kind, name, places }: Agency): Decimal => {
  if (kind !== 'department') return most[kind];
  const place = places.at(-1) ?? '';
  if (/厅/u.test(name) || /(?:省|自治区)$/u.test(place) || /^(?:北京|天津|上海|重庆)市$/u.test(place))
    return most.department;
  if (/[县区旗]$/u.test(place) || (places.length > 1 && place.endsWith('市'))) return '100000';
  return place.endsWith('市') || /[州盟]$/u.test(place) ? '500000' : most.department;
};

/** An amount of fee income in 元 in the narrative, with the same digits as the cell. */
const inYuan = ({ paragraphs }: Facts, value: Decimal): Evidence | null => {
  for (const paragraph of paragraphs) {
    if (!paragraph.text.includes('行政事业性收费')) continue;
    for (const match of paragraph.text.matchAll(/(\d[\d,，]*(?:\.\d+)?)\s*元/gu)) {
      if (toDecimal((match[1] ?? '').replace(/[,，]/gu, '')) !== value) continue;
      return quoteEvidence(paragraph, match.index, match.index + match[0].length);
    }
  }
  return null;
};

export const feeUnit: ReportRule = {
  id: 'form.feeUnit',
  family: 'form',
  title: '行政事业性收费以万元为单位',
  source: '国办公开办函〔2021〕30号所附格式：“本年收费金额（单位：万元）”。',
  severity: 'warning',
  forms: ['2021'],
  *check(facts) {
    const { report, agency } = facts;
    const cell = report.cells.get(amount);
    const value = cell?.value;
    if (!cell || !value || compare(value, '0') <= 0) return;
    const inCell = cell.unit === '元';
    const quoted = inCell ? null : inYuan(facts, value);
    const tooLarge = compare(value, limitOf(agency)) > 0;
    if (!inCell && !quoted && !tooLarge) return;
    const expected = multiply(value, '0.0001');
    const reason = inCell
      ? `格内写的单位是元（${cell.raw}）`
      : quoted
        ? `正文写的是 ${value} 元`
        : `按万元计相当于 ${multiply(value, '0.0001')} 亿元，超出同类机关可能的收费规模`;
    yield {
      message: `表二“行政事业性收费”本年收费金额以万元为单位，填的是 ${value}：${reason}，可能误以元为单位；如是，应为 ${expected} 万元。`,
      cells: [amount],
      places: [cellEvidence(report, amount), ...(quoted ? [quoted] : [])],
      expected,
      found: value,
      repair: {
        cell: amount,
        found: value,
        value: expected,
        relations: [],
        message: `如以元为单位填写，换算后应为 ${expected} 万元。`,
      },
    };
  },
};

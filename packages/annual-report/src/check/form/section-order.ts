import { sectionIds } from '../../report.ts';
import type { ReportRule } from '../rule.ts';
import { officialTitle } from './section-titles.ts';

export const sectionOrder: ReportRule = {
  id: 'form.sectionOrder',
  family: 'form',
  title: '六个部分的顺序与格式一致',
  source: '国办公开办函〔2019〕60号、〔2021〕30号所附格式规定了六个部分的顺序。',
  severity: 'warning',
  years: [2019, null],
  *check({ report }) {
    const order = report.sections.map(({ id }) => sectionIds.indexOf(id));
    const at = order.findIndex((index, position) => position > 0 && index < (order[position - 1] ?? 0));
    const late = report.sections[at];
    const before = report.sections[at - 1];
    if (!late || !before) return;
    const name = (id: typeof late.id): string => officialTitle(id);
    yield {
      message: `“${name(late.id)}”排在“${name(before.id)}”之后，与格式规定的顺序不同。`,
      places: [
        { what: name(before.id), value: before.title, place: before.place },
        { what: name(late.id), value: late.title, place: late.place },
      ],
      expected: [...order]
        .sort((a, b) => a - b)
        .map((index) => '一二三四五六'[index])
        .join('、'),
      found: order.map((index) => '一二三四五六'[index]).join('、'),
    };
  },
};

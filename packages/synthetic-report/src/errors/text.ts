import { inventAgency } from '../agencies.ts';
import { createRandom } from '../random.ts';
import { type ErrorKind, mapText, setValue } from './planted.ts';

/** Replaces words everywhere in the narrative; null where they stand nowhere. */
const replacing = (name: string, rules: readonly string[], pattern: RegExp, by: string): ErrorKind => ({
  name,
  rules,
  plant: (_, __, laid) => {
    let found = false;
    const changed = mapText(laid, (block) => {
      if (block.role !== 'body' || !pattern.test(block.text)) return [block];
      found = true;
      const text = block.text.replace(pattern, by);
      return text === '' ? [] : [{ ...block, text }];
    });
    return found ? { laid: changed, cells: [] } : null;
  },
});

const withDate = (
  name: string,
  rules: readonly string[],
  date: (year: number) => string,
  today?: (year: number) => string,
): ErrorKind => ({
  name,
  rules,
  plant: (_, { year }, laid) => ({
    laid: {
      ...mapText(laid, (block) =>
        block.role === 'furniture' && block.text.startsWith('发布日期')
          ? [{ ...block, text: `发布日期：${date(year)}` }]
          : [block],
      ),
      reports: laid.reports.map((report, i) => (i === 0 ? { ...report, published: date(year) } : report)),
    },
    cells: [],
    ...(today === undefined ? {} : { today: today(year) }),
  }),
});

const departments: ReadonlySet<string> = new Set(['countyDepartment', 'cityDepartment', 'branch']);

export const textErrors: readonly ErrorKind[] = [
  {
    name: 'wrongPeriod',
    rules: ['dates.period', 'years.staleYear'],
    plant: (_, { year }, laid) => {
      let quote = '';
      const changed = mapText(laid, (block) => {
        if (block.section !== null || block.role !== 'body' || !block.text.includes(`${year}年1月1日`))
          return [block];
        quote = block.text
          .replaceAll(`${year}年1月1日`, `${year - 1}年1月1日`)
          .replaceAll(`${year}年12月31日`, `${year - 1}年12月31日`);
        return [{ ...block, text: quote }];
      });
      return quote === '' ? null : { laid: changed, cells: [], quote };
    },
  },
  replacing(
    'periodMissing',
    ['dates.periodMissing'],
    /(?:本)?报告(?:中)?所列数据的统计期限[^。]*。|统计时间为[^，]*，/,
    '',
  ),
  replacing(
    'contactMissing',
    ['dates.contactMissing'],
    /(?:如对本报告有疑问|对本报告如有疑问或意见)[^。]*。|，联系电话：[\d-]+/,
    '',
  ),
  {
    name: 'feeStatementMissing',
    rules: ['dates.feeStatement'],
    plant: (_, { year }, laid) =>
      year < 2021
        ? null
        : {
            laid: mapText(laid, (block) =>
              block.section === 'other' && block.role === 'body'
                ? [{ ...block, text: '没有其他需要报告的事项。' }]
                : [block],
            ),
            cells: [],
          },
  },
  {
    ...withDate('publishedLate', ['dates.publishedLate'], (year) => `${year + 1}-02-15`),
    plant: (random, draft, laid) =>
      withDate('', [], (year) =>
        departments.has(draft.agency.kind) ? `${year + 1}-02-15` : `${year + 1}-04-09`,
      ).plant(random, draft, laid),
  },
  withDate('publishedBeforeEnd', ['dates.publishedBeforeEnd'], (year) => `${year}-12-20`),
  withDate('publishedYearsLater', ['dates.publishedYear'], (year) => `${year + 2}-01-20`),
  withDate(
    'publishedInFuture',
    ['dates.publishedInFuture'],
    (year) => `${year + 1}-01-30`,
    (year) => `${year + 1}-01-20`,
  ),
  {
    name: 'lastYearsYear',
    rules: ['years.staleYear'],
    plant: (_, draft, laid) => {
      const quote = `${draft.year - 1}年，${draft.agency.self}梳理公开目录、开展业务培训，政府信息公开各项任务顺利完成。`;
      let done = false;
      return {
        laid: mapText(laid, (block) => {
          if (done || block.section !== 'overview' || block.role !== 'body') return [block];
          done = true;
          return [{ ...block, text: quote }];
        }),
        cells: [],
        quote,
      };
    },
  },
  {
    name: 'otherAgencysName',
    rules: ['years.otherAgencyName'],
    plant: (_, { agency, year }, laid) => {
      // Of another city and another field, so that nothing of it can be a short name of the report's own.
      const strangers = Array.from({ length: 40 }, (_, i) =>
        inventAgency(createRandom(`stranger ${agency.name} ${i}`), 'cityDepartment'),
      );
      const stranger = strangers.find(
        ({ city, name }) =>
          city !== agency.city && [...name.slice(3, -1)].every((c) => !agency.name.includes(c)),
      );
      if (stranger === undefined) return null;
      const text = `本报告由${stranger.name}根据《中华人民共和国政府信息公开条例》规定编制。报告所列数据的统计期限自${year}年1月1日至${year}年12月31日，联系电话：0000-2345678。`;
      return {
        laid: mapText(laid, (block) =>
          block.section === null && block.role === 'body' ? [{ ...block, text }] : [block],
        ),
        cells: [],
        quote: text,
      };
    },
  },
  {
    name: 'regulationsBelowCity',
    rules: ['competence.regulations'],
    plant: (random, { agency, figures }, laid) => {
      if (agency.kind === 'cityGovernment') return null;
      const modern = figures.forms['proactive.20-1'] === '2021';
      const cell = `proactive.20-1.regulations.${modern ? 'issued' : 'made'}`;
      const total = `proactive.20-1.regulations.${modern ? 'inForce' : 'publicTotal'}`;
      const n = String(random.int(1, 9));
      return { laid: setValue(setValue(laid, cell, n), total, n), cells: [cell] };
    },
  },
];

import { cellStatuses } from '../../../annual-report/src/report.ts';
import type { Laid, LaidBlock, LaidText } from '../laid.ts';
import * as templates from '../narrative/templates.ts';
import { type Damage, mapFigures } from './damage.ts';

const text = (
  words: string,
  role: LaidText['role'],
  section: LaidText['section'] = null,
  report = 0,
): LaidText => ({
  kind: 'text',
  role,
  text: words,
  report,
  section,
});

/** A second report's blocks, told apart by their number. */
const renumber = (laid: Laid, by: number): readonly LaidBlock[] =>
  laid.blocks.map((block) => ({ ...block, report: block.report + by }));

const afterTables = (laid: Laid, name: string, block: LaidText): Laid => ({
  ...laid,
  blocks: laid.blocks.flatMap((b): LaidBlock[] => (b.kind === 'table' && b.name === name ? [b, block] : [b])),
});

export const documentDamages: readonly Damage[] = [
  {
    name: 'remarkAfterTable',
    apply: (laid, { random }) =>
      afterTables(
        laid,
        random.pick(['requests', 'proactive']),
        text(
          random.pick([
            '注：本表第二项含上年度结转2件。',
            '备注：以上数据不含镇街，共涉及12个单位。',
            '注：新收数量按申请人计，同一申请人多次申请的分别统计。',
          ]),
          'remark',
        ),
      ),
  },
  {
    name: 'dateAfterTable',
    apply: (laid) => {
      const { agency, year } = laid.reports[0]!;
      return {
        ...laid,
        blocks: laid.blocks.flatMap((b): LaidBlock[] =>
          b.kind === 'table' && b.name === 'reviews'
            ? [b, text(agency, 'signature'), text(`${year + 1}215`, 'signature')]
            : [b],
        ),
      };
    },
  },
  {
    name: 'textBefore',
    apply: (laid, { random }) => {
      const { agency } = laid.reports[0]!;
      const furniture = random
        .shuffle(templates.furnitureBefore)
        .map((line) => text(line.replaceAll('<name>', agency).replaceAll('<county>', '本地'), 'furniture'));
      return {
        ...laid,
        blocks: [
          ...furniture,
          ...laid.blocks,
          ...templates.furnitureAfter.map((line) => text(line.replaceAll('<name>', agency), 'furniture')),
        ],
      };
    },
  },
  {
    name: 'noticeBefore',
    apply: (laid) => {
      const { agency, year } = laid.reports[0]!;
      return {
        ...laid,
        blocks: [
          text(`关于报送${year}年政府信息公开工作年度报告的函`, 'furniture'),
          text('市政府办公室：', 'furniture'),
          text('按照要求，现将我单位年度报告予以报送，请审阅。', 'furniture'),
          text(`${agency}　${year + 1}年1月15日`, 'furniture'),
          ...laid.blocks,
        ],
      };
    },
  },
  {
    name: 'headingMissing',
    apply: (laid, { random }) => {
      const headings = laid.blocks.filter((block) => block.kind === 'text' && block.role === 'heading');
      const gone = headings.length === 0 ? undefined : random.pick(headings);
      return gone === undefined ? null : { ...laid, blocks: laid.blocks.filter((block) => block !== gone) };
    },
  },
  {
    name: 'sectionNumeralsNested',
    apply: (laid) => ({
      ...laid,
      blocks: laid.blocks.map((block) =>
        block.kind === 'text' && block.role === 'heading'
          ? { ...block, text: block.text.replace(/^（?([一二三四五六])[、．）]/, '（$1）') }
          : block,
      ),
    }),
  },
  {
    name: 'twoReports',
    apply: (laid, { other }) => {
      const second = other();
      return {
        ...laid,
        blocks: [...laid.blocks, ...renumber(second, laid.reports.length)],
        reports: [...laid.reports, ...second.reports],
      };
    },
  },
  {
    // Two reports side by side, read line by line: whose figure is whose, nobody can say.
    name: 'twoReportsInterleaved',
    apply: (laid, { other }) => {
      const second = other();
      const theirs = renumber(second, laid.reports.length);
      const blocks = Array.from({ length: Math.max(laid.blocks.length, theirs.length) }).flatMap((_, i) =>
        [laid.blocks[i], theirs[i]].filter((b) => b !== undefined),
      );
      return mapFigures({ ...laid, blocks, reports: [...laid.reports, ...second.reports] }, (figure) => ({
        ...figure,
        lost: true,
        statuses: cellStatuses,
      }));
    },
  },
];

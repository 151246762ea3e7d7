import type { Agency } from '../agencies.ts';
import type { Laid, LaidText } from '../laid.ts';
import type { Random } from '../random.ts';
import { clauses } from './templates.ts';

const headings = [
  '一、概述',
  '二、主动公开政府信息情况',
  '三、依申请公开政府信息情况',
  '四、政府信息公开的收费及减免情况',
  '五、因政府信息公开申请行政复议、提起行政诉讼情况',
  '六、政府信息公开工作存在的主要问题及改进情况',
  '七、其他需要报告的事项',
] as const;

const text = (words: string, role: LaidText['role']): LaidText => ({
  kind: 'text',
  role,
  text: words,
  report: 0,
  section: null,
});

/** An annual report from before the form of 2019: seven sections and no table. A reader says so instead of finding nothing. */
export const layOldReport = (random: Random, agency: Agency, year: number): Laid => {
  const prose = (kind: keyof typeof clauses): string =>
    `${year}年，${agency.self}${random.shuffle<string>(clauses[kind]).slice(0, 8).join('，')}，各项任务按计划完成，群众对公开工作的满意程度有所提高。`;
  const bodies = [
    prose('overview'),
    `${prose('disclosure')}全年主动公开政府信息${random.int(100, 900)}条。`,
    `${year}年共受理政府信息公开申请${random.int(1, 20)}件，均已答复。${prose('supervision')}`,
    `${year}年未收取任何费用。`,
    `${year}年没有发生行政复议和行政诉讼。`,
    `${prose('problems')}${prose('improvements')}`,
    '无其他需要报告的事项。',
  ];
  return {
    blocks: [
      text(`${agency.name}${year}年政府信息公开工作年度报告`, 'title'),
      text(
        `根据《中华人民共和国政府信息公开条例》要求，特向社会公布${year}年度政府信息公开年度报告。统计期限为${year}年1月1日至${year}年12月31日。`,
        'body',
      ),
      ...headings.flatMap((heading, i) => [text(heading, 'heading'), text(bodies[i]!, 'body')]),
    ],
    reports: [{ agency: agency.name, year, published: null, forms: {} }],
    damages: [],
  };
};

/** Documents of a disclosure column that are no annual reports: lists of links, notices, guides. */
export const layNoReport = (random: Random, agency: Agency): Laid => {
  const years = [2024, 2023, 2022, 2021, 2020];
  const kinds: readonly (readonly LaidText[])[] = [
    [
      text('政府信息公开年报', 'title'),
      ...years.map((year) =>
        text(`${agency.name}${year}年政府信息公开工作年度报告　${year + 1}-01-20`, 'body'),
      ),
    ],
    [
      text(`关于做好${years[0]}年政府信息公开工作年度报告编制工作的通知`, 'title'),
      text('各乡镇人民政府、各部门：', 'body'),
      text('请对照格式要求，于1月15日前将年度报告报送办公室。数据应当与台账一致，没有的填写0。', 'body'),
      text(`${agency.name}办公室`, 'signature'),
    ],
    [
      text(`${agency.name}政府信息公开指南`, 'title'),
      text('一、公开范围', 'heading'),
      text(`${clauses.disclosure.join('、')}。`, 'body'),
      text('二、申请方式', 'heading'),
      text('申请人可以当面、邮寄或者通过网站提出申请。', 'body'),
    ],
  ];
  return {
    blocks: random.pick(kinds),
    reports: [{ agency: agency.name, year: years[0]!, published: null, forms: {} }],
    damages: [],
  };
};

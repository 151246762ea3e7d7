import { problem } from '../problem.ts';
import type { BuildReport } from './build-report.ts';
import type { CheckOptions, Severity } from './rule.ts';

/** For one rule: a report with its fault, words of the finding, and a report that comes close without being wrong. */
export interface ReportFixture {
  readonly failing: BuildReport;
  readonly says: RegExp;
  readonly passing: BuildReport;
  /** Where milder than the rule's own. */
  readonly severity?: Severity;
  readonly options?: Partial<CheckOptions>;
}

const mark = (raw: string) => ({ value: null, raw, status: 'printed' }) as const;

export const reportFixtures: Readonly<Record<string, ReportFixture>> = {
  'sums.requestBalance': {
    failing: { cells: { 'requests.received': [2, 0, 0, 0, 0, 0, 2] } },
    says: /第一项加第二项为 2，第三项（七）总计加第四项为 0/,
    passing: {
      cells: {
        'requests.received': [2, 0, 0, 0, 0, 0, 2],
        'requests.carriedOut': [2, 0, 0, 0, 0, 0, 2],
      },
    },
  },
  'sums.requestOutcomes': {
    failing: { cells: { 'requests.disclosed': [0, 4, 0, 0, 0, 0, 4] } },
    says: /商业企业一列，“（七）总计”为 0，（一）至（六）各行之和为 4/,
    passing: {
      cells: {
        'requests.carriedIn': [0, 4, 0, 0, 0, 0, 4],
        'requests.disclosed': [0, 4, 0, 0, 0, 0, 4],
        'requests.concluded': [0, 4, 0, 0, 0, 0, 4],
      },
    },
  },
  'sums.requestRow': {
    failing: {
      cells: {
        'requests.received': [5, 0, 0, 0, 0, 1, 6],
        'requests.disclosed': [5, 0, 0, 0, 0, 1, 6],
        'requests.concluded': [5, 0, 0, 0, 0, 1, 6],
        'requests.carriedIn.other': { value: null, raw: '??', status: 'unreadable' },
        'requests.carriedOut': [0, 0, 0, 0, 0, 7, 0],
      },
    },
    says: /“四、结转下年度继续办理”一行，总计为 0，六类申请人之和为 7/,
    passing: { cells: { 'requests.carriedOut': [0, 0, 0, 0, 0, { value: null, status: 'unreadable' }, 7] } },
  },
  'sums.reviewRow': {
    failing: { cells: { 'reviews.litigation.direct': [1, 0, 3, 0, 3] } },
    says: /“行政诉讼 未经复议直接起诉”一行，总计为 3，四种结果之和为 4/,
    passing: { cells: { 'reviews.litigation.direct': [null, null, 3, null, 3] } },
  },
  'sums.previousPlusChange': {
    failing: {
      year: 2019,
      form: '2019',
      cells: { 'proactive.20-5.licensing': [274, 82, 314], 'proactive.20-6.penalties': [3, 4, 7] },
    },
    says: /274 加本年增\/减 82 等于 356，.*填的是 314/,
    // No row holds: this organ counts decisions, not kinds of item.
    passing: {
      year: 2019,
      form: '2019',
      cells: { 'proactive.20-5.licensing': [15, 4, 583], 'proactive.20-6.penalties': [0, 151, 119] },
    },
  },
  'sums.disclosedWithinTotal': {
    failing: { year: 2019, form: '2019', cells: { 'proactive.20-1.normativeDocuments': [3, 3, 2] } },
    says: /本年新公开数量为 3，大于/,
    passing: { year: 2019, form: '2019', cells: { 'proactive.20-1.normativeDocuments': [3, 3, 3] } },
  },
  'sums.issuedWithinForce': {
    failing: { cells: { 'proactive.20-1.normativeDocuments': [5, 1, 3] } },
    says: /为 5，大于.*之和 4/,
    passing: { cells: { 'proactive.20-1.normativeDocuments': [5, 2, 3] } },
  },
  'form.tableMissing': {
    failing: { tables: { reviews: null } },
    says: /没有找到以下表格：表四/,
    passing: { year: 2022 },
  },
  'form.rowMissing': {
    failing: {
      cells: Object.fromEntries(
        ['naturalPerson', 'business', 'research', 'publicInterest', 'legalService', 'other', 'total'].map(
          (column) => [`requests.partial.${column}`, { value: null, raw: '', status: 'absent' as const }],
        ),
      ),
    },
    says: /表三缺少“（二）部分公开”1 行/,
    passing: { cells: { 'requests.partial': [null, null, null, null, null, null, null] } },
  },
  'form.rowOrder': {
    failing: {
      cells: {
        'requests.received.naturalPerson': {
          value: '0',
          raw: '0',
          place: { kind: 'line', line: 9, start: 1, end: 2 },
        },
        'requests.carriedIn.naturalPerson': {
          value: '0',
          raw: '0',
          place: { kind: 'line', line: 8, start: 1, end: 2 },
        },
      },
    },
    says: /“二、上年结转政府信息公开申请数量”一行排在“一、本年新收政府信息公开申请数量”之前/,
    passing: {
      cells: {
        'requests.received.naturalPerson': {
          value: '0',
          raw: '0',
          place: { kind: 'line', line: 8, start: 1, end: 2 },
        },
        'requests.carriedIn.naturalPerson': {
          value: '0',
          raw: '0',
          place: { kind: 'line', line: 9, start: 1, end: 2 },
        },
      },
    },
  },
  'form.prescribedForm': {
    failing: { year: 2022, form: '2019' },
    says: /2022 年度报告应当使用国办公开办函〔2021〕30号/,
    passing: { year: 2020, form: '2019' },
  },
  'form.hybridForm': {
    failing: { tables: { requests: '2019' } },
    says: /混用了两版格式/,
    // Table four is the same in both forms.
    passing: { tables: { reviews: '2019' } },
  },
  'form.sectionMissing': {
    failing: { sections: { problems: null } },
    says: /“五、存在的主要问题及改进情况”/,
    passing: { sections: { problems: '无' } },
  },
  'form.sectionOrder': {
    failing: {
      headed: [
        ['overview', '一、总体情况', '有'],
        ['reviews', '四、政府信息公开行政复议、行政诉讼情况', '有'],
        ['requests', '三、收到和处理政府信息公开申请情况', '有'],
      ],
    },
    says: /“三、.*排在“四、/,
    passing: {},
  },
  'form.sectionTitle': {
    failing: { headed: [['overview', '一、总体概况', '有']] },
    says: /“一、总体概况”与格式规定的“一、总体情况”用语不同/,
    passing: { headed: [['reviews', '四、政府信息公开行政复议行政诉讼情况', '有']] },
  },
  'form.sectionEmpty': {
    failing: { sections: { other: '' } },
    says: /“六、其他需要报告的事项”部分没有内容/,
    passing: { sections: { other: '无。未收取信息处理费。' } },
  },
  'form.blankCells': {
    failing: { cells: { 'requests.partial': [null, null, null, null, null, null, null] } },
    says: /表三有 7 格空白（共 175 格）/,
    passing: {},
  },
  'form.markInCell': {
    failing: { year: 2019, form: '2019', cells: { 'proactive.20-6.coercion': [mark('\\'), 3, mark('无')] } },
    says: /填的是“\\”.*填的是“无”；没有的事项应当填 0/,
    passing: { year: 2019, form: '2019', cells: { 'proactive.20-6.coercion': [0, 3, mark('减')] } },
  },
  'form.wordInCell': {
    failing: { year: 2019, form: '2019', cells: { 'proactive.20-5.licensing': [97, mark('减'), 113] } },
    says: /填的是“减”，没有写出增减的数量/,
    passing: { year: 2019, form: '2019', cells: { 'proactive.20-5.licensing': [97, mark('-'), 97] } },
  },
  'form.unitInCell': {
    failing: {
      year: 2019,
      form: '2019',
      cells: { 'proactive.20-9.procurement.amount': { value: '323.6', raw: '323.6万', unit: '万元' } },
    },
    says: /“323\.6万”.*即 3236000 元/,
    passing: { year: 2019, form: '2019', cells: { 'proactive.20-9.procurement.amount': '120198725.06' } },
  },
  'form.remarkInCell': {
    failing: {
      cells: {
        'proactive.20-1.normativeDocuments': [
          22,
          0,
          { value: '60', raw: '60（其中修订16件）', remark: '其中修订16件' },
        ],
      },
    },
    says: /除数字 60 外还写有“其中修订16件”/,
    passing: { cells: { 'proactive.20-1.normativeDocuments': [22, 0, 60] } },
  },
  'form.negative': {
    failing: { cells: { 'proactive.20-5.licensing.decisions': '-8' } },
    says: /不能是负数/,
    passing: { year: 2019, form: '2019', cells: { 'proactive.20-5.licensing': [278, '-57', 221] } },
  },
  'form.fraction': {
    failing: { cells: { 'proactive.20-5.licensing.decisions': '12.5' } },
    says: /以件计数的格不能有小数/,
    passing: { cells: { 'proactive.20-8.charges.amount': '27.948692' } },
  },
  'form.leadingZero': {
    failing: { cells: { 'proactive.20-5.licensing.decisions': { value: '7', raw: '007' } } },
    says: /“007”/,
    passing: { cells: { 'proactive.20-8.charges.amount': '0.7' } },
  },
  'form.magnitude': {
    failing: {
      agency: '安平市青石县柳河镇人民政府',
      cells: { 'requests.received.total': '396442278' },
    },
    says: /远大于同类机关可能的数量/,
    passing: { agency: '安平市人民政府', cells: { 'proactive.20-6.penalties.decisions': 3985758 } },
  },
  'form.feeUnit': {
    failing: { agency: '安平市青石县人民政府', cells: { 'proactive.20-8.charges.amount': '39360000' } },
    says: /可能误以元为单位；如是，应为 3936 万元/,
    passing: { agency: '安平市人民政府', cells: { 'proactive.20-8.charges.amount': '96171.6' } },
  },
  'form.rowMisnamed': {
    failing: { problems: [problem('row.misnamed', null, { printed: '2.重复重申请', row: '2.重复申请' })] },
    says: /“2\.重复重申请”与格式规定的“2\.重复申请”文字不同/,
    passing: { problems: [problem('table.surplusFigure', null, { table: '表四' })] },
  },
  'form.surplusFigure': {
    failing: { problems: [problem('table.surplusFigure', null, { table: '表四' })] },
    says: /数字比表格的列多/,
    passing: { problems: [problem('report.noAgency')] },
  },
  'years.otherAgencyName': {
    failing: { preamble: ['本报告由临江市水利局根据《中华人民共和国政府信息公开条例》编制。'] },
    says: /正文却写的是“临江市水利局”/,
    passing: { preamble: ['本报告由市水利局办公室根据《中华人民共和国政府信息公开条例》编制。'] },
  },
  'years.staleYear': {
    failing: { sections: { overview: '2022年，我局主动公开政府信息30条，办理及时。' } },
    says: /“2022年”开头/,
    passing: {
      sections: { overview: '2023年，我局公开政府信息30条。2022年同比为20条。2024年，我局将继续努力。' },
    },
  },
  'years.planYear': {
    failing: { sections: { problems: '解读形式单一。2023年，我局将进一步丰富解读形式。' } },
    says: /应当是 2024 年及以后/,
    passing: { sections: { problems: '2023年，我局将公开纳入考核，但仍有不足。2024年，我局将继续改进。' } },
  },
  'competence.regulations': {
    failing: { agency: '青石县柳河镇人民政府', cells: { 'proactive.20-1.regulations': [1, 0, 1] } },
    says: /乡镇人民政府，没有规章制定权（立法法第九十一条、第九十三条）/,
    passing: { agency: '安平市人民政府', cells: { 'proactive.20-1.regulations': [1, 0, 11] } },
  },
  'dates.publishedBeforeEnd': {
    failing: { published: '2023-12-28' },
    says: /2023 年度尚未结束/,
    passing: { published: '2024-01-02' },
  },
  'dates.publishedLate': {
    failing: { published: '2024-02-15' },
    says: /晚于规定的 2024年1月31日/,
    passing: { agency: '安平市人民政府', published: '2024-03-31' },
  },
  'dates.publishedYear': {
    failing: { published: '2025-01-20' },
    says: /报告年度是 2023，发布日期却是 2025年1月20日/,
    passing: { published: '2024-01-20' },
  },
  'dates.publishedInFuture': {
    failing: { published: '2024-01-20' },
    options: { today: '2024-01-10' },
    says: /晚于今天/,
    passing: { published: '2024-01-10' },
  },
  'dates.period': {
    failing: { preamble: ['本报告统计期限自2022年1月1日至2022年12月31日。联系电话见网站。'] },
    says: /统计期限写的是 2022年1月1日至2022年12月31日，与报告年度 2023 年不符/,
    passing: { preamble: ['统计期限自2023年1月1日起至12月31日止。3月1日至4月1日开展了联系群众活动。'] },
  },
  'dates.periodMissing': {
    failing: { preamble: ['联系电话：0000-1234567'] },
    says: /没有写明统计期限/,
    passing: { preamble: ['数据从2023年1月1日到12月31日。'] },
  },
  'dates.contactMissing': {
    failing: { preamble: ['统计期限自2023年1月1日至2023年12月31日。'] },
    says: /没有写明联系方式/,
    passing: { preamble: ['对报告有疑问的，请与局办公室联系，电话：0000-1234567。'] },
  },
  'dates.feeStatement': {
    failing: { sections: { other: '无' } },
    says: /没有报告信息处理费的收取情况/,
    passing: { sections: { other: '2023年没有收取信息处理费。' } },
  },
};

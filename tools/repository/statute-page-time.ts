import { procedurePeriods } from '../../packages/statute/src/clock/procedure-periods.ts';
import {
  announcedYears,
  buildCalendar,
  type ClockPolicy,
  citeShort,
  civilDate,
  defaultClockPolicy,
  irregularityCatalogue,
  monthAndDay,
  reviewResults,
  statutoryPeriods,
  workingDaysBetween,
} from '../../packages/statute/src/index.ts';
import { remedyPeriods } from '../../packages/statute/src/remedy/remedy-periods.ts';
import { table } from './markdown-table.ts';

const periodWords: Readonly<Record<keyof typeof statutoryPeriods, string>> = {
  reply: '答复',
  extension: '延长答复期限，最长',
  correctionNotice: '告知申请人补正，自收到申请之日起',
  thirdParty: '第三方提出意见，自收到征求意见书之日起',
  jointMaker: '共同制作机关提出意见，自收到征求意见书之日起',
  payment: '缴纳信息处理费，自收到收费通知次日起',
};

/** What each setting decides, and what each of its values means; the default is printed in bold. */
const policyWords: Readonly<Record<keyof ClockPolicy, readonly [string, Readonly<Record<string, string>>]>> =
  {
    afterPayment: ['缴费后的处理期限', { restart: '重新计算', resume: '继续计算' }],
    lateCorrectionRestarts: [
      '晚于7个工作日的补正告知',
      { true: '答复期限停止，补正后重新计算', false: '不影响答复期限' },
    ],
    lateFeeNoticeRestarts: [
      '晚于处理期限的收费通知',
      { true: '处理期限停止，缴费后重新计算', false: '不影响答复期限' },
    ],
    lateExtensionCounts: [
      '晚于答复期限的延期或者延迟答复告知',
      { true: '仍然有效', false: '不影响答复期限' },
    ],
    sendingDayExcluded: ['发出征求意见函的当日', { true: '不计入期限', false: '计入期限' }],
    calendarPeriodEnd: [
      '以日、月计算的期限，最后一日是节假日的',
      { next_working_day: '以节假日后的第一日为届满的日期', exact: '以该日为届满的日期' },
    ],
  };

const policyLines = (Object.keys(policyWords) as readonly (keyof ClockPolicy)[]).map((key) => {
  const [question, values] = policyWords[key];
  const chosen = String(defaultClockPolicy[key]);
  return [
    question,
    Object.entries(values)
      .map(([value, word]) => (value === chosen ? `**${word}**` : word))
      .join('；'),
  ];
});

/** The periods of reply, correction, consultation and payment, and what the clock leaves to the agency. */
export const periodSection = [
  '## 期限',
  '',
  '收到之日不计算在内，次日起算，以工作日计算。条例第三十五条的延迟答复没有天数上限，以告知申请人的日期为准。',
  '',
  ...table(
    ['期限', '工作日', '依据'],
    (Object.keys(statutoryPeriods) as readonly (keyof typeof statutoryPeriods)[]).map((key) => [
      periodWords[key],
      String(statutoryPeriods[key].workingDays),
      statutoryPeriods[key].article,
    ]),
  ),
  '',
  '### 条文没有规定、各机关可以设定的计算方法',
  '',
  '黑体为出厂设置。',
  '',
  ...table(['问题', '做法'], policyLines),
  '',
  '### 不合规定的记录',
  '',
  '登记的事实不合规定时，系统照样计算，并指出问题。',
  '',
  ...table(
    ['依据', '提示'],
    Object.values(irregularityCatalogue).map(({ article, message }) => [article, message]),
  ),
];

const unitWords = { day: '日', month: '个月', working_day: '个工作日' } as const;

const procedureWords: Readonly<Record<keyof typeof procedurePeriods, string>> = {
  reconsideration_application_longest: '未告知权利的，申请复议最长',
  reconsideration_acceptance: '复议机关审查是否受理',
  reconsideration_forwarding: '发送申请书副本',
  reconsideration_forwarding_simplified: '发送申请书副本（简易程序）',
  reconsideration_response: '被申请人书面答复',
  reconsideration_response_simplified: '被申请人书面答复（简易程序）',
  reconsideration_decision: '复议决定',
  reconsideration_decision_extended: '复议决定（经批准延长）',
  reconsideration_decision_simplified: '复议决定（简易程序）',
  first_instance: '一审判决',
  first_instance_simplified: '一审判决（简易程序）',
  appeal_against_judgment: '对判决上诉',
  appeal_against_ruling: '对裁定上诉',
  second_instance: '二审判决',
};

/** The periods of reconsideration and litigation, and the column of table 四 in which each result counts. */
export const reviewSection = [
  '## 复议、诉讼的期限和结果',
  '',
  ...table(
    ['期限', '施行期间', '长度', '依据'],
    remedyPeriods.flatMap((version) =>
      (
        [
          ['申请行政复议', version.applyForReconsideration],
          ['对复议决定起诉', version.sueAfterDecision],
          ['复议不予受理、驳回申请或者逾期后起诉', version.sueAfterRefusal],
          ['直接起诉', version.sueDirectly],
        ] as const
      ).map(([what, { length, unit, basis }]) => [
        what,
        version.to === null ? `${version.from} 起` : `${version.from} 至 ${version.to}`,
        `${length}${unitWords[unit]}`,
        citeShort(basis),
      ]),
    ),
  ),
  '',
  ...table(
    ['程序中的期限（现行）', '长度', '依据'],
    (Object.keys(procedurePeriods) as readonly (keyof typeof procedurePeriods)[]).map((kind) => {
      const { length, unit, basis } = procedurePeriods[kind];
      return [procedureWords[kind], `${length}${unitWords[unit]}`, citeShort(basis)];
    }),
  ),
  '',
  '年度报告第四部分各列，格式没有定义，按下表归入（推论）。',
  '',
  ...table(
    ['结果', '计入', '依据'],
    reviewResults.map(({ kind, name, column, basis }) => [
      `${kind === 'reconsideration' ? '行政复议' : '行政诉讼'}：${name}`,
      { upheld: '结果维持', corrected: '结果纠正', other: '其他结果', pending: '尚未审结' }[column],
      basis ? citeShort(basis) : '—',
    ]),
  ),
];

const calendar = buildCalendar();

const workingDaysOf = (year: number): number =>
  workingDaysBetween(calendar, civilDate(`${year - 1}-12-31`), civilDate(`${year}-12-31`)).days;

const dayIn = (year: number, date: string): string =>
  date.startsWith(String(year)) ? monthAndDay(civilDate(date)) : `上年${monthAndDay(civilDate(date))}`;

/** The days off and the worked weekends of each announced year, to be held against the notices. */
export const calendarSection = [
  '## 节假日',
  '',
  '以国务院办公厅每年的通知为准。通知尚未公布的年份按星期推算，所得日期标明“暂定”。',
  '',
  ...table(
    ['年份', '放假（含首尾两日）', '周末上班', '工作日'],
    announcedYears.map(({ year, off, worked }) => [
      String(year),
      off
        .map(
          ({ name, from, to }) => `${name} ${dayIn(year, from)}${to === from ? '' : `至${dayIn(year, to)}`}`,
        )
        .join('；'),
      worked.map((date) => dayIn(year, date)).join('、'),
      String(workingDaysOf(year)),
    ]),
  ),
];

import { getTable } from '../../packages/annual-report/src/index.ts';
import {
  bodyRoleNames,
  type Citation,
  type Confidence,
  citeShort,
  exemptions,
  feeSchedules,
  feeSchemeNames,
  feeSchemes,
  type InForce,
  type Outcome,
  organKindNames,
  organKinds,
  outcomes,
  type RemedyRoute,
  type RemedySubject,
  remedyRules,
  remedySubjects,
  replyTemplates,
} from '../../packages/statute/src/index.ts';
import { bodyRules } from '../../packages/statute/src/remedy/reconsideration-bodies.ts';
import { table } from './markdown-table.ts';
import { calendarSection, periodSection, reviewSection } from './statute-page-time.ts';

const confidenceWords: Readonly<Record<Confidence, string>> = {
  confirmed: '条文',
  practice: '实践',
  unconfirmed: '未定',
  inferred: '推论',
};

const routeWords: Readonly<Record<RemedyRoute, string>> = {
  reconsiderationFirst: '复议前置',
  either: '复议或者诉讼',
  none: '不告知',
};

const subjectWords: Readonly<Record<RemedySubject, string>> = {
  disclosed: '予以公开（内容不符等）',
  partial: '部分公开中不予公开的部分',
  refused: '不予公开（条例第十四条至第十六条）',
  registryInquiry: '行政查询事项',
  unavailable: '无法提供',
  needsCreation: '没有现成信息需要另行制作',
  notProcessed: '不予处理',
  abandoned: '视为放弃申请、不再处理',
  other: '其他处理',
  noReply: '逾期不予答复',
  thirdParty: '第三方不同意而决定公开',
};

const cited = (citations: readonly Citation[]): string => citations.map(citeShort).join('、') || '—';

const span = ({ from, to }: InForce): string => (to === null ? `${from} 起` : `${from} 至 ${to}`);

/** A row's label as the form prints it, without the heads above it: （三）不予公开/1.属于国家秘密. */
const rowLabel = (form: '2019' | '2021', id: string): string => {
  const label = getTable(form, 'requests')?.rows.find((row) => row.id === id)?.label ?? id;
  return label.replace('三、本年度办理结果/', '').replaceAll(/[（(]区分处理的.*$/g, '');
};

const outcomeLine = (outcome: Outcome): readonly string[] => [
  `\`${outcome.id}\``,
  outcome.name,
  cited(outcome.basis),
  rowLabel('2019', outcome.rows['2019']),
  rowLabel('2021', outcome.rows['2021']),
  [
    confidenceWords[outcome.confidence],
    ...outcome.otherRows.map((row) => `可改为 ${rowLabel('2021', row)}`),
  ].join('；'),
  outcome.reasonsRequired ? '是' : '',
  outcome.mustState.join('；'),
  outcome.remedy === null ? '—' : subjectWords[outcome.remedy],
];

const outcomeSection = [
  '## 办理结果',
  '',
  '一件申请只有一个办理结果，计入年度报告第三部分表格的一行。“未定”的，各机关可以在所列各行中另行选定。',
  '',
  ...table(
    [
      '编号',
      '办理结果',
      '依据',
      '2019 年格式',
      '2021 年格式',
      '可信程度',
      '须说明理由',
      '答复或者案卷应当载明',
      '救济事项',
    ],
    outcomes.map(outcomeLine),
  ),
];

const templateSection = [
  '## 文书',
  '',
  ...table(
    ['编号', '文书', '依据'],
    replyTemplates.map(({ id, name, basis }) => [`\`${id}\``, name, cited(basis)]),
  ),
];

const remedySection = [
  '## 救济途径',
  '',
  '适用答复之日的规定；依据中当日尚未施行或者已经失效的不引用。除“条文”外，各机关可以另行设定。',
  '',
  ...table(
    ['救济事项', '施行期间', '途径', '依据', '可信程度'],
    remedySubjects.flatMap((subject) =>
      remedyRules
        .filter((rule) => rule.subject === subject)
        .map((rule) => [
          subjectWords[subject],
          span(rule),
          routeWords[rule.route],
          cited(rule.basis),
          confidenceWords[rule.confidence],
        ]),
    ),
  ),
  '',
  '### 行政复议机关',
  '',
  ...table(
    ['答复机关', '施行期间', '行政复议机关', '依据'],
    organKinds.flatMap((kind) =>
      bodyRules
        .filter((rule) => rule.kind === kind)
        .map((rule) => [
          organKindNames[kind],
          span(rule),
          rule.roles.map((role) => bodyRoleNames[role]).join('或者'),
          citeShort(rule.basis),
        ]),
    ),
  ),
];

const exemptionSection = [
  '## 不予公开的情形',
  '',
  ...table(
    [
      '编号',
      '情形',
      '依据',
      '是否必须',
      '种类',
      '征求第三方意见',
      '公共利益可以公开',
      '规定应当公开的从其规定',
    ],
    exemptions.map((row) => [
      `\`${row.id}\``,
      row.name,
      citeShort(row.basis),
      row.force === 'must' ? '不予公开' : '可以不予公开',
      row.kinds.map((kind) => kind.name).join('、') || '—',
      row.thirdParty ? '是' : '',
      row.publicInterestOverride ? '是' : '',
      row.yieldsToLaw ? '是' : '',
    ]),
  ),
];

const feeSection = [
  '## 信息处理费',
  '',
  ...table(
    ['施行期间', '标准', '档', '每件或者每页（元）', '依据'],
    feeSchedules.flatMap((schedule) =>
      feeSchemes.flatMap((scheme) =>
        schedule.brackets[scheme].map(({ from, to, rate, rises }) => [
          span(schedule),
          feeSchemeNames[scheme],
          to === null ? `${from} 以上` : `${from}—${to}`,
          rises ? `${rate}，每 ${rises.every} 为一档，每档提高 ${rises.by}` : rate,
          citeShort(schedule.basis[scheme]),
        ]),
      ),
    ),
  ),
];

/** docs/statute.md as it must read: what the package statute takes for the law, to be read by one who knows it. */
export const statutePage = (): string =>
  [
    '# 法律规定一览（statute）',
    '',
    '本系统据以办理的规定，由程序中的数据打印而成（`npm run docs`），测试保证两者一致。请熟悉政府信息公开工作的同志逐行核对。',
    '',
    '可信程度：**条文**，已在条文中读到；**实践**，见于年度报告、地方文件；**未定**，没有读到条文或者有争议；**推论**，由条文推出。',
    ...[
      periodSection,
      calendarSection,
      outcomeSection,
      remedySection,
      reviewSection,
      exemptionSection,
      feeSection,
      templateSection,
    ].flatMap((section) => ['', ...section]),
    '',
  ].join('\n');

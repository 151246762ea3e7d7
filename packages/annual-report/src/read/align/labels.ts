import type { FormId, TableId } from '../../form/form.ts';
import { foldText } from './fold-text.ts';

/** The three parts of a report in which tables stand: 二 with its small tables, 三, 四. */
export type Part = 'proactive' | 'requests' | 'reviews';

/**
 * - `band`: 第二十条第（一）项; `corner`: 勾稽关系…, 信息内容, 申请人情况
 * - `group`: a label over several rows or columns; `row`, `column`: of the form
 */
export type LabelRole = 'band' | 'corner' | 'group' | 'row' | 'column';

/** A label of the forms: what it may look like, and what it says of the cells beside or below it. */
export interface Label {
  readonly part: Part;
  readonly role: LabelRole;
  /** Row or column id; the group's name; for a band, the table's id. */
  readonly id: string;
  /** The table, where the label belongs to one only. */
  readonly table: TableId | null;
  /** The form, where only one prints it. */
  readonly form: FormId | null;
  /** The item mark that the form prints before it. */
  readonly mark: string;
  /** How much it proves that a table is here: words of daily use prove little. */
  readonly weight: number;
  /** Folded texts, the form's own first. */
  readonly texts: readonly string[];
}

const label = (
  part: Part,
  role: LabelRole,
  id: string,
  texts: string,
  more: Partial<Pick<Label, 'table' | 'form' | 'mark' | 'weight'>> = {},
): Label => ({
  part,
  role,
  id,
  table: null,
  form: null,
  mark: '',
  weight: 2,
  ...more,
  texts: texts.split('|').map(foldText),
});

const band = (table: TableId, numeral: string, digit: string): Label =>
  label(
    'proactive',
    'band',
    table,
    `第二十条第${numeral}项|第二十条第${digit}项|第20条第${numeral}项|第20条第${digit}项|第二十条${numeral}项|二十条第${numeral}项`,
    { table, weight: 4 },
  );

const proactive: readonly Label[] = [
  band('proactive.20-1', '一', '1'),
  band('proactive.20-5', '五', '5'),
  band('proactive.20-6', '六', '6'),
  band('proactive.20-8', '八', '8'),
  band('proactive.20-9', '九', '9'),
  label('proactive', 'corner', 'content', '信息内容', { weight: 1 }),
  label('proactive', 'row', 'regulations', '规章|政府规章|规章制度', { table: 'proactive.20-1' }),
  label('proactive', 'row', 'normativeDocuments', '行政规范性文件|规范性文件', { table: 'proactive.20-1' }),
  label('proactive', 'row', 'licensing', '行政许可', { table: 'proactive.20-5', weight: 1 }),
  label('proactive', 'row', 'otherServices', '其他对外管理服务事项|其他对外服务管理事项|其他管理服务事项', {
    table: 'proactive.20-5',
    form: '2019',
  }),
  label('proactive', 'row', 'penalties', '行政处罚', { table: 'proactive.20-6', weight: 1 }),
  label('proactive', 'row', 'coercion', '行政强制', { table: 'proactive.20-6', weight: 1 }),
  label('proactive', 'row', 'charges', '行政事业性收费|行政事业收费', { table: 'proactive.20-8' }),
  label('proactive', 'row', 'procurement', '政府集中采购', { table: 'proactive.20-9', form: '2019' }),
  label('proactive', 'column', 'made', '本年新制作数量|本年制作数量|本年新制作数', {
    table: 'proactive.20-1',
    form: '2019',
  }),
  label('proactive', 'column', 'disclosed', '本年新公开数量|本年公开数量|本年新公开数', {
    table: 'proactive.20-1',
    form: '2019',
  }),
  label('proactive', 'column', 'publicTotal', '对外公开总数量|对外公开总数|对外公开数量', {
    table: 'proactive.20-1',
    form: '2019',
  }),
  label(
    'proactive',
    'column',
    'issued',
    '本年制发件数|本年制发数|本年制发数量|本年新制发数量|本年新制发件数|本年制发件|本年发文数量|制发件数',
    { table: 'proactive.20-1', form: '2021' },
  ),
  label(
    'proactive',
    'column',
    'repealed',
    '本年废止件数|本年废止数|本年废止数量|本年新废止数量|本年废止件|废止件数',
    { table: 'proactive.20-1', form: '2021' },
  ),
  label('proactive', 'column', 'inForce', '现行有效件数|现行有效数量|现行有效件|现行有效数|现行有效', {
    table: 'proactive.20-1',
    form: '2021',
  }),
  label('proactive', 'column', 'previousItems', '上一年项目数量|上年项目数量|上一年项目数|去年项目数量', {
    form: '2019',
  }),
  label('proactive', 'column', 'change', '本年增减|本年增|本年减|本年增加减少|本年增减数量|本年增减数', {
    form: '2019',
  }),
  label(
    'proactive',
    'column',
    'decisions',
    '本年处理决定数量|处理决定数量|本年处理决定数|处理决定数|本年处理决定件数',
  ),
  label(
    'proactive',
    'column',
    'amount2021',
    '本年收费金额单位万元|本年收费金额|本年收费金额万元|收费金额单位万元|收费金额|本年收费总金额',
    { table: 'proactive.20-8', form: '2021' },
  ),
  label('proactive', 'column', 'items', '采购项目数量|采购项目数', { table: 'proactive.20-9', form: '2019' }),
  label('proactive', 'column', 'amount2019', '采购总金额|采购金额', {
    table: 'proactive.20-9',
    form: '2019',
  }),
];

const row = (id: string, mark: string, texts: string, more: Partial<Pick<Label, 'form' | 'weight'>> = {}) =>
  label('requests', 'row', id, texts, { table: 'requests', mark, ...more });
const applicant = (id: string, texts: string, weight = 1) =>
  label('requests', 'column', id, texts, { table: 'requests', weight });
const requestGroup = (id: string, mark: string, texts: string) =>
  label('requests', 'group', id, texts, { table: 'requests', mark, weight: 1 });

const requests: readonly Label[] = [
  label('requests', 'corner', 'balance', '本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和', {
    table: 'requests',
    weight: 4,
  }),
  label('requests', 'corner', 'balanceTail', '等于第三项加第四项之和', { table: 'requests', weight: 1 }),
  label('requests', 'corner', 'applicants', '申请人情况', { table: 'requests', weight: 1 }),
  label('requests', 'corner', 'organisations', '法人或其他组织|法人及其他组织|法人和其他组织', {
    table: 'requests',
    weight: 1,
  }),
  applicant('naturalPerson', '自然人'),
  applicant('business', '商业企业'),
  applicant('research', '科研机构'),
  applicant('publicInterest', '社会公益组织|社会公益机构'),
  applicant('legalService', '法律服务机构'),
  applicant('other', '其他', 0),
  applicant('total', '总计|合计|共计', 0),
  row(
    'received',
    '一',
    '本年新收政府信息公开申请数量|本年新收政府信息公开申请数|本年新收申请数量|本年收到政府信息公开申请数量|新收政府信息公开申请数量',
  ),
  row(
    'carriedIn',
    '二',
    '上年结转政府信息公开申请数量|上年结转政府信息公开申请数|上一年结转政府信息公开申请数量|上年结转申请数量',
  ),
  requestGroup('results', '三', '本年办理结果'),
  row('disclosed', '一', '予以公开', { weight: 1 }),
  row('partial', '二', '部分公开区分处理的只计这一情形不计其他情形|部分公开', { weight: 1 }),
  requestGroup('refused', '三', '不予公开'),
  row('refused.stateSecret', '1', '属于国家秘密'),
  row('refused.prohibitedByLaw', '2', '其他法律行政法规禁止公开'),
  row('refused.security', '3', '危及三安全一稳定'),
  row('refused.thirdParty', '4', '保护第三方合法权益'),
  row('refused.internalAffairs', '5', '属于三类内部事务信息'),
  row('refused.deliberative', '6', '属于四类过程性信息'),
  row('refused.enforcementFile', '7', '属于行政执法案卷'),
  row('refused.administrativeInquiry', '8', '属于行政查询事项'),
  requestGroup('unavailable', '四', '无法提供'),
  row('unavailable.notHeld', '1', '本机关不掌握相关政府信息'),
  row('unavailable.needsCreation', '2', '没有现成信息需要另行制作'),
  row('unavailable.stillUnclear', '3', '补正后申请内容仍不明确'),
  requestGroup('notProcessed', '五', '不予处理'),
  row('notProcessed.complaint', '1', '信访举报投诉类申请'),
  row('notProcessed.duplicate', '2', '重复申请'),
  row('notProcessed.publication', '3', '要求提供公开出版物'),
  row('notProcessed.excessive', '4', '无正当理由大量反复申请'),
  row('notProcessed.confirmation', '5', '要求行政机关确认或重新出具已获取信息'),
  row('otherHandling', '六', '其他处理', { weight: 1 }),
  row(
    'otherHandling.notCorrected',
    '1',
    '申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请|申请人无正当理由逾期不补正',
    { form: '2021' },
  ),
  row(
    'otherHandling.feeUnpaid',
    '2',
    '申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请|申请人逾期未按收费通知要求缴纳费用',
    { form: '2021' },
  ),
  row('otherHandling.other', '3', '其他', { weight: 0 }),
  row('concluded', '七', '总计|合计|共计', { weight: 0 }),
  row('carriedOut', '四', '结转下年继续办理|结转下一年继续办理'),
];

const review = (role: LabelRole, id: string, texts: string, weight: number) =>
  label('reviews', role, id, texts, { table: 'reviews', weight });

const reviews: readonly Label[] = [
  review('group', 'reconsideration', '行政复议', 1),
  review('group', 'litigation', '行政诉讼', 1),
  review('group', 'litigation.direct', '未经复议直接起诉', 3),
  review('group', 'litigation.afterReconsideration', '复议后起诉|经复议后起诉', 3),
  review('column', 'upheld', '结果维持|维持结果', 2),
  review('column', 'corrected', '结果纠正|纠正结果', 2),
  review('column', 'other', '其他结果', 2),
  review('column', 'pending', '尚未审结', 2),
  review('column', 'total', '总计|合计|共计', 0),
];

/** Every label of both forms, in the order in which the forms print them, with the variants met in real reports. */
export const labels: readonly Label[] = [...proactive, ...requests, ...reviews];

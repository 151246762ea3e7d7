import type { Column, Row, Table } from './form.ts';

const results = '三、本年度办理结果';

/** 申请人情况: six kinds of applicant and their sum. The same in both forms. */
export const applicantColumns = [
  { id: 'naturalPerson', label: '自然人', unit: '件' },
  { id: 'business', label: '商业企业', unit: '件' },
  { id: 'research', label: '科研机构', unit: '件' },
  { id: 'publicInterest', label: '社会公益组织', unit: '件' },
  { id: 'legalService', label: '法律服务机构', unit: '件' },
  { id: 'other', label: '其他', unit: '件' },
  { id: 'total', label: '总计', unit: '件' },
] as const satisfies readonly Column[];

/** Rows of table 三 up to （五）; they are the same in both forms. */
const rowsBeforeOtherHandling = [
  { id: 'received', label: '一、本年新收政府信息公开申请数量' },
  { id: 'carriedIn', label: '二、上年结转政府信息公开申请数量' },
  { id: 'disclosed', label: `${results}/（一）予以公开` },
  { id: 'partial', label: `${results}/（二）部分公开（区分处理的，只计这一情形，不计其他情形）` },
  { id: 'refused.stateSecret', label: `${results}/（三）不予公开/1.属于国家秘密` },
  { id: 'refused.prohibitedByLaw', label: `${results}/（三）不予公开/2.其他法律行政法规禁止公开` },
  { id: 'refused.security', label: `${results}/（三）不予公开/3.危及“三安全一稳定”` },
  { id: 'refused.thirdParty', label: `${results}/（三）不予公开/4.保护第三方合法权益` },
  { id: 'refused.internalAffairs', label: `${results}/（三）不予公开/5.属于三类内部事务信息` },
  { id: 'refused.deliberative', label: `${results}/（三）不予公开/6.属于四类过程性信息` },
  { id: 'refused.enforcementFile', label: `${results}/（三）不予公开/7.属于行政执法案卷` },
  { id: 'refused.administrativeInquiry', label: `${results}/（三）不予公开/8.属于行政查询事项` },
  { id: 'unavailable.notHeld', label: `${results}/（四）无法提供/1.本机关不掌握相关政府信息` },
  { id: 'unavailable.needsCreation', label: `${results}/（四）无法提供/2.没有现成信息需要另行制作` },
  { id: 'unavailable.stillUnclear', label: `${results}/（四）无法提供/3.补正后申请内容仍不明确` },
  { id: 'notProcessed.complaint', label: `${results}/（五）不予处理/1.信访举报投诉类申请` },
  { id: 'notProcessed.duplicate', label: `${results}/（五）不予处理/2.重复申请` },
  { id: 'notProcessed.publication', label: `${results}/（五）不予处理/3.要求提供公开出版物` },
  { id: 'notProcessed.excessive', label: `${results}/（五）不予处理/4.无正当理由大量反复申请` },
  {
    id: 'notProcessed.confirmation',
    label: `${results}/（五）不予处理/5.要求行政机关确认或重新出具已获取信息`,
  },
] as const satisfies readonly Row[];

const rowsAfterOtherHandling = [
  { id: 'concluded', label: `${results}/（七）总计` },
  { id: 'carriedOut', label: '四、结转下年度继续办理' },
] as const satisfies readonly Row[];

/** Table 三; the forms differ only in the rows of （六）其他处理. */
export const requestsTable = (otherHandling: readonly Row[]): Table => ({
  id: 'requests',
  title: '三、收到和处理政府信息公开申请情况',
  rows: [...rowsBeforeOtherHandling, ...otherHandling, ...rowsAfterOtherHandling],
  columns: applicantColumns,
});

/** 2019: one row. */
export const otherHandling2019: readonly Row[] = [
  { id: 'otherHandling', label: `${results}/（六）其他处理` },
];

/** 2021: three rows. */
export const otherHandling2021: readonly Row[] = [
  {
    id: 'otherHandling.notCorrected',
    label: `${results}/（六）其他处理/1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请`,
  },
  {
    id: 'otherHandling.feeUnpaid',
    label: `${results}/（六）其他处理/2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请`,
  },
  { id: 'otherHandling.other', label: `${results}/（六）其他处理/3.其他` },
];

/**
 * Table 四, printed as one row of fifteen figures: reconsideration (行政复议), then the two groups of
 * litigation (行政诉讼), five columns each. The same in both forms.
 */
export const reviewsTable: Table = {
  id: 'reviews',
  title: '四、政府信息公开行政复议、行政诉讼情况',
  rows: [
    { id: 'reconsideration', label: '行政复议' },
    { id: 'litigation.direct', label: '行政诉讼/未经复议直接起诉' },
    { id: 'litigation.afterReconsideration', label: '行政诉讼/复议后起诉' },
  ],
  columns: [
    { id: 'upheld', label: '结果维持', unit: '件' },
    { id: 'corrected', label: '结果纠正', unit: '件' },
    { id: 'other', label: '其他结果', unit: '件' },
    { id: 'pending', label: '尚未审结', unit: '件' },
    { id: 'total', label: '总计', unit: '件' },
  ],
};

import type { SlotRow } from './slot.ts';

/** Around the text of every document: a template has no say in them. */
export const frameSlots = [
  {
    id: 'documentNumber',
    label: '文号',
    type: 'text',
    why: '正式文书要编文号，当事人和复议机关据此查找',
    hint: '机关代字、年份、顺序号，例如“云民公开〔2026〕12号”',
    article: null,
  },
  {
    id: 'addressee',
    label: '主送',
    type: 'text',
    why: '文书要写明送给谁',
    hint: '申请人的姓名或者单位全称；致第三方、其他机关的，写其名称',
    article: null,
  },
  {
    id: 'date',
    label: '成文日期',
    type: 'date',
    why: '答复是否在期限内、引用哪一天有效的法律，都以这一天为准',
    hint: '负责人签发的日期',
    article: null,
  },
  {
    id: 'contact',
    label: '联系方式',
    type: 'list',
    why: '收件人有疑问时要知道找谁',
    hint: '每行一项，例如“联系机构：区民政局办公室”“电话：0875-5550123”',
    article: '条例第十二条',
  },
  {
    id: 'enclosures',
    label: '附件',
    type: 'list',
    why: '随文书送出的材料要逐项列明',
    hint: '每行一个附件名称，不写序号和标点',
    article: null,
  },
] as const satisfies readonly SlotRow[];

/** Of the request itself, and of every decision on it. */
export const requestSlots = [
  {
    id: 'addressAs',
    label: '称谓',
    type: 'text',
    why: '文书要按申请人是个人还是单位来称呼',
    hint: '',
    article: null,
    options: ['您', '你单位'],
  },
  {
    id: 'receivedOn',
    label: '收到申请日期',
    type: 'date',
    why: '答复期限从这一天起算',
    hint: '',
    article: '条例第三十一条',
  },
  {
    id: 'requested',
    label: '申请内容',
    type: 'text',
    why: '文书要写明是对哪一项申请的答复',
    hint: '照申请表填写的名称、文号或者特征描述',
    article: '条例第二十九条',
  },
  {
    id: 'correctedOn',
    label: '收到补正日期',
    type: 'date',
    why: '补正后答复期限从这一天重新起算',
    hint: '',
    article: '条例第三十条',
  },
  {
    id: 'extendedNoticeOn',
    label: '延期告知日期',
    type: 'date',
    why: '延长过期限的，文书要写明何时告知过申请人',
    hint: '',
    article: '条例第三十三条第二款',
  },
  {
    id: 'basis',
    label: '法律依据',
    type: 'article',
    why: '处理申请要写明依据的条款',
    hint: '不填时用该种文书的法定依据',
    article: '条例第三十六条',
  },
  {
    id: 'reasons',
    label: '理由',
    type: 'text',
    why: '不予公开、不予提供的，应当说明理由',
    hint: '写明事实和为什么适用所引条款，不要只重复条文',
    article: '条例第三十六条第（三）项',
  },
  {
    id: 'remedy',
    label: '救济途径',
    type: 'remedy',
    why: '申请人要知道向谁、在多长时间内申请行政复议或者提起诉讼',
    hint: '由系统按答复日期、办理结果和机关设置生成',
    article: '行政复议法第二十三条第二款',
  },
] as const satisfies readonly SlotRow[];

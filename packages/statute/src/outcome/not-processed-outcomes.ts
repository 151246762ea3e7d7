import type { OutcomeRow } from './outcome.ts';

const notProcessed = {
  group: 'notProcessed',
  confidence: 'confirmed',
  otherRows: [],
  origin: 'decision',
  reasonsRequired: false,
  remedy: 'notProcessed',
} as const;

/** （五）不予处理. */
export const notProcessedOutcomes = [
  {
    ...notProcessed,
    id: 'not_processed_complaint',
    name: '属于信访、投诉、举报，不作为申请处理',
    basis: [{ instrument: 'regulation', article: 39, paragraph: 1 }],
    rows: { '2019': 'notProcessed.complaint', '2021': 'notProcessed.complaint' },
    template: 'reply.complaint',
    mustState: ['不作为政府信息公开申请处理', '可以提出诉求的相应渠道'],
  },
  {
    ...notProcessed,
    id: 'not_processed_duplicate',
    name: '重复申请，不予重复处理',
    basis: [{ instrument: 'regulation', article: 36, item: 6 }],
    rows: { '2019': 'notProcessed.duplicate', '2021': 'notProcessed.duplicate' },
    template: 'reply.duplicate',
    mustState: ['已经作出的答复及其日期、文号'],
  },
  {
    ...notProcessed,
    id: 'not_processed_publication',
    name: '要求提供公开出版物，告知获取途径',
    basis: [{ instrument: 'regulation', article: 39, paragraph: 2 }],
    rows: { '2019': 'notProcessed.publication', '2021': 'notProcessed.publication' },
    template: 'reply.publication',
    mustState: ['该公开出版物的获取途径'],
  },
  {
    ...notProcessed,
    id: 'not_processed_excessive',
    name: '数量、频次明显超过合理范围，理由不合理',
    basis: [{ instrument: 'regulation', article: 35 }],
    rows: { '2019': 'notProcessed.excessive', '2021': 'notProcessed.excessive' },
    template: 'reply.excessive',
    mustState: ['申请的数量、频次', '申请人说明的理由及其不合理之处'],
  },
  {
    // No article of the regulation names it: the form does.
    ...notProcessed,
    id: 'not_processed_confirmation',
    name: '要求确认或者重新出具已获取的信息',
    basis: [{ instrument: 'form2019' }, { instrument: 'form2021' }],
    rows: { '2019': 'notProcessed.confirmation', '2021': 'notProcessed.confirmation' },
    template: 'reply.confirmation',
    mustState: ['申请人已经获取该信息的情况'],
  },
] as const satisfies readonly OutcomeRow[];

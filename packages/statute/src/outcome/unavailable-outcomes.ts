import type { OutcomeRow } from './outcome.ts';

const unavailable = {
  group: 'unavailable',
  origin: 'decision',
  reasonsRequired: false,
  remedy: 'unavailable',
} as const;

const notHeld = { '2019': 'unavailable.notHeld', '2021': 'unavailable.notHeld' } as const;

/** （四）无法提供. */
export const unavailableOutcomes = [
  {
    ...unavailable,
    id: 'unavailable_nonexistent',
    name: '经检索，政府信息不存在',
    basis: [{ instrument: 'regulation', article: 36, item: 4 }],
    rows: notHeld,
    confidence: 'unconfirmed',
    otherRows: ['unavailable.needsCreation', 'otherHandling.other'],
    template: 'reply.nonexistent',
    mustState: ['检索的范围、方法和经过'],
  },
  {
    ...unavailable,
    id: 'unavailable_not_responsible',
    name: '不属于本机关负责公开',
    basis: [{ instrument: 'regulation', article: 36, item: 5 }],
    rows: notHeld,
    confidence: 'unconfirmed',
    otherRows: ['otherHandling.other'],
    template: 'reply.not_responsible',
    reasonsRequired: true,
    mustState: ['能够确定的，负责公开的行政机关的名称、联系方式'],
  },
  {
    ...unavailable,
    id: 'unavailable_needs_creation',
    name: '没有现成信息，需要另行制作或者加工、分析',
    basis: [{ instrument: 'regulation', article: 38 }],
    rows: { '2019': 'unavailable.needsCreation', '2021': 'unavailable.needsCreation' },
    confidence: 'confirmed',
    otherRows: [],
    template: 'reply.needs_creation',
    mustState: ['需要怎样制作或者加工、分析', '是否有可以区分提供的现成信息'],
    remedy: 'needsCreation',
  },
  {
    ...unavailable,
    id: 'unavailable_still_unclear',
    name: '补正后申请内容仍不明确',
    basis: [{ instrument: 'regulation', article: 30 }],
    rows: { '2019': 'unavailable.stillUnclear', '2021': 'unavailable.stillUnclear' },
    confidence: 'confirmed',
    otherRows: [],
    template: 'reply.still_unclear',
    mustState: ['补正告知和补正的情况', '补正后仍不明确之处'],
  },
] as const satisfies readonly OutcomeRow[];

import type { SectionId } from '../../../annual-report/src/report.ts';
import type { Random } from '../random.ts';

/** The section titles as agencies print them; the first of each is the statutory one. */
export const headingWordings: Readonly<Record<SectionId, readonly string[]>> = {
  overview: ['总体情况', '总体概况', '概述', '工作总体情况'],
  proactive: ['主动公开政府信息情况', '主动公开政府信息的情况', '政府信息主动公开情况'],
  requests: [
    '收到和处理政府信息公开申请情况',
    '收到和处理政府信息公开申请的情况',
    '受理和处理政府信息公开申请情况',
  ],
  reviews: [
    '政府信息公开行政复议、行政诉讼情况',
    '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    '政府信息公开行政复议行政诉讼情况',
    '政府信息公开行政法复议、行政诉讼情况',
    '政府信息公开行政复议、行政诉讼的情况',
  ],
  problems: [
    '存在的主要问题及改进情况',
    '存在的主要问题和改进情况',
    '政府信息公开工作存在的主要问题及改进情况',
    '存在的问题及改进措施',
    '工作存在的主要问题及改进情况',
  ],
  other: ['其他需要报告的事项', '需要报告的其他事项', '其他需要报告的事项情况'],
};

export const numeralStyles = ['kept', 'lost', 'spaced', 'dotted', 'bracketed', 'restarted'] as const;

/**
 * - `kept`: 一、…  `lost`: 、…  `spaced`: 一、 …  `dotted`: 一. …  `bracketed`: （一）…
 * - `restarted`: the narrative has its own 一 to 四 and the statutory sections begin again from 一.
 */
export type NumeralStyle = (typeof numeralStyles)[number];

const numerals = '一二三四五六';

export const heading = (
  random: Random,
  style: NumeralStyle,
  wording: 'statutory' | 'varied',
  index: number,
  id: SectionId,
): string => {
  const list = headingWordings[id];
  const words = wording === 'varied' && random.chance(0.5) ? random.pick(list) : list[0]!;
  const numeral = numerals[index];
  if (style === 'lost') return index === 0 ? `${numeral}、${words}` : `、${words}`;
  if (style === 'spaced') return `${numeral}、 ${words}`;
  if (style === 'dotted') return `${numeral}．${words}`;
  if (style === 'bracketed') return `（${numeral}）${words}`;
  return `${numeral}、${words}`;
};

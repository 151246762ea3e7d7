import { markLength } from './fold-text.ts';

/** Pieces of the six section titles that stand in no label of a table. */
const titles = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '收到和处理政府信息公开申请的情况',
  '行政复议行政诉讼情况',
  '行政复议提起行政诉讼情况',
  '政府信息公开行政复议',
  '存在的主要问题',
  '存在主要问题',
  '主要问题及改进',
  '其他需要报告',
  '其他需报告',
];

/** Whether a folded text is the title of one of the six sections, in any of its wordings. */
export const sectionTitle = (key: string): boolean => {
  if (key.length < 4 || key.length > 40) return false;
  const bare = key.slice(markLength(key));
  return titles.some((title) => bare.includes(title));
};

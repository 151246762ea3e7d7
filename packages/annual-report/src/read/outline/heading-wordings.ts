import type { SectionId } from '../../report.ts';

/**
 * What the six statutory sections are called. Wordings are listed without the words that come and
 * go (的、和、及、与), without punctuation; see `bareWording`.
 */
export interface SectionWording {
  readonly id: SectionId;
  /** A line without any of these is not looked at further. */
  readonly gate: RegExp;
  /** A line with one of these belongs to another section, whatever else it holds. */
  readonly not?: RegExp;
  readonly wordings: readonly string[];
  /** The beginning of a line whose heading runs on into its first sentence. */
  readonly runIn: RegExp;
}

export const sectionWordings: readonly SectionWording[] = [
  {
    id: 'overview',
    gate: /总体|概况|概述|基本情况|工作情况/,
    not: /申请|复议|诉讼|问题|收费|主动/,
    wordings: [
      '总体情况',
      '总体概况',
      '总体情况概述',
      '工作总体情况',
      '总体工作情况',
      '政府信息公开工作总体情况',
      '政府信息公开总体情况',
      '政务公开工作总体情况',
      '年度总体情况',
      '基本情况',
      '工作基本情况',
      '政府信息公开工作基本情况',
      '政府信息公开工作情况',
      '概述',
      '概况',
      '工作概述',
      '工作概况',
    ],
    runIn: /^(?:政[府务](?:信息)?公开)?(?:工作)?(?:总体(?:情况|概况)|基本情况|概述)/,
  },
  {
    id: 'proactive',
    gate: /主动/,
    not: /复议|诉讼|收到|其他需要/,
    wordings: [
      '主动公开政府信息情况',
      '主动公开情况',
      '主动公开信息情况',
      '主动公开政府信息工作情况',
      '政府信息主动公开情况',
      '行政机关主动公开政府信息情况',
      '机关主动公开政府信息情况',
      '政府主动公开信息情况',
    ],
    runIn: /^(?:行政机关)?(?:主动公开政府信息|政府信息主动公开)的?(?:工作)?情况/,
  },
  {
    id: 'requests',
    gate: /收到|受理|处理政府信息|申请情况|依申请|申请办理|公开申请/,
    not: /复议|诉讼|其他需要|数量/,
    wordings: [
      '收到处理政府信息公开申请情况',
      '受理处理政府信息公开申请情况',
      '收到处理政府信息公开情况',
      '收到处理信息公开申请情况',
      '机关收到处理政府信息公开申请情况',
      '行政机关收到处理政府信息公开申请情况',
      '政府信息公开申请办理情况',
      '政府信息公开申请情况',
      '依申请公开政府信息情况',
      '依申请公开政府信息办理情况',
      '政府信息依申请公开情况',
      '依申请公开情况',
      '依申请公开办理情况',
      '依申请公开工作情况',
    ],
    runIn: /^(?:收到[和及与]?处理政府信息公开申请|依申请公开(?:政府信息)?)的?(?:办理)?情况/,
  },
  {
    id: 'reviews',
    gate: /复议|诉讼/,
    wordings: [
      '政府信息公开行政复议行政诉讼情况',
      '政府信息公开行政复议诉讼情况',
      '政府信息公开工作行政复议行政诉讼情况',
      '因政府信息公开工作被申请行政复议提起行政诉讼情况',
      '因政府信息公开被申请行政复议提起行政诉讼情况',
      '因政府信息公开申请行政复议提起行政诉讼情况',
      '政府信息公开申请行政复议提起行政诉讼情况',
      '政府信息公开被申请行政复议提起行政诉讼情况',
      '行政复议行政诉讼情况',
      '行政复议诉讼情况',
      '申请行政复议提起行政诉讼情况',
    ],
    runIn: /^因?政府信息公开.{0,8}行政复议[、和及]?.{0,3}行政诉讼的?情况/,
  },
  {
    id: 'problems',
    gate: /问题|不足|改进|下一步|困难/,
    not: /复议|诉讼/,
    wordings: [
      '存在主要问题改进情况',
      '政府信息公开工作存在主要问题改进情况',
      '政府信息公开工作存在问题改进情况',
      '政府信息公开存在主要问题改进情况',
      '工作存在主要问题改进情况',
      '主要问题改进情况',
      '存在问题改进情况',
      '存在主要问题改进措施',
      '存在问题改进措施',
      '存在主要问题下一步改进措施',
      '存在主要问题下一步工作打算',
      '存在问题下一步工作打算',
      '存在问题下一步工作安排',
      '存在问题不足改进措施',
      '存在主要困难问题改进情况',
      '存在不足改进情况',
      '存在主要问题',
      '存在问题',
    ],
    runIn: /^(?:政府信息公开)?(?:工作)?存在的?(?:主要)?问题[及和与、](?:下一步)?改进(?:情况|措施)/,
  },
  {
    id: 'other',
    gate: /其他|事项/,
    not: /复议|诉讼|处理|决定|服务|查询/,
    wordings: [
      '其他需要报告事项',
      '其他需要报告情况',
      '其他需要说明事项',
      '需要报告其他事项',
      '需要说明其他事项',
      '其他需要说明报告事项',
      '其他应当报告事项',
      '其他报告事项',
      '其他事项',
    ],
    runIn: /^(?:其[他它]需要(?:报告|说明)的?(?:其他)?(?:事项|情况)|需要(?:报告|说明)的?其[他它]事项)/,
  },
];

/** A wording without what varies from print to print. */
export const bareWording = (text: string): string =>
  text.replaceAll('其它', '其他').replace(/[、，,。.：:；;“”"'‘’（）()《》\-—…*#的和及与以并]/g, '');

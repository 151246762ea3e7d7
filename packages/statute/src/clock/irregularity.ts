import type { CivilDate } from '../civil-date.ts';

/**
 * What is out of order in a sequence of events. The clock answers all the same; what an irregular act does to
 * the due date stands in its message.
 */
export const irregularityCatalogue = {
  not_submitted: { article: '条例第三十一条', message: '没有收到申请的记录，这一步没有计入。' },
  submitted_twice: { article: '条例第三十一条', message: '重复登记收到申请，以第一次为准。' },
  confirmed_twice: { article: '条例第三十一条', message: '重复确认收到申请，以第一次为准。' },
  mail_confirmed_late: {
    article: '条例第三十一条',
    message:
      '平常信函应当在收到当日与申请人确认；这里晚于当日，也没有记录联系不上申请人。仍以确认之日为收到申请之日。',
  },
  receipt_not_confirmed: {
    article: '条例第三十一条',
    message: '没有双方确认的记录就办理了申请，以首次办理之日为收到申请之日。',
  },
  correction_late: {
    article: '条例第三十条',
    message: '补正告知晚于收到申请之日起7个工作日。',
  },
  correction_second: {
    article: '条例第三十条',
    message: '补正只能一次性告知；再次要求补正不影响答复期限。',
  },
  correction_period_odd: {
    article: '条例第三十条',
    message: '给申请人的补正期限不合理：应当在 1 至 250 个工作日之间，且晚于告知之日；按最接近的日期计算。',
  },
  correction_out_of_place: {
    article: '条例第三十条',
    message: '等待缴费期间要求补正，不影响答复期限。',
  },
  corrected_unasked: {
    article: '条例第三十条',
    message: '没有要求补正，申请人补充的材料不使答复期限重新计算。',
  },
  corrected_late: {
    article: '条例第三十条',
    message: '申请人的补正晚于补正期限；已按收到补正申请处理。',
  },
  abandoned_early: {
    article: '条例第三十条、信息处理费管理办法',
    message: '补正或者缴费期限还没有届满，就作了不再处理；已按办结记录。',
  },
  abandoned_unasked: {
    article: '条例第三十条、信息处理费管理办法',
    message: '没有发出有关的补正告知或者收费通知，就作了不再处理；已按办结记录。',
  },
  consultation_twice: { article: '条例第三十三条第三款', message: '重复登记同一次征求意见，以第一次为准。' },
  consultation_unknown: {
    article: '条例第三十三条第三款',
    message: '没有发出征求意见函的记录，这一步没有计入。',
  },
  consultation_over: { article: '条例第三十三条第三款', message: '征求意见已经结束，这一步没有计入。' },
  consultation_late: {
    article: '条例第三十三条第三款',
    message: '征求意见函在答复期限届满时或届满后才发出，不影响答复期限。',
  },
  opinion_late: {
    article: '条例第三十二条、第三十四条',
    message: '意见晚于15个工作日提出；不计入答复期限的时间到第15个工作日为止。',
  },
  extension_not_approved: {
    article: '条例第三十三条第二款',
    message: '延期没有经政府信息公开工作机构负责人同意，不影响答复期限。',
  },
  extension_approved_after: {
    article: '条例第三十三条第二款',
    message: '先告知延期、后经负责人同意，顺序颠倒；同意在答复期限内的，延期仍然计入。',
  },
  extension_late: { article: '条例第三十三条第二款', message: '延期的同意或者告知晚于答复期限。' },
  extension_second: {
    article: '条例第三十三条第二款',
    message: '答复期限只能延长一次，再次延期不影响答复期限。',
  },
  extension_too_long: {
    article: '条例第三十三条第二款',
    message: '延长的期限超过20个工作日，按20个工作日计算。',
  },
  extension_empty: {
    article: '条例第三十三条第二款',
    message: '延长的天数应为 1 至 20 的整数，这次延期不影响答复期限。',
  },
  extension_out_of_place: {
    article: '条例第三十三条第二款',
    message: '等待补正或缴费期间答复期限没有运行，这次延期不影响重新计算的期限。',
  },
  fee_late: { article: '信息处理费管理办法', message: '收费通知晚于申请处理期限。' },
  fee_second: { article: '信息处理费管理办法', message: '重复发出收费通知，以第一次为准。' },
  fee_out_of_place: { article: '信息处理费管理办法', message: '等待补正期间发出收费通知，不影响期限。' },
  paid_unasked: { article: '信息处理费管理办法', message: '没有待缴的收费通知，缴费不影响答复期限。' },
  paid_late: {
    article: '信息处理费管理办法',
    message: '缴费晚于收到通知次日起20个工作日；已按缴费处理。',
  },
  delay_without_reasons: {
    article: '条例第三十五条',
    message: '没有要求申请人说明理由的记录，就确定了延迟答复的期限；仍按告知申请人的日期计算。',
  },
  delay_late: { article: '条例第三十五条', message: '延迟答复的告知晚于答复期限。' },
  delay_not_later: {
    article: '条例第三十五条',
    message: '延迟答复的日期不晚于原来的答复期限，没有延长期限。',
  },
  delay_out_of_place: {
    article: '条例第三十五条',
    message: '等待补正或缴费期间答复期限没有运行，延迟答复的日期没有计入。',
  },
  replied_late: { article: '条例第三十三条第二款', message: '答复晚于答复期限。' },
  served_without_reply: {
    article: '条例第三十三条',
    message: '没有答复的记录，就登记了送达，这一步没有计入。',
  },
  after_end: { article: '条例第三十三条', message: '申请已经办结，这一步没有计入。' },
} as const;

export type IrregularityCode = keyof typeof irregularityCatalogue;

export interface Irregularity {
  readonly code: IrregularityCode;
  readonly on: CivilDate;
  readonly article: string;
  /** What is out of order and what it does to the due date, in Chinese. */
  readonly message: string;
}

/** @param counts for acts that policy may let count though late: whether it does */
export const irregularity = (code: IrregularityCode, on: CivilDate, counts?: boolean): Irregularity => {
  const { article, message } = irregularityCatalogue[code];
  if (counts === undefined) return { code, on, article, message };
  return {
    code,
    on,
    article,
    message: `${message}${counts ? '按本机关的设置仍然有效。' : '不影响答复期限。'}`,
  };
};

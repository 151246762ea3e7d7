/**
 * What the texts leave open, as an agency may settle it. The defaults never give the agency more time than the
 * text does.
 */
export interface ClockPolicy {
  /**
   * After payment the whole handling period starts again (信息处理费管理办法 as restated by Sichuan; the national
   * text is unconfirmed), or what was left of it goes on.
   */
  readonly afterPayment: 'restart' | 'resume';
  /**
   * 条例第三十条 gives seven working days to ask for correction and says nothing of a later notice. By default
   * a late one still binds the applicant but does not restart the reply period: nobody gains time by
   * being late.
   */
  readonly lateCorrectionRestarts: boolean;
  /** The fee notice belongs in the handling period; whether one sent after it stops and restarts the period. */
  readonly lateFeeNoticeRestarts: boolean;
  /** Whether an extension or a delayed date that was notified after the due date still moves it. */
  readonly lateExtensionCounts: boolean;
  /**
   * 条例第三十三条第三款 excludes the time needed for consultation and names no first day. By default the day on
   * which the letter is sent still counts; the day on which the opinion arrives does not (民事诉讼法第八十五条).
   */
  readonly sendingDayExcluded: boolean;
  /** 民事诉讼法第八十五条: a period that ends on a day off ends on the first day after it. Or exactly on that day. */
  readonly calendarPeriodEnd: 'next_working_day' | 'exact';
}

export const defaultClockPolicy: ClockPolicy = {
  afterPayment: 'restart',
  lateCorrectionRestarts: false,
  lateFeeNoticeRestarts: false,
  lateExtensionCounts: false,
  sendingDayExcluded: false,
  calendarPeriodEnd: 'next_working_day',
};

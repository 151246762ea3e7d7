import { epochDayOf } from '../civil-date.ts';
import type { EventOf } from './clock-event.ts';
import { type Complain, isLate, type Run, replyDue } from './run.ts';
import { statutoryPeriods } from './statutory-periods.ts';

/**
 * 条例第三十三条第二款：需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人，延长的期限最长不得超过20个工作日
 *
 * Each counting of the period has its one extension: correction and payment start the whole period again,
 * with the extension still to be had and the one before it gone.
 */
export const applyExtended = (run: Run, event: EventOf<'extended'>, complain: Complain): void => {
  const count = run.counts.at(-1);
  if (!count || count.stopped) {
    complain('extension_out_of_place');
    return;
  }
  // An approval after the day looked at is not known yet.
  if (event.approvedOn === null || event.approvedOn > run.asOf) {
    complain('extension_not_approved');
    return;
  }
  if (count.extension) {
    complain('extension_second');
    return;
  }
  if (!Number.isInteger(event.workingDays) || event.workingDays < 1) {
    complain('extension_empty');
    return;
  }
  if (event.approvedOn > event.on) complain('extension_approved_after');
  const day = epochDayOf(event.on);
  // Both are needed in time: the approval and the notice to the applicant.
  if (isLate(run, Math.max(day, epochDayOf(event.approvedOn)))) {
    complain('extension_late', run.policy.lateExtensionCounts);
    if (!run.policy.lateExtensionCounts) return;
  }
  const { workingDays: longest } = statutoryPeriods.extension;
  if (event.workingDays > longest) complain('extension_too_long');
  count.extension = { on: day, workingDays: Math.min(longest, event.workingDays) };
};

// 条例第三十五条：申请理由合理，但是无法在第三十三条规定的期限内答复的，可以确定延迟答复的合理期限并告知申请人
export const applyDelaySet = (run: Run, event: EventOf<'delay_set'>, complain: Complain): void => {
  const count = run.counts.at(-1);
  if (!count || count.stopped) {
    complain('delay_out_of_place');
    return;
  }
  const day = epochDayOf(event.on);
  const until = epochDayOf(event.until);
  if (event.reasonsRequestedOn === null || event.reasonsRequestedOn > event.on)
    complain('delay_without_reasons');
  const due = replyDue(run);
  if (due !== null && until <= due) complain('delay_not_later');
  if (isLate(run, day)) {
    complain('delay_late', run.policy.lateExtensionCounts);
    if (!run.policy.lateExtensionCounts) return;
  }
  // Kept even when it is not later now: a restart may bring the counted date before what the applicant was told.
  run.delay = { on: day, until: Math.max(until, run.delay?.until ?? until) };
};

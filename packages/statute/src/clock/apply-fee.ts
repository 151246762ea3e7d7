import { nthWorkingDayAfter } from '../calendar/working-days.ts';
import { epochDayOf } from '../civil-date.ts';
import type { EventOf } from './clock-event.ts';
import { type Complain, isLate, type Run, receivedBy, waitingFor } from './run.ts';
import { statutoryPeriods } from './statutory-periods.ts';

// 信息处理费管理办法：在申请处理期限内发出收费通知；申请人自收到通知次日起20个工作日内缴费，逾期未缴视为放弃申请
export const applyFeeNotified = (run: Run, event: EventOf<'fee_notified'>, complain: Complain): void => {
  const count = run.counts.at(-1);
  if (run.fee) {
    complain('fee_second');
    return;
  }
  if (!count || waitingFor(run) === 'correction') {
    complain('fee_out_of_place');
    return;
  }
  const day = epochDayOf(event.on);
  const late = isLate(run, day);
  if (late) complain('fee_late', run.policy.lateFeeNoticeRestarts);
  const counts = !late || run.policy.lateFeeNoticeRestarts;
  const { workingDays } = statutoryPeriods.payment;
  const due = nthWorkingDayAfter(run.calendar, receivedBy(run, day, event.receivedOn), workingDays);
  run.fee = { notified: day, due, counts, paid: null };
  if (counts && run.policy.afterPayment === 'restart') count.stopped = { on: day, waitingFor: 'payment' };
};

// 信息处理费管理办法：申请处理期限从申请人完成缴费次日起重新计算
export const applyPaid = (run: Run, event: EventOf<'paid'>, complain: Complain): void => {
  if (!run.fee || run.fee.paid !== null) {
    complain('paid_unasked');
    return;
  }
  const day = epochDayOf(event.on);
  if (day > run.fee.due) complain('paid_late');
  run.fee.paid = day;
  if (run.fee.counts && run.policy.afterPayment === 'restart')
    run.counts.push({ start: day, because: 'paid', extension: null, stopped: null });
};

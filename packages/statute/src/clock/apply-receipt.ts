import { epochDayOf } from '../civil-date.ts';
import type { Channel, EventOf } from './clock-event.ts';
import type { Complain, Run } from './run.ts';

// 条例第三十一条第（一）项、第（二）项：当面提交的以提交之日、邮寄签收的以签收之日为收到申请之日
const receivedAtOnce: ReadonlySet<Channel> = new Set(['in_person', 'oral', 'signed_post']);

export const confirmedByMail: ReadonlySet<Channel> = new Set(['ordinary_mail', 'misdirected_mail']);

export const beginReceived = (run: Run, day: number): void => {
  run.received = day;
  run.counts.push({ start: day, because: 'received', extension: null, stopped: null });
};

export const applySubmitted = (run: Run, event: EventOf<'submitted'>, complain: Complain): void => {
  if (run.submitted) {
    complain('submitted_twice');
    return;
  }
  const day = epochDayOf(event.on);
  run.submitted = { on: day, channel: event.channel };
  if (receivedAtOnce.has(event.channel)) beginReceived(run, day);
};

export const applyReceiptConfirmed = (
  run: Run,
  event: EventOf<'receipt_confirmed'>,
  complain: Complain,
): void => {
  if (run.received !== null) {
    complain('confirmed_twice');
    return;
  }
  const day = epochDayOf(event.on);
  // 条例第三十一条第（二）项：无需签收的，应当于收到申请的当日与申请人确认，确认之日为收到申请之日。
  // 国办公开办函〔2015〕207号: unreachable → registered, and the period starts when contact resumes.
  if (run.submitted && confirmedByMail.has(run.submitted.channel))
    if (day > run.submitted.on && !event.unreachable) complain('mail_confirmed_late');
  // 条例第三十一条第（三）项：通过互联网渠道或者传真提交的，以双方确认之日为收到申请之日
  beginReceived(run, day);
};

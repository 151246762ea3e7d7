import type { RequestLine } from '@gongkai/contract';
import { sayDate, sayDay } from '../../component/show-time.ts';
import { Status, type Tone } from '../../component/status.tsx';
import { todayInBeijing } from '../case/today.ts';

const tones: Readonly<Record<NonNullable<RequestLine['due']>, Tone>> = {
  overdue: 'bad',
  today: 'warn',
  soon: 'warn',
  week: 'accent',
  later: 'plain',
  none: 'plain',
};

const wordsOf = ({ due, workingDaysLeft }: RequestLine): string => {
  if (due === 'today') return '今天到期';
  const days = Math.abs(workingDaysLeft ?? 0);
  if (due === 'overdue') return days === 0 ? '已超期' : `已超期 ${days} 个工作日`;
  return `还剩 ${days} 个工作日`;
};

/** Why there is no date yet. */
const withoutDate: Readonly<Partial<Record<RequestLine['state'], string>>> = {
  awaiting_confirmation: '确认收到后起算',
  awaiting_correction: '收到补正后起算',
  awaiting_payment: '缴费后起算',
};

/** The due date in both forms: 还剩 3 个工作日 · 3 月 16 日. */
export const LineDue = ({ line }: { readonly line: RequestLine }) => {
  const { due, dueOn, state } = line;
  if (due === null) return <span className="second">已办结</span>;
  if (dueOn === null) return <span className="second">{withoutDate[state] ?? '还没有期限'}</span>;
  const day = dueOn.startsWith(todayInBeijing().slice(0, 4)) ? sayDay(dueOn) : sayDate(dueOn);
  return (
    <Status tone={tones[due]}>
      {wordsOf(line)} · {day}
    </Status>
  );
};

import type { RequestCase } from '@gongkai/contract';
import { sayDate, sayDay } from '../../component/show-time.ts';
import type { Tone } from '../../component/status.tsx';

interface Due {
  readonly tone: Tone;
  readonly words: string;
}

const waits: Readonly<Record<string, string>> = {
  waiting_for_confirmation: '等待双方确认收到，期限还没有起算',
  waiting_for_correction: '等待申请人补正，收到补正后重新计算',
  waiting_for_payment: '等待申请人缴费，缴费后重新计算',
};

/** Month and day; with the year where it is not this one's. */
const day = (date: string, thisYear: string): string =>
  date.startsWith(thisYear) ? sayDay(date) : sayDate(date);

/** The due date in both forms: 还剩 3 个工作日 · 3 月 16 日. */
export const dueWords = ({ clock, outcome }: Pick<RequestCase, 'clock' | 'outcome'>, today: string): Due => {
  const { dueOn, workingDaysLeft, workingDaysOverdue, isProvisional, state } = clock;
  const provisional = isProvisional ? '（暂定，放假安排尚未公布）' : '';
  if (outcome !== null)
    return workingDaysOverdue > 0
      ? { tone: 'bad', words: `办结时已超期 ${workingDaysOverdue} 个工作日` }
      : { tone: 'good', words: dueOn ? `已办结 · 期限 ${dueOn}` : '已办结' };
  if (workingDaysOverdue > 0)
    return {
      tone: 'bad',
      words: `已超期 ${workingDaysOverdue} 个工作日${dueOn ? ` · ${day(dueOn, today.slice(0, 4))}` : ''}`,
    };
  if (dueOn === null)
    return {
      tone: 'plain',
      words:
        waits[state] ??
        (workingDaysLeft === null ? '期限还不能确定' : `暂停计算 · 剩余 ${workingDaysLeft} 个工作日`),
    };
  const date = day(dueOn, today.slice(0, 4));
  if (dueOn === today) return { tone: 'warn', words: `今天到期 · ${date}` };
  // The days since were all off: the date is past, and not one working day overdue yet.
  if (dueOn < today) return { tone: 'bad', words: `已到期 · ${date}` };
  return {
    tone: (workingDaysLeft ?? 0) <= 3 ? 'warn' : 'accent',
    words: `还剩 ${workingDaysLeft} 个工作日 · ${date}${provisional}`,
  };
};

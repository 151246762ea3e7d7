import { html } from 'hono/html';
import type { Markup } from '../../markup.ts';

export interface DeadlineData {
  /** The day by which, 2026-03-16. */
  readonly due: string;
  /** Working days left, today's not counted; 0: due today; negative: overdue by so many. */
  readonly workingDaysLeft: number;
  /** From how many working days left it is due soon. */
  readonly soon?: number;
  /** The date rests on a year whose holidays aren't announced. */
  readonly provisional?: boolean;
  /** Today's year: other years are named. */
  readonly year?: number;
}

/** 2026-03-16 → 3 月 16 日, with the year where it isn't this one. */
const dayInWords = (due: string, year: number | undefined): string => {
  const [ofYear, month, day] = due.split('-').map(Number);
  return `${year !== undefined && ofYear !== year ? `${ofYear} 年 ` : ''}${month} 月 ${day} 日`;
};

/** A deadline in both forms: 还剩 3 个工作日 · 3 月 16 日. */
export const deadline = ({ due, workingDaysLeft, soon = 3, provisional, year }: DeadlineData): Markup => {
  const state = workingDaysLeft < 0 ? 'overdue' : workingDaysLeft <= soon ? 'soon' : 'calm';
  const words =
    workingDaysLeft < 0
      ? `已超期 ${-workingDaysLeft} 个工作日`
      : workingDaysLeft === 0
        ? '今天到期'
        : `还剩 ${workingDaysLeft} 个工作日`;
  const sign = { overdue: '✖', soon: '▲', calm: '' }[state];
  return html`<span class="deadline ${state}">${sign ? html`<span aria-hidden="true">${sign} </span>` : ''}${words} · <time datetime="${due}">${dayInWords(due, year)}</time>${provisional ? '（暂定）' : ''}</span>`;
};

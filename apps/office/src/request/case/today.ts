import { showDate } from '../../component/show-time.ts';

/** Today in Beijing time: 2026-03-16. */
export const todayInBeijing = (): string => showDate(new Date().toISOString());

import { describeComponent } from '../component.ts';
import { deadline } from './deadline.ts';

export const deadlineExamples = describeComponent(
  'deadline',
  '期限',
  '剩余的工作日和日期一起写。',
  deadline,
  {
    充裕: { due: '2026-03-16', workingDaysLeft: 12 },
    临近: { due: '2026-03-16', workingDaysLeft: 3 },
    今天: { due: '2026-03-16', workingDaysLeft: 0 },
    超期: { due: '2026-03-12', workingDaysLeft: -2 },
    '暂定，在明年': { due: '2027-01-08', workingDaysLeft: 9, provisional: true, year: 2026 },
  },
);

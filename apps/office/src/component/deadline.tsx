import type { WorkItem } from '@gongkai/contract';
import { Status, type Tone } from './status.tsx';

const words: Readonly<Record<WorkItem['urgency'], readonly [Tone, string]>> = {
  overdue: ['bad', '已超期'],
  today: ['warn', '今天到期'],
  soon: ['warn', '即将到期'],
  later: ['plain', '未到期'],
  none: ['plain', '没有期限'],
};

/** A deadline in both forms: how urgent, and the date. */
export const Deadline = ({ item }: { readonly item: Pick<WorkItem, 'urgency' | 'dueOn'> }) => {
  const [tone, word] = words[item.urgency];
  return (
    <Status tone={tone}>
      {word}
      {item.dueOn && ` · ${item.dueOn}`}
    </Status>
  );
};

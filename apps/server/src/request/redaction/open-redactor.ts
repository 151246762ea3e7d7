import { createPool, TaskFailed } from '@gongkai/report-worker';
import { Refusal } from '../../platform/refusal.ts';
import type { RedactionAnswer, RedactionKind, RedactionTask, RedactionTasks } from './redaction-task.ts';

/** The thread behind redaction: nothing of it runs beside the requests of others. */
export interface Redactor {
  /**
   * @param lane whose task it is; lanes share the thread's time
   * @throws `Refusal` REDACTION_NOT_POSSIBLE (what is wrong with the file), REDACTION_TOO_COSTLY.
   */
  readonly run: <Kind extends RedactionKind>(
    kind: Kind,
    asks: RedactionTasks[Kind]['asks'],
    lane: string,
  ) => Promise<RedactionTasks[Kind]['answers']>;
}

/** What each kind of task may take, in seconds. 200 pages are redacted in half a minute of a whole core. */
const seconds: Readonly<Record<RedactionKind, number>> = {
  inspect: 100,
  recognise: 60,
  draw: 20,
  redact: 600,
};

/** Heap and buffers of one task: 200 pages packed, and one of 16 million pixels under way. */
const megabytes = 1024;

const tooCostly = (reason: TaskFailed['reason']): Refusal =>
  reason === 'time' || reason === 'memory'
    ? new Refusal(
        'invalid',
        'REDACTION_TOO_COSTLY',
        `处理这份文件用的${reason === 'time' ? '时间' : '内存'}超过了上限，没有保存。请拆分成几个文件后再处理。`,
      )
    : new Refusal(
        'invalid',
        'REDACTION_NOT_POSSIBLE',
        '这份文件无法处理，可能已经损坏。请转换成 PDF 后重新上传。',
      );

/** Threads that make files, and others that show pages meanwhile; they start when first needed. */
export const openRedactor = ({ size = 2 }: { readonly size?: number } = {}): Redactor => {
  // An idle thread keeps no program running, so nothing has to end it.
  const openPool = () =>
    createPool<RedactionTask, RedactionAnswer>({
      script: new URL('./redaction-thread.ts', import.meta.url),
      size,
      seconds: Math.max(...Object.values(seconds)),
      megabytes,
    });
  const [making, showing] = [openPool(), openPool()];
  return {
    run: async (kind, asks, lane) => {
      const pool = kind === 'redact' ? making : showing;
      const answer = await pool
        .run({ kind, asks } as RedactionTask, { lane, seconds: seconds[kind] })
        .catch((error: unknown) => {
          throw error instanceof TaskFailed ? tooCostly(error.reason) : error;
        });
      if (!answer.ok) throw new Refusal('invalid', 'REDACTION_NOT_POSSIBLE', answer.message);
      return answer.result as RedactionTasks[typeof kind]['answers'];
    },
  };
};

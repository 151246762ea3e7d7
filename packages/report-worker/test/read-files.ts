/** A thread for broken-engine.test.ts: reads files as the product's threads do, and says which thread it is. */
import { threadId } from 'node:worker_threads';
import type { Reading } from '@gongkai/annual-report';
import { openReportEngine } from '../src/engine.ts';
import { serveTasks } from '../src/serve-tasks.ts';

const engine = openReportEngine({ recognise: false });

export interface ReadFile {
  readonly codes: readonly string[];
  readonly thread: number;
}

const codesOf = ({ problems, reports }: Reading): readonly string[] =>
  [...problems, ...reports.flatMap((report) => report.problems)].map(({ code }) => code);

serveTasks(async (bytes: Uint8Array): Promise<ReadFile> => {
  const reading = await engine.read(bytes, 'report.pdf');
  return { codes: codesOf(reading), thread: threadId };
}, engine.spent);

import { problem } from '@gongkai/annual-report';
import { TaskFailed } from '@gongkai/report-worker';
import type { FileResult, FileTask, Output } from './file-task.ts';
import { presentChecks, presentReading } from './present.ts';

/** The result for a file whose thread was ended: it says why, and the run goes on. */
export const failedResult = (
  file: string,
  command: FileTask['command'],
  error: unknown,
  output: Output,
  limits: { readonly seconds: number },
): FileResult => {
  const reason = error instanceof TaskFailed ? error.reason : 'crash';
  const cause =
    reason === 'time'
      ? problem('file.timeout', null, { limit: limits.seconds })
      : reason === 'memory'
        ? problem('file.tooCostly', null, { limit: '512 MB' })
        : problem('file.damaged', null, { detail: error instanceof Error ? error.message : String(error) });
  const reading = { format: null, reports: [], problems: [cause] };
  return command === 'read'
    ? presentReading(file, reading, output)
    : presentChecks(file, reading, [], output);
};

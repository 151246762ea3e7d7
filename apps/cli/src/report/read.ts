import type { Options } from '../options.ts';
import { styleFor, wantsColor } from '../terminal.ts';
import { jobsOf, openPool, outputOf, secondsOf } from './batch.ts';
import { failedResult } from './failed-result.ts';
import type { FileResult } from './file-task.ts';
import { countInputs, listInputs } from './list-inputs.ts';
import { createProgress } from './progress.ts';
import { reportHead } from './rows.ts';
import { runBatch } from './run-batch.ts';
import { openPrinter, openSpreadsheet } from './sink.ts';
import { createTotals } from './totals.ts';

/** `gongkai report read FILE…`. */
export const read = async (operands: readonly string[], options: Options): Promise<number> => {
  const output = outputOf(options);
  const sink = options.xlsx
    ? openSpreadsheet(options.xlsx, reportHead)
    : await openPrinter(output, reportHead);
  const pool = openPool(options);
  const totals = createTotals();
  const progress = createProgress(countInputs(operands));
  const limits = { seconds: secondsOf(options) };
  const results = runBatch(
    listInputs(operands),
    (input): Promise<readonly FileResult[]> =>
      pool
        .run({ command: 'read', input, output })
        .catch((error: unknown) => [failedResult(input.name, 'read', error, output, limits)]),
    jobsOf(options) * 8,
  );
  try {
    for await (const { result } of results)
      for (const file of result) {
        progress.clear();
        await sink.put(file);
        totals.add(file);
        progress.step(file.file);
      }
  } finally {
    progress.clear();
    await sink.close();
    await pool.close();
  }
  if (totals.files() !== 1) console.error(totals.print(styleFor(wantsColor(options))));
  return totals.exitCode();
};

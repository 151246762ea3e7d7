import type { Style } from '../terminal.ts';
import type { FileResult } from './file-task.ts';

/** Counts over a run, for the sum at its end and the exit code. */
export interface Totals {
  readonly add: (result: FileResult) => void;
  readonly files: () => number;
  readonly print: (style: Style) => string;
  /** 2 = a file could not be read, 1 = a finding of severity error, 0 = clean. */
  readonly exitCode: () => number;
}

export const createTotals = (): Totals => {
  const count = { files: 0, unreadable: 0, reports: 0, errors: 0, warnings: 0, notices: 0 };
  const unreadable: string[] = [];
  return {
    add: (result) => {
      count.files += 1;
      count.reports += result.reports.length;
      count.errors += result.errors;
      count.warnings += result.warnings;
      count.notices += result.notices;
      if (result.readable) return;
      count.unreadable += 1;
      if (unreadable.length < 20) unreadable.push(result.file);
    },
    files: () => count.files,
    print: (style) => {
      const found =
        count.errors + count.warnings + count.notices > 0
          ? `；错误 ${count.errors}，警告 ${count.warnings}，提示 ${count.notices}`
          : '';
      const head = `共 ${count.files} 个文件，读出 ${count.reports} 份报告${found}`;
      if (count.unreadable === 0) return head;
      const more = count.unreadable > unreadable.length ? `\n  …等 ${count.unreadable} 个` : '';
      return `${head}；${style.red(`${count.unreadable} 个读不出来`)}：\n${unreadable.map((file) => `  ${file}`).join('\n')}${more}`;
    },
    exitCode: () => (count.unreadable > 0 ? 2 : count.errors > 0 ? 1 : 0),
  };
};

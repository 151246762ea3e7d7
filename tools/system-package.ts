import { spawnSync } from 'node:child_process';

/** Programs of the system that some tests need, and the Debian package each comes in. */
const packages = {
  chromium: 'chromium',
  tesseract: 'tesseract-ocr tesseract-ocr-chi-sim',
  pdftotext: 'poppler-utils',
} as const;

export type SystemProgram = keyof typeof packages;

const isOnPath = (program: SystemProgram): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/**
 * For `test(name, { skip: needs('chromium') }, …)`: false where the program is there; on a user's machine
 * a plain message, so that the test is skipped; in CI (`CI=true`) an error, since there it must not be missing.
 */
export const needs = (program: SystemProgram): false | string => {
  if (isOnPath(program)) return false;
  const message = `这项测试需要 ${program}（Debian 软件包 ${packages[program]}），本机没有，已跳过`;
  if (process.env.CI === 'true') throw new Error(message);
  return message;
};

import { spawnSync } from 'node:child_process';
import { serverPrograms } from './server-postgres.ts';

/** Programs of the system that some tests need, and the Debian package each comes in. */
const packages = {
  chromium: 'chromium',
  tesseract: 'tesseract-ocr tesseract-ocr-chi-sim',
  pdftotext: 'poppler-utils',
  soffice: 'libreoffice-writer',
  postgres: 'postgresql',
  unzip: 'unzip',
} as const;

export type SystemProgram = keyof typeof packages;

const isThere = (program: SystemProgram): boolean =>
  program === 'postgres'
    ? serverPrograms() !== null
    : spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/**
 * For `test(name, { skip: needs('chromium') }, …)`: false where the program is there; on a user's machine
 * a plain message, so that the test is skipped; in CI (`CI=true`) an error, since there it must not be missing.
 */
export const needs = (program: SystemProgram): false | string => {
  if (isThere(program)) return false;
  const message = `这项测试需要 ${program}（Debian 软件包 ${packages[program]}），本机没有，已跳过`;
  if (process.env.CI === 'true') throw new Error(message);
  return message;
};

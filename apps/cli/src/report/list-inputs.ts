import { glob, opendir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { listReports } from '@gongkai/annual-report';
import { UsageError } from '../usage-error.ts';
import type { Input } from './input.ts';

/**
 * Endings that a report may come with; in folders and archives everything else is passed over. JSON is
 * read where it is named itself: most JSON that lies about is no report.
 */
const endings = new Set(
  '.html .htm .mht .mhtml .docx .doc .wps .rtf .pdf .ofd .xlsx .md .markdown .txt .png .jpg .jpeg .zip'.split(
    ' ',
  ),
);

const mayBeReport = (name: string): boolean => endings.has(extname(name).toLowerCase());

/** What browsers put beside a saved page: its icons and scripts. */
const besidePage = /(?:_files|\.files)$/i;

const isPattern = (text: string): boolean => /[*?[{]/.test(text);

/** A ZIP becomes the files in it; an archive that can't be opened stays itself, so that reading it says why. */
async function* expandArchive(input: Input): AsyncGenerator<Input> {
  if (extname(input.path).toLowerCase() !== '.zip') return yield input;
  try {
    for (const { name } of listReports(input.bytes ?? (await readFile(input.path))))
      if (mayBeReport(name)) yield { ...input, name: `${input.name}/${name}`, entry: name };
  } catch {
    yield input;
  }
}

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = [];
  for await (const entry of await opendir(folder)) entries.push(entry);
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!besidePage.test(entry.name)) yield* walk(path);
    } else if (mayBeReport(entry.name)) yield path;
  }
}

async function* expand(operand: string): AsyncGenerator<string> {
  const found = await stat(operand).catch(() => null);
  if (found?.isDirectory()) yield* walk(operand);
  else if (found) yield operand;
  else if (isPattern(operand)) {
    const matches = [];
    for await (const match of glob(operand)) matches.push(match);
    if (matches.length === 0) throw new UsageError(`没有文件符合“${operand}”。`);
    for (const match of matches.sort()) yield* expand(match);
  } else yield operand;
}

/**
 * The files that operands stand for: files, folders with all below them, patterns, ZIP archives, `-` for
 * standard input. Lazy: a folder of a hundred thousand files is never held as a list. A file that isn't
 * there is yielded all the same; reading it says so.
 */
export async function* listInputs(operands: readonly string[]): AsyncGenerator<Input> {
  if (operands.length === 0) throw new UsageError('请给出要读的文件、文件夹或 ZIP；- 表示标准输入。');
  for (const operand of operands) {
    if (operand === '-') {
      yield { name: '-', path: '-', entry: null, bytes: new Uint8Array(await buffer(process.stdin)) };
      continue;
    }
    for await (const path of expand(operand)) yield* expandArchive({ name: path, path, entry: null });
  }
}

/**
 * Counts in the background how many files there are; the function returned says so once it is known.
 * Standard input is one file, and is not read for it.
 */
export const countInputs = (operands: readonly string[]): (() => number | null) => {
  let total: number | null = null;
  const count = async (): Promise<void> => {
    let files = operands.filter((operand) => operand === '-').length;
    const named = operands.filter((operand) => operand !== '-');
    if (named.length > 0) for await (const _ of listInputs(named)) files += 1;
    total = files;
  };
  if (process.stderr.isTTY) count().catch(() => {});
  return () => total;
};

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, generate } from '@gongkai/synthetic-report';

/** How a year's reports come: pages of web sites most of all, then Word and PDF. */
const mix: readonly (readonly [layout: string, weight: number])[] = [
  ['html.utf8', 12],
  ['html.site', 12],
  ['html.word', 12],
  ['html.gbk', 4],
  ['docx.plain', 10],
  ['docx.numbered', 6],
  ['docx.tracked', 4],
  ['doc.plain', 6],
  ['doc.pieces', 4],
  ['rtf.unicode', 2],
  ['pdf.ruled', 6],
  ['pdf.repeatedHead', 4],
  ['xlsx.oneSheet', 4],
  ['ofd.plain', 4],
  ['text.cellLines', 4],
  ['text.tabRows', 4],
  ['markdown.tables', 2],
];

export interface MixedReports {
  readonly folder: string;
  readonly files: readonly string[];
  readonly remove: () => void;
}

/** Writes so many reports of all kinds into a folder of their own. */
export const writeMixedReports = async (count: number): Promise<MixedReports> => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  mkdirSync(folder, { recursive: true });
  const random = createRandom('mixed reports');
  const files: string[] = [];
  for (let seed = 0; seed < count; seed++) {
    const { bytes, name } = await generate(`mixed ${seed}`, { layout: random.weighted(mix) });
    const file = join(folder, `${String(seed).padStart(5, '0')} ${name}`);
    writeFileSync(file, bytes);
    files.push(file);
  }
  return { folder, files, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Letter, LetterDocument, LetterInput, LetterPreview, TakenStep } from '@gongkai/contract';
import { type Caller, changeAgency } from '../../agency/index.ts';
import { loadCase } from '../load-case.ts';
import { at, openTestOffice, type TestOffice } from '../request-test-kit.ts';
import { lettersOf } from './letters-of.ts';
import { readLetter } from './open-letter.ts';
import { previewLetter } from './preview-letter.ts';

/** What an officer would write into a slot, unlike what stands in any other. */
const written = ({ id, label, type, options }: LetterPreview['slots'][number]): string | string[] => {
  if (options[0] !== undefined) return options[0];
  if (type === 'date') return '2026-03-20';
  if (type === 'list') return [`${label}甲`, `${label}乙`];
  return id === 'addressee' ? '云山区财政局' : `所填的${label}`;
};

/** An agency whose settings say what letters need, and applications received at its counter. */
export interface LetterOffice extends TestOffice {
  readonly begun: (description?: string) => Promise<string>;
}

export const openLetterOffice = async (): Promise<LetterOffice> => {
  const office = await openTestOffice();
  at(office, '2026-03-02');
  await changeAgency(office.spine, office.administrator, {
    id: office.officeId,
    workingBody: '政务公开科',
    phone: '0000-8120001',
    address: '云山区云山大道 1 号',
    court: '云山区人民法院',
    feePayment: '凭缴款码到代收银行缴纳',
  });
  const begun = async (description?: string): Promise<string> => {
    at(office, '2026-03-02');
    const { id } = await office.register('in_person', '2026-03-02', description);
    at(office, '2026-03-04');
    return id;
  };
  return { ...office, begun };
};

export interface MadeLetter {
  readonly preview: LetterPreview;
  readonly letter: Letter & { readonly document: LetterDocument };
}

/** Fills in what a preview says is missing, as an officer does, until a letter comes out. */
export const fillIn = async (
  { spine }: TestOffice,
  who: Caller,
  id: string,
  taken: { readonly step: TakenStep } & Readonly<Record<string, unknown>>,
): Promise<{ readonly preview: LetterPreview; readonly letter: LetterInput }> => {
  const letter: LetterInput = { values: {}, edited: null };
  for (let round = 0; round < 4; round += 1) {
    const preview = await previewLetter(spine, who, { id, taken, letter });
    if (!preview) throw new Error(`no letter goes with ${taken.step}`);
    if (preview.document) return { preview, letter };
    for (const { slot, message } of preview.missing) {
      const found = preview.slots.find((one) => one.id === slot);
      if (!found) throw new Error(message);
      letter.values[slot] = written(found);
    }
  }
  throw new Error(`what is missing of ${taken.step} can't be filled in`);
};

/** Takes a step with its letter, filled in first, and gives both the last preview and what was made of it. */
export const takeWithLetter = async (
  office: TestOffice,
  who: Caller,
  id: string,
  taken: { readonly step: TakenStep } & Readonly<Record<string, unknown>>,
): Promise<MadeLetter> => {
  const { spine, take } = office;
  const { preview, letter } = await fillIn(office, who, id, taken);
  const { step, ...input } = taken;
  await take(who, id, step, { ...input, letter } as never);
  const { row } = await loadCase(spine.db, id);
  const last = (await lettersOf(spine, row)).at(-1)!;
  const { html: _, ...read } = await readLetter(spine, office.people.officer, { id, letterId: last.id });
  return { preview, letter: read };
};

/** What a program prints of a file. */
const printed = (
  name: string,
  bytes: Uint8Array,
  program: string,
  args: (file: string) => string[],
): string => {
  const folder = mkdtempSync(join(tmpdir(), 'letter-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const { status, stdout, stderr } = spawnSync(program, args(file), { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The text of a PDF without blanks, as poppler reads it. */
export const textOfPdf = (bytes: Uint8Array): string =>
  printed('letter.pdf', bytes, 'pdftotext', (file) => [file, '-']).replace(/\s/g, '');

/** The text of a DOCX without blanks. */
export const textOfDocx = (bytes: Uint8Array): string =>
  printed('letter.docx', bytes, 'unzip', (file) => ['-p', file, 'word/document.xml'])
    .replace(/<[^>]+>/g, '')
    .replace(/\s/g, '');

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openPdfEngine, type PageImage, type PdfEngine, type RecognisedWord } from '@gongkai/annual-report';
import { checkIdCard } from '@gongkai/statute';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import fc from 'fast-check';

const require = createRequire(import.meta.url);

export const openTestEngine = (): Promise<PdfEngine> =>
  openPdfEngine(readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm')));

const font = join(
  dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json')),
  '400Regular/NotoSerifSC_400Regular.ttf',
);
let compiler: NodeCompiler | undefined;

/** Sets a document with Typst; `source` is Typst markup. */
export const setPdf = (source: string): Uint8Array => {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(font)] }] });
  const { result } = compiler.compile({
    mainFileContent: `#set text(font: "Noto Serif SC", lang: "zh", size: 12pt)\n${source}`,
  });
  if (result === null) throw new Error(`does not compile: ${source}`);
  return compiler.pdf(result);
};

/** Text as Typst takes it whatever is in it. */
export const verbatim = (text: string): string => `#${JSON.stringify(text)}`;

/** A PDF as a browser prints it. */
export const printPdf = (html: string): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), 'redaction-'));
  try {
    const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    writeFileSync(page, `<!doctype html><meta charset="utf-8"><body>${html}`);
    const run = spawnSync(
      'chromium',
      [
        ...[
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--disable-dev-shm-usage',
          '--no-pdf-header-footer',
        ],
        ...[`--user-data-dir=${join(folder, 'profile')}`, `--print-to-pdf=${pdf}`, `file://${page}`],
      ],
      { encoding: 'utf8', timeout: 60_000 },
    );
    if (run.status !== 0) throw new Error(`chromium: ${run.stderr}`);
    return readFileSync(pdf);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Reads a picture by the system's tesseract, one word a line of its output. */
export const recognise = ({ width, height, pixels, resolution }: PageImage): readonly RecognisedWord[] => {
  const run = spawnSync(
    'tesseract',
    ['stdin', 'stdout', '--dpi', String(resolution), '-l', 'chi_sim', '--psm', '6', 'tsv'],
    { input: Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels]), timeout: 60_000 },
  );
  if (run.status !== 0) throw new Error(String(run.stderr));
  const scale = 72 / resolution;
  return run.stdout
    .toString('utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((fields) => fields[0] === '5' && fields[11]?.trim())
    .map((fields) => {
      const [left = 0, top = 0, wide = 0, high = 0] = fields
        .slice(6, 10)
        .map((field) => Number(field) * scale);
      return {
        text: fields[11]!.trim(),
        box: [left, top, left + wide, top + high],
        confidence: Number(fields[10]),
        line: Number(fields[4]),
      };
    });
};

/** The text of a PDF by another program than ours. */
export const textByPoppler = (pdf: Uint8Array): string =>
  spawnSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).stdout;

/** Identity numbers with their check digit, of people of any age. */
export const idCards: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('110105', '320802', '440305', '650102', '513221'),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2020-01-01'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([region, born, serial]) => {
    const first17 = `${region}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
    return [...'0123456789X']
      .map((last) => first17 + last)
      .find((number) => checkIdCard(number, '2026-03-16').ok)!;
  });

/** UnionPay cards of 16 to 19 digits with their Luhn digit. */
export const bankCards: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('621', '622', '623', '625'),
    fc.integer({ min: 12, max: 15 }),
    fc.infiniteStream(fc.nat(9)),
  )
  .map(([head, length, digits]) => {
    const first = head + [...digits.take(length)].join('');
    return [...'0123456789'].map((last) => first + last).find(passesLuhn)!;
  });

/** Counted from the other end than the engine does, so that both have to be right. */
const passesLuhn = (number: string): boolean => {
  const table = ['0123456789', '0246813579'];
  const sum = [...number].reduce(
    (total, digit, index) => total + Number(table[(number.length - index + 1) % 2]![Number(digit)]),
    0,
  );
  return sum % 10 === 0;
};

export const mobiles: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('138', '159', '186', '199'), fc.integer({ min: 0, max: 99_999_999 }))
  .map(([head, rest]) => head + String(rest).padStart(8, '0'));

import { spawnSync } from 'node:child_process';
import type { PageImage, Recognise, RecognisedWord } from '@gongkai/annual-report';

const program = 'tesseract';
/** One page takes some five seconds on a slow core; a minute means that something is wrong. */
const timeout = 60_000;
const outputLimit = 32 * 1024 * 1024;

/** The system's tesseract. `recogniser` is for one file: when `seconds` are over, it recognises no more of it. */
export interface Tesseract {
  readonly recogniser: (seconds: number) => Recognise;
}

/**
 * Character recognition by the system's tesseract, or null where it or its Simplified Chinese data
 * (chi_sim) is missing. One thread a call: the readings themselves run side by side.
 */
export const openTesseract = (): Tesseract | null => {
  const recognise = createTesseract();
  if (recognise === null) return null;
  return {
    recogniser: (seconds) => {
      const end = performance.now() + seconds * 1000;
      return (image) => (performance.now() > end ? null : recognise(image));
    },
  };
};

/** The same without a limit of time. */
export const createTesseract = (): ((image: PageImage) => readonly RecognisedWord[]) | null => {
  const languages = installedLanguages();
  if (!languages.has('chi_sim')) return null;
  const figures = languages.has('eng') ? 'eng' : 'chi_sim';
  return (image) => {
    const run = spawnSync(program, argumentsFor(image, figures), {
      input: toPgm(image),
      timeout,
      maxBuffer: outputLimit,
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    });
    // A page it can't read has no words; the reading says which cells stay unread.
    if (run.error || run.status !== 0) return [];
    return parseWords(run.stdout.toString('utf8'), image.resolution);
  };
};

const installedLanguages = (): ReadonlySet<string> => {
  const run = spawnSync(program, ['--list-langs'], { encoding: 'utf8', timeout: 10_000 });
  if (run.error || run.status !== 0) return new Set();
  return new Set(`${run.stdout}\n${run.stderr}`.split(/\s+/));
};

/** Page segmentation modes: 3 finds blocks by itself, 6 takes one block of even lines and loses the fewest digits. */
const argumentsFor = (image: PageImage, figures: string): readonly string[] => {
  const common = ['stdin', 'stdout', '--dpi', String(Math.round(image.resolution))];
  if (image.content === 'figures')
    return [...common, '-l', figures, '--psm', '6', '-c', 'tessedit_char_whitelist=0123456789.,+-%', 'tsv'];
  return [...common, '-l', 'chi_sim', '--psm', image.content === 'block' ? '6' : '3', 'tsv'];
};

/** PGM, the plainest grey format there is: a head in ASCII, then the bytes. */
export const toPgm = ({ width, height, pixels }: PageImage): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels]);

/** Words of tesseract's TSV (level 5); pixels become points. */
export const parseWords = (tsv: string, resolution: number): readonly RecognisedWord[] => {
  const scale = 72 / resolution;
  let line = 0;
  return tsv.split('\n').flatMap((record) => {
    const fields = record.split('\t');
    if (fields[0] === '4') line++;
    if (fields[0] !== '5' || fields.length < 12) return [];
    const [left = 0, top = 0, width = 0, height = 0] = fields.slice(6, 10).map(Number);
    const text = fields[11]!.trim();
    if (text === '') return [];
    return [
      {
        text,
        box: [left * scale, top * scale, (left + width) * scale, (top + height) * scale] as const,
        confidence: Number(fields[10]),
        line,
      },
    ];
  });
};

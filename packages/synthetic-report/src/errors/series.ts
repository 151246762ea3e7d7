import { sum } from '../../../annual-report/src/decimal.ts';
import type { CellId } from '../../../annual-report/src/form/form.ts';
import type { Draft } from '../generate.ts';
import type { Laid } from '../laid.ts';
import type { Random } from '../random.ts';
import { figureOf, mapText, setValue } from './planted.ts';

/** A fault between reports: over the years of one agency, or between a parent (first) and its children. */
export interface SeriesErrorKind {
  readonly name: string;
  readonly over: 'years' | 'agencies';
  readonly rules: readonly string[];
  readonly plant: (
    random: Random,
    drafts: readonly Draft[],
    reports: readonly Laid[],
  ) => PlantedSeries | null;
}

export interface PlantedSeries {
  readonly reports: readonly Laid[];
  readonly cells: readonly CellId[];
  /** The agencies that should have reported, where the fault is that one did not. */
  readonly expected?: readonly string[];
}

const raise = (laid: Laid, cells: readonly CellId[], by: string): Laid =>
  cells.reduce((all, id) => {
    const value = figureOf(all, id)?.value;
    return value ? setValue(all, id, sum([value, by])) : all;
  }, laid);

const lastRaised = (name: string, rules: readonly string[], cells: readonly CellId[]): SeriesErrorKind => ({
  name,
  over: 'years',
  rules,
  plant: (random, _, reports) => {
    const last = reports.at(-1)!;
    const here = cells.filter((id) => figureOf(last, id) !== undefined);
    if (here.length === 0) return null;
    return {
      reports: reports.with(-1, raise(last, here, String(random.int(4, 9)))),
      cells: here.slice(0, 1),
    };
  },
});

/** Words of sections 一 and 五 of another report, its own year put in; the tables stay. */
const withTextOf = (laid: Laid, other: Laid, from: number, to: number): Laid => {
  const own = other.blocks.filter(
    (block) =>
      block.kind === 'text' &&
      (block.section === 'overview' || block.section === 'problems') &&
      block.role === 'body',
  );
  const words = own.flatMap((block) =>
    block.kind === 'text'
      ? [
          {
            ...block,
            text: block.text
              .replaceAll(String(from), String(to))
              .replaceAll(String(from + 1), String(to + 1)),
          },
        ]
      : [],
  );
  return mapText(laid, (block) => {
    if (block.section !== 'overview' && block.section !== 'problems') return [block];
    return block.role === 'heading'
      ? [block, ...words.filter(({ section }) => section === block.section)]
      : [];
  });
};

export const seriesErrors: readonly SeriesErrorKind[] = [
  // What came over, and with it what was received, so that the report itself stays balanced.
  {
    name: 'carriedOverDiffers',
    over: 'years',
    rules: ['years.carriedOver'],
    plant: (_, __, reports) => {
      const last = reports.at(-1)!;
      const received = figureOf(last, 'requests.received.naturalPerson')?.value;
      if (!received || Number(received) < 1) return null;
      const more = raise(last, ['requests.carriedIn.naturalPerson', 'requests.carriedIn.total'], '1');
      const less = raise(more, ['requests.received.naturalPerson', 'requests.received.total'], '-1');
      return { reports: reports.with(-1, less), cells: ['requests.carriedIn.naturalPerson'] };
    },
  },
  lastRaised('inForceDiffers', ['years.inForce'], ['proactive.20-1.normativeDocuments.inForce']),
  lastRaised('previousItemsDiffer', ['years.previousItems'], ['proactive.20-5.licensing.previousItems']),
  {
    name: 'pendingVanished',
    over: 'years',
    rules: ['years.pendingCases'],
    plant: (_, __, reports) => {
      const last = reports.at(-1)!;
      const total = figureOf(last, 'reviews.reconsideration.total')?.value;
      if (!total) return null;
      const before = raise(
        reports.at(-2)!,
        ['reviews.reconsideration.pending', 'reviews.reconsideration.total'],
        sum([total, '5']),
      );
      return { reports: reports.with(-2, before), cells: ['reviews.reconsideration.total'] };
    },
  },
  {
    name: 'thousandfold',
    over: 'years',
    rules: ['years.magnitudeJump'],
    plant: (_, __, reports) => {
      const id = 'proactive.20-5.licensing.decisions';
      const before = setValue(reports.at(-2)!, id, '12');
      return {
        reports: reports.with(-2, before).with(-1, setValue(reports.at(-1)!, id, '24000')),
        cells: [id],
      };
    },
  },
  {
    name: 'textOfLastYear',
    over: 'years',
    rules: ['years.repeatedText'],
    plant: (_, drafts, reports) => ({
      reports: reports.with(
        -1,
        withTextOf(reports.at(-1)!, reports.at(-2)!, drafts.at(-2)!.year, drafts.at(-1)!.year),
      ),
      cells: [],
    }),
  },
  {
    name: 'yearTwice',
    over: 'years',
    rules: ['years.sameYearTwice'],
    plant: (_, __, reports) => ({ reports: [...reports, reports[0]!], cells: [] }),
  },
  {
    name: 'parentDiffers',
    over: 'agencies',
    rules: ['agencies.sum'],
    plant: (random, _, reports) => ({
      reports: reports.with(
        0,
        raise(
          reports[0]!,
          ['requests.received.naturalPerson', 'requests.received.total'],
          String(random.int(1, 9)),
        ),
      ),
      cells: ['requests.received.naturalPerson'],
    }),
  },
  {
    name: 'childMissing',
    over: 'agencies',
    rules: ['agencies.missing'],
    plant: (_, drafts, reports) => ({
      reports: reports.slice(0, -1),
      cells: [],
      expected: drafts.slice(1).map(({ agency }) => agency.name),
    }),
  },
  {
    name: 'childTwice',
    over: 'agencies',
    rules: ['agencies.doubled'],
    plant: (_, __, reports) => ({ reports: [...reports, reports[1]!], cells: [] }),
  },
  {
    name: 'figuresCopied',
    over: 'agencies',
    rules: ['agencies.sameFigures'],
    plant: (_, __, reports) => {
      const [first, second] = [reports[1]!, reports[2]!];
      const busy = first.blocks.flatMap((block) =>
        block.kind === 'table'
          ? block.rows.flatMap((row) =>
              row.kind === 'figures'
                ? row.figures.filter(({ value }) => value !== null && value !== '0')
                : [],
            )
          : [],
      );
      // A handful of ones may be the same by chance, and then nothing is wrong.
      if (busy.length < 10 || !busy.some(({ value }) => value!.length > 1)) return null;
      const tables = first.blocks.filter((block) => block.kind === 'table');
      return {
        reports: reports.with(2, {
          ...second,
          blocks: second.blocks.map((block) =>
            block.kind === 'table' ? tables.find(({ name }) => name === block.name)! : block,
          ),
        }),
        cells: [],
      };
    },
  },
  {
    name: 'textCopied',
    over: 'agencies',
    rules: ['agencies.copiedText'],
    plant: (_, drafts, reports) => ({
      reports: reports.with(2, withTextOf(reports[2]!, reports[1]!, drafts[1]!.year, drafts[2]!.year)),
      cells: [],
    }),
  },
];

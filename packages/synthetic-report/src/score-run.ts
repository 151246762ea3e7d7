/**
 * Reads generated reports with the product's own reader and prints what it got, by layout and by damage:
 *   node packages/synthetic-report/src/score-run.ts [seeds per cell] [layout name part] [damage name part] [--misses]
 * The damage `any` is up to three of them together.
 */
import { addScores, damages, generate, layouts, type Miss, type Score, scoreReading } from './index.ts';
import { readForScore } from './read-for-score.ts';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const seeds = Number(words[0] ?? 2);
const listMisses = process.argv.includes('--misses');
const wanted = layouts.filter(({ name, scan }) => !scan && name.includes(words[1] ?? ''));
const kinds = ['none', 'any', ...damages.map(({ name }) => name)].filter((name) =>
  name.includes(words[2] ?? ''),
);

const byLayout = new Map<string, Score[]>();
const byDamage = new Map<string, Score[]>();
const misses: { readonly file: string; readonly miss: Miss }[] = [];
const failures: string[] = [];
let milliseconds = 0;

for (const layout of wanted)
  for (const damage of kinds)
    for (let seed = 1; seed <= seeds; seed++) {
      const name = `${layout.name} ${damage} ${seed}`;
      const file = await generate(`${name}`, {
        layout: layout.name,
        damages: damage === 'none' ? [] : damage === 'any' ? 'any' : [damage],
      });
      try {
        const start = performance.now();
        const reading = await readForScore(file);
        milliseconds += performance.now() - start;
        const score = addScores(scoreReading(reading, file.truths));
        byLayout.set(layout.name, [...(byLayout.get(layout.name) ?? []), score]);
        byDamage.set(damage, [...(byDamage.get(damage) ?? []), score]);
        misses.push(...score.misses.map((miss) => ({ file: name, miss })));
      } catch (error) {
        failures.push(
          `${name}: ${error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') : error}`,
        );
      }
    }

const line = (name: string, scores: readonly Score[]): string => {
  const all = addScores(scores);
  const share = all.recoverable === 0 ? 100 : (100 * all.right) / all.recoverable;
  const named = scores.filter(({ agency }) => agency).length;
  const dated = scores.filter(({ year }) => year).length;
  const column = (n: number | string): string => String(n).padStart(9);
  return `${name.padEnd(26)}${column(scores.length)}${column(all.recoverable)}${column(share.toFixed(2))}${column(all.wrong)}${column(all.lost)}${column(all.status)}${column(named)}${column(dated)}`;
};

const head = `${''.padEnd(26)}${['files', 'figures', 'right %', 'WRONG', 'lost', 'status', 'agency', 'year'].map((word) => word.padStart(9)).join('')}`;
console.log(head);
for (const [name, scores] of byLayout) console.log(line(name, scores));
console.log(`\n${head}`);
for (const [name, scores] of byDamage) console.log(line(name, scores));
console.log(`\n${line('all', [...byLayout.values()].flat())}`);
const count = [...byLayout.values()].flat().length;
console.log(`${(milliseconds / Math.max(1, count)).toFixed(2)} ms a file`);
for (const failure of failures) console.log(`FAILED ${failure}`);
if (listMisses)
  for (const { file, miss } of misses
    .toSorted((a, b) => Number(b.miss.kind === 'wrong') - Number(a.miss.kind === 'wrong'))
    .slice(0, 100000))
    console.log(
      `${miss.kind.padEnd(6)} ${file} | ${miss.cell} | expected ${miss.expected} (${miss.statuses.join('/')}) found ${miss.found} (${miss.status}) raw ${JSON.stringify(miss.raw)}`,
    );

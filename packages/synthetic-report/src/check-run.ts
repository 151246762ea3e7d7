/**
 * Checks clean and faulty synthetic reports with the product's rules and prints what was missed or wrongly said:
 *   node packages/synthetic-report/src/check-run.ts [seeds]
 */

import { checkAgencies } from '../../annual-report/src/check/check-agencies.ts';
import { checkReport } from '../../annual-report/src/check/check-report.ts';
import { checkYears } from '../../annual-report/src/check/check-years.ts';
import type { Finding } from '../../annual-report/src/check/rule.ts';
import type { Report } from '../../annual-report/src/report.ts';
import {
  asReport,
  cleanDraft,
  createRandom,
  errorKinds,
  generateFamily,
  generateSeries,
  lay,
  seriesErrors,
} from './index.ts';

const seeds = Number(process.argv[2] ?? 20);
const examples = process.argv.includes('--examples');

const explain = (finding: Finding): string =>
  `${finding.severity} ${finding.rule}: ${finding.message} ${finding.places
    .map((p) => p.quote?.text ?? '')
    .filter(Boolean)
    .join(' | ')}`;

// What a clean report is told: nothing but notices is right.
const said = new Map<string, { count: number; example: string }>();
const note = (findings: readonly Finding[], seed: number): void => {
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule}`;
    const entry = said.get(key) ?? { count: 0, example: `${seed}: ${explain(finding)}` };
    said.set(key, { ...entry, count: entry.count + 1 });
  }
};
for (let seed = 1; seed <= seeds; seed++) {
  note(checkReport(asReport(lay(seed, cleanDraft(seed)))), seed);
  const years = generateSeries(`series ${seed}`, [2021, 2022, 2023]).map((draft) =>
    asReport(lay(seed, draft)),
  );
  note(checkYears(years), seed);
  const [parent, ...children] = generateFamily(`family ${seed}`, 4).map((draft) =>
    asReport(lay(seed, draft)),
  );
  note(checkAgencies(parent!, children), seed);
}
console.log(`clean reports (${seeds} single, ${seeds} series, ${seeds} families):`);
for (const [key, { count, example }] of said)
  console.log(`  ${String(count).padStart(5)} ${key}\n        ${example}`);

console.log(
  `\n${'planted'.padEnd(28)}${['tried', 'found', 'cells', 'repair', 'unsound'].map((word) => word.padStart(8)).join('')}`,
);
const row = (
  name: string,
  tried: number,
  found: number,
  cells: string,
  repair: string,
  unsound: number,
  example: string,
): void => {
  console.log(
    `${name.padEnd(28)}${[tried, found, cells, repair, unsound].map((n) => String(n).padStart(8)).join('')}${examples && example ? `\n    ${example}` : ''}`,
  );
};

for (const kind of errorKinds) {
  let [tried, found, named, repairable, repaired, unsound] = [0, 0, 0, 0, 0, 0];
  let example = '';
  for (let seed = 1; seed <= seeds; seed++) {
    const draft = cleanDraft(`${kind.name} ${seed}`, { narrative: { everything: true } });
    const planted = kind.plant(createRandom(`${kind.name} ${seed}`), draft, lay(seed, draft));
    if (planted === null) continue;
    tried++;
    const findings = checkReport(
      asReport(planted.laid),
      planted.today === undefined ? {} : { today: planted.today },
    );
    const mine = findings.filter(({ rule }) => kind.rules.includes(rule));
    if (mine.length > 0) found++;
    else
      example ||= `missed at ${seed}: ${planted.quote ?? planted.cells.join()} ${findings.map(({ rule }) => rule).join(' ')}`;
    if (planted.cells.every((cell) => mine.some(({ cells }) => cells.includes(cell)))) named++;
    else if (mine.length > 0)
      example ||= `cells at ${seed}: ${planted.cells.join()} but ${mine
        .flatMap(({ cells }) => cells)
        .slice(0, 8)
        .join()}`;
    if (planted.repair === undefined) continue;
    repairable++;
    const repair = mine.find(({ repair }) => repair !== undefined)?.repair;
    if (repair?.cell === planted.repair.cell && repair.value === planted.repair.value) repaired++;
    else if (repair !== undefined) unsound++;
    if (repair?.cell !== planted.repair.cell)
      example ||= `repair at ${seed}: ${planted.repair.cell} but ${repair?.cell}`;
  }
  row(kind.name, tried, found, String(named), repairable === 0 ? '-' : String(repaired), unsound, example);
}

for (const kind of seriesErrors) {
  let [tried, found, named] = [0, 0, 0];
  let example = '';
  for (let seed = 1; seed <= seeds; seed++) {
    const name = `${kind.name} ${seed}`;
    // previousItems are a matter of the 2019 form.
    const years = kind.name === 'previousItemsDiffer' ? [2019, 2020] : [2021, 2022, 2023];
    const drafts = kind.over === 'years' ? generateSeries(name, years) : generateFamily(name, 4);
    const planted = kind.plant(
      createRandom(name),
      drafts,
      drafts.map((draft) => lay(seed, draft)),
    );
    if (planted === null) continue;
    tried++;
    const reports: readonly Report[] = planted.reports.map((laid) => asReport(laid));
    const findings =
      kind.over === 'years'
        ? checkYears(reports)
        : checkAgencies(
            reports[0]!,
            reports.slice(1),
            planted.expected === undefined ? {} : { expected: planted.expected },
          );
    const mine = findings.filter(({ rule }) => kind.rules.includes(rule));
    if (mine.length > 0) found++;
    else example ||= `missed at ${seed}: ${findings.map(({ rule }) => rule).join(' ')}`;
    if (planted.cells.every((cell) => mine.some(({ cells }) => cells.includes(cell)))) named++;
  }
  row(kind.name, tried, found, String(named), '-', 0, example);
}

/**
 * Runs the benches named, or all, each in a process of its own, and prints what they measured beside the
 * floor that they measured with it:
 *
 *   npm run bench [-- NAME… --json FILE]
 */
import { fork } from 'node:child_process';
import { globSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Bench, Row } from './bench.ts';
import { printRows } from './print-rows.ts';

const suffix = '.bench.ts';
const folder = fileURLToPath(new URL('.', import.meta.url));
const all = globSync(`*${suffix}`, { cwd: folder }).map((file) => basename(file, suffix));

interface Measured {
  readonly name: string;
  readonly question: string;
  readonly floor: string;
  readonly rows: readonly Row[];
}

/** In the process of one bench: run it and hand the result to the one that asked. */
const answer = async (name: string): Promise<void> => {
  const { bench } = (await import(pathToFileURL(`${folder}${name}${suffix}`).href)) as { bench: Bench };
  const rows = await bench.run();
  process.send?.({ name, question: bench.question, floor: bench.floor, rows } satisfies Measured);
  process.disconnect?.();
};

const ask = (name: string): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ['--answer', name], { execArgv: [] });
    child.on('message', (measured) => resolve(measured as Measured));
    child.on('exit', (code) => reject(new Error(`${name} ended with ${code} and without a result`)));
  });

const { values, positionals } = parseArgs({
  options: { answer: { type: 'string' }, json: { type: 'string' } },
  allowPositionals: true,
});

if (values.answer !== undefined) await answer(values.answer);
else {
  const unknown = positionals.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    console.error(`没有 ${unknown.join('、')}；有：${all.toSorted().join('、')}。`);
    process.exit(2);
  }
  const results: Measured[] = [];
  for (const name of positionals.length > 0 ? positionals : all.toSorted()) {
    const measured = await ask(name);
    results.push(measured);
    console.log(
      `\n## ${name}\n${measured.question}\nFloor: ${measured.floor}\n\n${printRows(measured.rows)}`,
    );
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
}

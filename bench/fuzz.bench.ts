import { Worker } from 'node:worker_threads';
import { generate } from '@gongkai/synthetic-report';
import type { Bench, Row } from './bench.ts';
import type { FuzzData, FuzzOutcome, FuzzTask } from './fuzz-thread.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 100_000);
const threads = 2;
/** A thread that has not come to an end after so many seconds hangs: with other programs on the machine, 2 may be none. */
const patience = 15;
const megabytes = 512;

const layouts =
  'text.cellLines text.spacedColumns markdown.html html.utf8 html.word html.utf16 html.mhtml docx.plain docx.numbered docx.tracked doc.plain doc.hugePapx rtf.unicode xlsx.oneSheet xlsx.absentCells ofd.plain ofd.matrix pdf.ruled pdf.unruled'.split(
    ' ',
  );

type Files = FuzzData['files'];

/** One thread's share of the runs; a thread that hangs or dies is replaced, and goes on behind the run that killed it. */
const share = (files: Files, first: number, put: (outcome: FuzzOutcome) => void): Promise<void> =>
  new Promise((resolve) => {
    const from = (run: number): void => {
      const at = new SharedArrayBuffer(4);
      const current = new Int32Array(at).fill(-1);
      let next = run;
      let last = performance.now();
      let hung = false;
      const worker = new Worker(new URL('./fuzz-thread.ts', import.meta.url), {
        workerData: { files, at } satisfies FuzzData,
        resourceLimits: { maxOldGenerationSizeMb: megabytes },
      });
      const watch = setInterval(() => {
        hung = Atomics.load(current, 0) === next && performance.now() - last > patience * 1000;
        if (hung) void worker.terminate();
      }, 500);
      let done = false;
      worker.on('message', (outcome: FuzzOutcome | null) => {
        if (outcome === null) {
          done = true;
          void worker.terminate();
          return;
        }
        put(outcome);
        next = outcome.run + threads;
        last = performance.now();
      });
      let died = 'exit';
      worker.on('error', (error: Error & { code?: string }) => {
        died = error.code ?? error.message;
      });
      worker.on('exit', () => {
        clearInterval(watch);
        if (done) return resolve();
        const format = files[next % files.length]!.format;
        put({ run: next, format, outcome: hung ? 'hung' : `died of ${died}`, milliseconds: patience * 1000 });
        from(next + threads);
      });
      worker.postMessage({ from: run, to: runs, step: threads } satisfies FuzzTask);
    };
    from(first);
  });

const counted = (outcomes: ReadonlyMap<string, number>): string =>
  [...outcomes]
    .sort(([, a], [, b]) => b - a)
    .map(([outcome, count]) => `${outcome} ${count}`)
    .join(', ');

export const bench: Bench = {
  question: `Do ${runs} broken files of all formats harm a reader?`,
  floor:
    'none; no crash and no hang is allowed, no reading over 2 s of the processor, no memory over 512 MB a thread',
  run: async () => {
    const files: Files[number][] = [];
    for (const layout of layouts)
      for (const seed of [1, 2]) files.push(await generate(`fuzz ${seed}`, { layout }));
    const byFormat = new Map<string, Map<string, number>>();
    const bad: FuzzOutcome[] = [];
    let slowest: FuzzOutcome | null = null;
    let resident = 0;
    let count = 0;
    const before = process.memoryUsage.rss();
    const put = (outcome: FuzzOutcome): void => {
      const kind = outcome.outcome.replace(/^(threw).*/, '$1');
      const outcomes = byFormat.get(outcome.format) ?? new Map<string, number>();
      byFormat.set(outcome.format, outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1));
      if (/^(?:threw|died|hung|said)/.test(outcome.outcome)) bad.push(outcome);
      if (outcome.milliseconds > (slowest?.milliseconds ?? 0)) slowest = outcome;
      if (count++ % 50 === 0) resident = Math.max(resident, process.memoryUsage.rss());
      if (count % 5000 === 0) console.error(`${count} of ${runs}`);
    };
    await Promise.all(Array.from({ length: threads }, (_, first) => share(files, first, put)));
    for (const [format, outcomes] of byFormat) console.log(`${format}: ${counted(outcomes)}`);
    for (const { run, format, outcome } of bad.slice(0, 40)) console.log(`run ${run} ${format}: ${outcome}`);
    const { run, format, milliseconds } = slowest ?? { run: 0, format: '', milliseconds: 0 };
    return [
      {
        what: 'crashes, hangs, errors thrown',
        measured: bad.length,
        unit: 'files',
        target: { of: 'figure', most: 0 },
      },
      {
        what: `slowest reading (${format}, run ${run})`,
        measured: milliseconds,
        unit: 'ms',
        target: { of: 'figure', most: 2000 },
      },
      {
        what: `memory of ${threads} threads at most`,
        measured: (resident - before) / 1024 / 1024,
        unit: 'MB',
        target: { of: 'figure', most: threads * megabytes },
      },
    ] satisfies readonly Row[];
  },
};

/** `npm start`, `npm test`, `npm run check`, `npm run bench`, `npm run docs`: set up, then run the task on the pinned Node. */
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { root, setUp } from './set-up.mjs';

const tasks = {
  start: [['tools/build-office.mjs'], ['apps/server/src/main.ts']],
  test: [['tools/build-office.mjs'], ['tools/test.mjs']],
  check: [
    ['node_modules/typescript/bin/tsc', '-p', '.'],
    ['node_modules/typescript/bin/tsc', '-p', 'apps/office'],
    ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
    ['tools/test.mjs', 'tools/repository'],
  ],
  bench: [['bench/run.ts']],
  docs: [['tools/print-docs.ts']],
};

const task = process.argv[2];
const steps = tasks[task];
if (!steps) {
  console.error(`没有“${task}”这个任务；有：${Object.keys(tasks).join('、')}。`);
  process.exit(2);
}

const node = await setUp();
// The programs that we start find the same Node by its name.
const env = {
  ...process.env,
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'gongkai'),
  PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
};

const run = (args) =>
  new Promise((resolve) => {
    const [script, ...rest] = args;
    const child = spawn(node, [join(root, script), ...rest], { cwd: root, stdio: 'inherit', env });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });

const rest = process.argv.slice(3);
for (const [index, step] of steps.entries()) {
  const code = await run(index === steps.length - 1 ? [...step, ...rest] : step);
  if (code !== 0) process.exit(code);
}

import { problemCatalogue } from '../../packages/annual-report/src/problem.ts';

/** docs/errors.md as it must read: the catalogue of problem codes, one line a code. */
export const errorsPage = (): string => {
  const lines = Object.entries(problemCatalogue).map(
    ([code, { message, action }]) =>
      `| \`${code}\` | ${message.replaceAll('|', '\\|')} | ${action.replaceAll('|', '\\|')} |`,
  );
  return [
    '# Problem codes (读取问题)',
    '',
    'Every problem that a reading can report, as the catalogue in `packages/annual-report/src/problem.ts` has it. Codes are stable: none is ever used again for something else. `{name}` stands for a detail.',
    '',
    'Printed by `npm run docs`; a test holds it equal to the catalogue.',
    '',
    '| Code | What happened (说明) | What to do (怎么办) |',
    '|---|---|---|',
    ...lines,
    '',
  ].join('\n');
};

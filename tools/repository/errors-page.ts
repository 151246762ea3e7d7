import { databaseProblems } from '../../apps/server/src/platform/embedded-postgres/database-error.ts';
import { problemCatalogue } from '../../packages/annual-report/src/problem.ts';
import { refusalCodes } from '../../packages/contract/src/index.ts';

const row = (code: string, message: string, action: string): string =>
  `| \`${code}\` | ${message.replaceAll('|', '\\|')} | ${action.replaceAll('|', '\\|')} |`;

const head = ['| Code | What happened (说明) | What to do (怎么办) |', '|---|---|---|'];

/** docs/errors.md as it must read: the catalogues of codes, one line a code. */
export const errorsPage = (): string =>
  [
    '# Codes of problems and refusals',
    '',
    'Codes are stable: none is ever used again for something else. `{name}` stands for a detail. Printed by `npm run docs`; tests hold the page equal to the catalogues, and the catalogues to the sources.',
    '',
    '## What a reading of a report can meet (读取问题)',
    '',
    'The catalogue in `packages/annual-report/src/problem.ts`.',
    '',
    ...head,
    ...Object.entries(problemCatalogue).map(([code, { message, action }]) => row(code, message, action)),
    '',
    '## What the server refuses (办理中的拒绝)',
    '',
    'The `code` of an answer of the API that is no success, as `packages/contract/src/refusal-codes.ts` has it; its `message` says the same with the details of the case.',
    '',
    ...head,
    ...Object.entries(refusalCodes).map(([code, [message, action]]) => row(code, message, action)),
    '',
    '## What keeps the embedded PostgreSQL from opening (内置数据库打不开)',
    '',
    'The catalogue in `apps/server/src/platform/embedded-postgres/database-error.ts`. The message stands in the terminal of whoever starts the program, which then ends.',
    '',
    ...head,
    ...Object.entries(databaseProblems).map(([code, { what, todo }]) => row(code, what, todo)),
    '',
  ].join('\n');

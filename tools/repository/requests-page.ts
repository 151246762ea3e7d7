import { actionOf, stepOf } from '../../apps/server/src/request/index.ts';
import {
  type Action,
  actionNames,
  endedStates,
  requestStateNames,
  requestStates,
  takenSteps,
} from '../../packages/contract/src/index.ts';

const steps = takenSteps.map((name) => ({ name, ...stepOf(name) }));

const actionsOf = ({ name, from }: (typeof steps)[number]): string =>
  [...new Set(from.map((state) => actionOf(name, state)))]
    .filter((action): action is Action => action !== null)
    .map((action) => actionNames[action])
    .join('、');

const diagram = [
  '```mermaid',
  'stateDiagram-v2',
  ...requestStateNames.map((state) => `  ${state}: ${requestStates[state]}`),
  '  [*] --> awaiting_confirmation: 网上、传真、平常信函、转来',
  '  [*] --> handling: 当面、口头、签收的邮件',
  ...steps.flatMap(({ from, to, title }) =>
    to === null ? [] : from.map((state) => `  ${state} --> ${to}: ${title}`),
  ),
  '  archived --> [*]',
  '```',
];

/** docs/requests.md as it must read: the states of an application and the steps between them. */
export const requestsPage = (): string =>
  [
    '# Applications (依申请公开)',
    '',
    'What can be done with an application, from intake to archive: `apps/server/src/request/step-table.ts`, and the files it gathers. A step (步骤) is a row of data: who may take it, in which states, on which article, what stands against it, what is late about it, what follows. Server, office and tests read the same rows.',
    '',
    'Printed by `npm run docs`.',
    '',
    ...diagram,
    '',
    `An application is over (${endedStates.map((state) => requestStates[state]).join('、')}) with exactly one outcome (办理结果) of the statute; the database refuses any other.`,
    '',
    '| Step | 步骤 | 职责（操作） | From | To | 依据 | 后果 |',
    '|---|---|---|---|---|---|---|',
    ...steps.map((step) => {
      const { name, title, byApplicant, from, to, article, consequence } = step;
      const who = [actionsOf(step), ...(byApplicant ? ['申请人'] : [])].filter(Boolean).join('；');
      const states = from.map((state) => requestStates[state]).join('、');
      return `| \`${name}\` | ${title} | ${who} | ${states} | ${to === null ? '—' : requestStates[to]} | ${article ?? '—'} | ${consequence} |`;
    }),
    '',
    '## Kept apart',
    '',
    '- Whoever drafts a reply passes it at no stage, and whoever has passed it at one stage passes it at no other, as long as the agency has somebody else in that role. Where it has nobody else (a township with one officer) they may: 条例第十七条 wants the reply reviewed by the agency, 第三十三条 wants it in time. Record, timeline and audit log then say 由同一人办理.',
    '- A reply on the spot (`answer_on_the_spot`) tells where to find what is public already, which has been reviewed, or provides again what was reviewed and provided for an earlier application, which is named. What is provided for the first time takes the whole way: 先审查、后公开 (条例第十七条).',
    '- Who was served rates the service; nobody of the agency can.',
    '- A reply that comes back is drafted anew and passes every stage again.',
    '',
    '## What is kept',
    '',
    '- `request_step` holds what was done, in order, written once: facts, clock and timeline are read from it. What somebody wrote is encrypted; dates, numbers, ids and words of closed vocabularies are clear.',
    '- A fee notice that is taken back (`waive_fee`) never stopped the clock.',
    '- Number and query code (查询码) open an application to its applicant. The code comes from the key of the installation and is stored nowhere.',
    '',
  ].join('\n');

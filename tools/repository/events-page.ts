import { type EventArea, eventAreas, eventKinds } from '../../packages/contract/src/index.ts';

const areaLines = (area: EventArea): readonly string[] => [
  `## ${eventAreas[area]}`,
  '',
  '| Kind | Sentence (事件描述) |',
  '|---|---|',
  ...Object.entries(eventKinds)
    .filter(([, row]) => row.area === area)
    .map(([kind, { sentence }]) => `| \`${kind}\` | ${sentence.replaceAll('|', '\\|')} |`),
  '',
];

/** docs/events.md as it must read: the vocabulary of events, area by area. */
export const eventsPage = (): string =>
  [
    '# Events (事件)',
    '',
    'Everything that happens leaves an event of one of these kinds, in the transaction of the act itself. The vocabulary is data in `packages/contract/src/event-kinds.ts`; a kind is never taken out or used for something else, because events stay readable for ever. `{actor}` is who did it, `{agency}` the agency it happened at, `{person}` whom it was done to, another `{name}` a value of the event’s data, which never holds personal data of applicants.',
    '',
    'Printed by `npm run docs`; a test holds it equal to the data, and finds events recorded in the code without standing here.',
    '',
    ...(Object.keys(eventAreas) as EventArea[]).flatMap(areaLines),
    '## The chain (校验链)',
    '',
    'Beside the acts a sealer links the events in the order in which their transactions settled: `hash(n) = H(hash(n−1) ‖ canonical JSON of event n)`, with SHA-256 or SM3 (GB/T 32905), as each link says; `hash(0)` is empty. Canonical JSON is the object with the columns of the event as an export shows them, names sorted at every level, without white space, in UTF-8; `at` is UTC with six digits of the second. An export (`gongkai audit export`, or the office) has one line a link, and the head in its last line; `gongkai audit verify --file` verifies it without a database. A head noted elsewhere finds what was cut off or written anew as a whole.',
    '',
  ].join('\n');

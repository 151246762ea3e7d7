import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventKindNames, eventKinds, isEventKind } from '../../packages/contract/src/index.ts';
import { recordedKinds } from './event-kinds.ts';
import { eventsPage } from './events-page.ts';
import { filesOf, read } from './repository.ts';

const sources = filesOf('apps/server/src/**/*.ts').filter((path) => !/(\.test|-test-kit)\.ts$/.test(path));
const recorded = sources.flatMap((path) => recordedKinds(read(path)).map((found) => ({ path, ...found })));

test('docs/events.md is the vocabulary of events, neither more nor less', () => {
  assert.equal(read('docs/events.md'), eventsPage());
});

test('every event that the server records stands in the vocabulary, spelt out where it is recorded', () => {
  const strangers = recorded
    .filter(({ kind }) => kind === null || !isEventKind(kind))
    .map(({ path, line, kind }) => `${path}:${line} records ${kind ?? 'a kind that is not spelt out'}`);
  assert.deepEqual(strangers, []);
});

test('every kind of the vocabulary is recorded somewhere', () => {
  const known = new Set(recorded.map(({ kind }) => kind));
  assert.deepEqual(
    eventKindNames.filter((kind) => !known.has(kind)),
    [],
  );
});

test('kinds are in the past tense, sentences are Chinese', () => {
  for (const [kind, { sentence }] of Object.entries(eventKinds)) {
    assert.match(kind, /^[a-z]+(_[a-z]+)*$/);
    assert.match(
      kind,
      /(ed|sent|frozen|begun|bound|shown|broken|set_up|reset|withdrawn)(_|$)/,
      `${kind} is not in the past tense`,
    );
    assert.match(sentence, /^[^a-zA-Z]*(\{\w+\}[^a-zA-Z]*)*$/, `${kind}: “${sentence}” is not Chinese`);
  }
});

test('a kind is found in the ways in which events are written, and only there', () => {
  const kinds = (text: string) => recordedKinds(text).map(({ kind }) => kind);
  assert.deepEqual(kinds(`record({ kind: 'a_done', agencyId, subject: { kind: 'x', id } })`), ['a_done']);
  assert.deepEqual(kinds(`kind: isNew ? 'a_made' : 'a_changed',\n agencyId: id,`), ['a_made', 'a_changed']);
  assert.deepEqual(kinds(`work.record({\n  kind: 'a_refused',\n  ...about,`), ['a_refused']);
  assert.deepEqual(kinds('record({ kind: some, agencyId, subject })'), [null]);
  assert.deepEqual(kinds(`openWork(work, { kind: 'to_do', agencyId, subject })`), []);
  assert.deepEqual(kinds(`subject: { kind: 'agency', id: agencyId }`), []);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import type { Report } from '../../annual-report/src/report.ts';
import { asReport } from './as-report.ts';
import { draft, lay } from './generate.ts';
import { addScores, scoreReading, scoreReport } from './score.ts';
import { truthsOf } from './truth.ts';

const laid = lay('score', draft('score', { policy: 'filled', kind: 'cityGovernment' }));
const truth = truthsOf(laid)[0]!;
const perfect = asReport(laid);
const withCell = (id: string, change: Partial<NonNullable<ReturnType<Report['cells']['get']>>>): Report => ({
  ...perfect,
  cells: new Map([...perfect.cells].map(([key, cell]) => [key, key === id ? { ...cell, ...change } : cell])),
});

test('a perfect reading has every figure right and nothing missed', () => {
  const score = scoreReport(perfect, truth);
  assert.deepEqual(
    [score.right, score.wrong, score.lost, score.status, score.misses.length],
    [score.recoverable, 0, 0, 0, 0],
  );
  assert.ok(score.agency && score.year && score.recoverable > 150);
});

test('another number is wrong, null is lost, and another status is only that', () => {
  const id = 'requests.received.naturalPerson';
  assert.equal(scoreReport(withCell(id, { value: '123456' }), truth).wrong, 1);
  assert.equal(scoreReport(withCell(id, { value: null, status: 'unreadable' }), truth).lost, 1);
  assert.equal(scoreReport(withCell(id, { status: 'solved' }), truth).status, 1);
});

test('a zero made of a blank is wrong', () => {
  const blank = lay('blank', draft('blank', { policy: 'blankForZero', kind: 'township' }));
  const truths = truthsOf(blank);
  const report = asReport(blank);
  const filled = {
    ...report,
    cells: new Map(
      [...report.cells].map(([id, cell]) => [id, cell.value === null ? { ...cell, value: '0' } : cell]),
    ),
  };
  const score = scoreReport(filled, truths[0]!);
  assert.equal(score.wrong, [...truths[0]!.cells.values()].filter(({ value }) => value === null).length);
});

test('no report at all loses every figure', () => {
  const score = addScores(scoreReading({ format: null, reports: [], problems: [] }, [truth]));
  assert.deepEqual([score.right, score.lost], [0, score.recoverable]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RedactionHit } from '@gongkai/contract';
import fc from 'fast-check';
import {
  type AreasAction,
  areasOfHit,
  changeAreas,
  heldWithin,
  isCovered,
  openAreas,
  toSend,
} from './areas.ts';

const area = { page: 1, box: [10, 10, 60, 24], reasonCode: 'phone' } as const;
const actions: fc.Arbitrary<AreasAction> = fc.oneof(
  fc.record({
    do: fc.constant('add' as const),
    areas: fc.array(fc.constant(area), { maxLength: 3 }),
  }),
  fc.record({
    do: fc.constant('setBox' as const),
    key: fc.nat(8),
    box: fc.constant([1, 2, 30, 40] as const),
    byKey: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('setReason' as const),
    key: fc.nat(8),
    reasonCode: fc.constantFrom('name', 'minor'),
  }),
  fc.record({ do: fc.constant('remove' as const), keys: fc.array(fc.nat(8), { maxLength: 3 }) }),
);

test('whatever was done can be taken back to the beginning, and done again', () => {
  fc.assert(
    fc.property(fc.array(actions, { maxLength: 30 }), (done) => {
      const start = openAreas([{ ...area, box: [...area.box] }]);
      const end = done.reduce(changeAreas, start);
      let back = end;
      while (back.past.length > 0) back = changeAreas(back, { do: 'undo' });
      assert.deepEqual(back.areas, start.areas);
      let forth = back;
      while (forth.future.length > 0) forth = changeAreas(forth, { do: 'redo' });
      assert.deepEqual(forth.areas, end.areas);
      assert.equal(
        new Set(end.areas.map(({ key }) => key)).size,
        end.areas.length,
        'each area has its own key',
      );
    }),
  );
});

test('an arrow key held down is one step to take back', () => {
  let state = openAreas([]);
  state = changeAreas(state, { do: 'add', areas: [area] });
  for (let step = 1; step <= 5; step += 1)
    state = changeAreas(state, { do: 'setBox', key: 0, box: [10 + step, 10, 60 + step, 24], byKey: true });
  state = changeAreas(state, { do: 'undo' });
  assert.deepEqual(state.areas[0]?.box, area.box);
});

test('what was found counts as covered once all its lines are', () => {
  const hit = {
    page: 1,
    boxes: [
      [100, 10, 200, 22],
      [10, 30, 50, 42],
    ],
    reasonCode: 'address',
  } as unknown as RedactionHit;
  const state = changeAreas(openAreas([]), { do: 'add', areas: areasOfHit(hit) });
  assert.equal(isCovered(hit, state.areas), true);
  assert.equal(isCovered(hit, state.areas.slice(0, 1)), false);
  assert.equal(isCovered(hit, changeAreas(state, { do: 'undo' }).areas), false);
});

test('a box stays within its page and never vanishes', () => {
  const page = { width: 595, height: 842 };
  const number = fc.double({ min: -2000, max: 2000, noNaN: true });
  fc.assert(
    fc.property(fc.tuple(number, number, number, number), (box) => {
      const [left, top, right, bottom] = heldWithin(box, page);
      assert.ok(left >= 0 && top >= 0 && right <= 595.001 && bottom <= 842.001);
      assert.ok(right - left >= 2.99 && bottom - top >= 2.99);
    }),
  );
});

test('what is sent are places and codes, in tenths of a point', () => {
  const state = changeAreas(openAreas([]), {
    do: 'add',
    areas: [{ ...area, box: [1.234, 2.349, 30, 40.06] }],
  });
  assert.deepEqual(toSend(state.areas), [{ page: 1, box: [1.2, 2.3, 30, 40.1], reasonCode: 'phone' }]);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { damaged, damages } from './damage/damages.ts';
import { draft, lay } from './generate.ts';
import { gridParts } from './grid.ts';
import type { Laid } from './laid.ts';
import { createRandom } from './random.ts';

const other = (): Laid => lay('other', draft('other'));

test('cells tile every table: no slot is drawn twice, and none is empty in a clean form', () => {
  for (let seed = 0; seed < 30; seed++)
    for (const block of lay(seed, draft(seed)).blocks) {
      if (block.kind !== 'table') continue;
      for (const part of gridParts(block)) {
        const drawn = part.rows.map(() => Array.from({ length: part.width }, () => 0));
        part.rows.forEach((row, r) => {
          for (const cell of row.cells)
            for (let dr = 0; dr < cell.rowSpan; dr++)
              for (let dc = 0; dc < cell.columnSpan; dc++) drawn[r + dr]![cell.column + dc]!++;
        });
        assert.ok(
          drawn.every((row) => row.every((count) => count === 1)),
          `${seed} ${block.name}`,
        );
      }
    }
});

test('no damage makes cells overlap or reach below their table', () => {
  for (const { name } of damages)
    for (let seed = 0; seed < 5; seed++) {
      const laid = damaged(lay(seed, draft(seed)), [name], {
        random: createRandom(`${name} ${seed}`),
        other,
      });
      for (const block of laid.blocks) {
        if (block.kind !== 'table') continue;
        for (const part of gridParts(block)) {
          const taken = new Set<string>();
          part.rows.forEach((row, r) => {
            for (const cell of row.cells)
              for (let dr = 0; dr < cell.rowSpan; dr++)
                for (let dc = 0; dc < cell.columnSpan; dc++) {
                  const at = `${r + dr} ${cell.column + dc}`;
                  assert.ok(
                    !taken.has(at) && r + dr < part.rows.length,
                    `${name} ${seed} ${block.name} ${at}`,
                  );
                  taken.add(at);
                }
          });
        }
      }
    }
});

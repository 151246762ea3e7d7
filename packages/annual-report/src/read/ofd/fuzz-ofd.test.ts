import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ReadError } from '../../problem.ts';
import { placeCells } from '../layout/draw-table.ts';
import { defaultLimits } from '../options.ts';
import { openTestEngine } from '../pdf/pdf-test-kit.ts';
import { buildZip } from '../zip/build-zip.ts';
import { openZip } from '../zip/open-zip.ts';
import { buildOfd, ofdTable, ofdText } from './build-ofd.ts';
import { readOfd } from './read-ofd.ts';

/** More, once in a while: RUNS=100000. */
const runs = Number(process.env.RUNS ?? 1500);
const engine = await openTestEngine();

const cells = placeCells(
  [
    ['规章', '1', ''],
    ['规范性文件', '2', '3'],
  ],
  [90, 60, 60],
);
const picture = '<ofd:ImageObject ID="6" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="4"/>';
const whole = buildOfd({
  pages: [ofdTable(cells) + ofdText('总计', 60, 700), picture],
  template: picture,
  picture: Buffer.from('no picture'),
});
const zip = openZip(whole, defaultLimits);
const parts = zip.entries.map(({ name }) => ({ name, data: Buffer.from(zip.read(name)).toString('utf8') }));

/** What a program that writes OFD badly, or a hostile hand, might put in the place of a piece of XML. */
const pieces = [
  '',
  '<',
  '>',
  '"',
  '&#x0;',
  '&amp',
  ' -1e309 ',
  ' NaN ',
  '9'.repeat(40),
  '<ofd:PageBlock>',
  '</ofd:Layer>',
  '<ofd:TextCode X="1e300" Y="-1e300" DeltaX="g 999999999 1e300">总计</ofd:TextCode>',
  '../../../../',
  'CTM="0 0 0 0 0 0"',
  'Boundary="0 0 1e9 1e9"',
  'M L B A Q C S',
  '\u0000',
];

const change = fc.record({
  part: fc.nat(parts.length - 1),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  piece: fc.constantFrom(...pieces),
});

test('an OFD whose parts are damaged inside a sound archive ends in a reading or a clear error', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const texts = parts.map(({ data }) => data);
      for (const { part, at, length, piece } of changes) {
        const text = texts[part]!;
        const start = Math.floor(at * text.length);
        texts[part] = text.slice(0, start) + piece + text.slice(start + length);
      }
      const damaged = buildZip(parts.map(({ name }, index) => ({ name, data: texts[index]! })));
      try {
        const { lines } = readOfd(damaged, defaultLimits, { pdf: engine, recognise: () => [] });
        for (const { place } of lines.flatMap((line) => line.cells))
          assert.ok(place.kind === 'page' && place.box.every(Number.isFinite), JSON.stringify(place));
      } catch (error) {
        assert.ok(error instanceof ReadError, String((error as Error).stack));
      }
    }),
    { numRuns: runs },
  );
});

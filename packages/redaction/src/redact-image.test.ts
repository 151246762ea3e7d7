import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Box, ReadError, renderPage } from '@gongkai/annual-report';
import { buildPng, greyPng } from '../../annual-report/src/read/image/build-png.ts';
import { checkRedaction } from './check-redaction.ts';
import { encodeJpeg } from './encode-jpeg.ts';
import { packRows } from './pack-picture.ts';
import type { Pixels } from './picture.ts';
import { redactImage } from './redact-image.ts';
import { RedactionError } from './redaction-error.ts';
import { openTestEngine } from './redaction-test-kit.ts';
import { turnUpright } from './turn-upright.ts';
import { writePng } from './write-png.ts';

const engine = await openTestEngine();

const pixels = (
  width: number,
  height: number,
  colourAt: (x: number, y: number) => readonly [number, number, number],
): Pixels => {
  const rgba = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++)
    rgba.set([...colourAt(at % width, Math.floor(at / width)), 255], at * 4);
  return { width, height, rgba };
};

/** A picture of 72 by 96 pixels, soft in colour, with a dark corner at the upper left. */
const photo = pixels(72, 96, (x, y) =>
  x < 24 && y < 24 ? [10, 10, 10] : [120 + x, 90 + y, 200 - Math.floor((x + y) / 2)],
);

/** What a PNG or JPEG shows, pixel by pixel; no area is painted. */
const shown = (bytes: Uint8Array): Pixels => {
  const { bytes: png } = redactImage(engine, bytes, []);
  const view = new DataView(png.buffer, png.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const page = renderPage(engine, png, 1, width >= height ? (width * 72) / 842 : (width * 72) / 595);
  return page;
};

const at = ({ width, rgba }: Pixels, x: number, y: number): readonly number[] => [
  ...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
];

const close = (actual: readonly number[], wanted: readonly number[], by: number): boolean =>
  actual.every((value, index) => Math.abs(value - wanted[index]!) <= by);

test('a JPEG of ours shows what went into it, in colour and in grey', () => {
  const colour = shown(encodeJpeg(photo, 3, 90));
  const grey = shown(encodeJpeg(photo, 1, 90));
  for (const [x, y] of [
    [10, 10],
    [60, 10],
    [10, 80],
    [60, 80],
    [40, 50],
  ] as const) {
    assert.ok(close(at(colour, x, y), at(photo, x, y), 12), `${at(colour, x, y)} for ${at(photo, x, y)}`);
    const red = at(photo, x, y)[0]!;
    assert.ok(close(at(grey, x, y), [red, red, red], 10), `${at(grey, x, y)} for ${red}`);
  }
});

test('a JPEG takes pixels that change as sharply as they can, of any size', () => {
  for (const [width, height] of [
    [1, 1],
    [17, 9],
    [64, 33],
  ] as const)
    for (const quality of [1, 50, 100]) {
      const noise = pixels(width, height, (x, y) => ((x + y) % 2 ? [255, 255, 255] : [0, 0, 0]));
      assert.ok(redactImage(engine, encodeJpeg(noise, 3, quality), []).bytes.length > 0);
    }
});

test('the pixels of an area are black, all others as before', () => {
  const box: Box = [30.4, 40, 60, 70.2];
  const { bytes, reasons } = redactImage(engine, writePng(packRows(photo)), [{ box, reasonCode: 'minor' }]);
  assert.deepEqual(
    reasons.map(({ reason, pages }) => [reason.name, pages]),
    [['未成年人个人信息', [1]]],
  );
  const after = shown(bytes);
  let black = 0;
  for (let y = 0; y < 96; y++)
    for (let x = 0; x < 72; x++) {
      const inside = x >= 30 && x < 60 && y >= 40 && y < 71;
      if (inside) black += at(after, x, y)[0]! < 40 ? 1 : 0;
      // Drawn for the comparison, a pixel beside the edge may be mixed with the next.
      else if (x < 28 || x > 62 || y < 38 || y > 73)
        assert.ok(close(at(after, x, y), at(photo, x, y), 6), `${x},${y}`);
    }
  assert.ok(black > 30 * 31 * 0.6);
});

const withExif = (orientation: number): Uint8Array => {
  const jpeg = encodeJpeg(photo, 3, 90);
  const exif = Buffer.from(
    'Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0 GPS 31.2304N',
    'latin1',
  );
  exif[25] = orientation;
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
};

test('a photograph is turned as a viewer shows it, and its EXIF is gone', () => {
  for (let orientation = 1; orientation <= 8; orientation++) {
    const source = withExif(orientation);
    const wanted = renderPage(engine, source, 1, orientation < 5 ? (72 * 72) / 595 : (96 * 72) / 842);
    const actual = shown(source);
    assert.deepEqual([actual.width, actual.height], [wanted.width, wanted.height]);
    for (const [x, y] of [
      [8, 8],
      [actual.width - 9, 8],
      [8, actual.height - 9],
      [actual.width - 9, actual.height - 9],
    ] as const)
      assert.ok(close(at(actual, x, y), at(wanted, x, y), 14), `${orientation}: ${x},${y}`);
    const { bytes } = redactImage(engine, source, []);
    assert.ok(!Buffer.from(bytes).includes('GPS'));
    assert.deepEqual(checkRedaction(engine, bytes, ['31.2304N']), { clean: true, remains: [] });
  }
});

test('turning four times by a quarter comes back to the picture', () => {
  let turned = photo;
  for (let each = 0; each < 4; each++) turned = turnUpright(turned, 6);
  assert.deepEqual(turned, photo);
  assert.deepEqual(turnUpright(turnUpright(photo, 6), 8), photo);
});

test('PNGs of a palette, of grey and with alpha are taken', () => {
  const rows = Uint8Array.of(0, 0b01000000);
  const palette = Buffer.from([255, 0, 0, 255, 255, 255]);
  const small = { width: 2, height: 1 };
  const cases: readonly (readonly [Uint8Array, readonly number[]])[] = [
    [buildPng({ ...small, colour: 3, bits: 1, rows, palette }), [255, 0, 0]],
    [buildPng({ ...small, colour: 0, bits: 1, rows }), [0, 0, 0]],
    [buildPng({ ...small, colour: 0, bits: 16, rows: Uint8Array.of(0, 0x40, 0, 0x80, 0) }), [64, 64, 64]],
    [
      buildPng({ ...small, colour: 6, bits: 8, rows: Uint8Array.of(0, 9, 9, 9, 0, 0, 0, 0, 255) }),
      [255, 255, 255],
    ],
  ];
  for (const [png, first] of cases) {
    const page = renderPage(engine, redactImage(engine, png, []).bytes, 1, 72);
    assert.ok(
      close(at(page, Math.floor(page.width / 5), Math.floor(page.height / 2)), first, 3),
      String(first),
    );
  }
});

test('a picture that breaks off, is none, or is too large is refused; so is an area beside it', () => {
  const code = (work: () => unknown): string => {
    try {
      work();
      return 'taken';
    } catch (error) {
      if (error instanceof ReadError) return error.problem.code;
      if (error instanceof RedactionError) return error.code;
      throw error;
    }
  };
  const png = greyPng(20, 10, () => 255);
  assert.equal(
    code(() => redactImage(engine, Buffer.from('GIF89a'), [])),
    'file.unknownFormat',
  );
  assert.equal(
    code(() => redactImage(engine, png.subarray(0, 40), [])),
    'file.damaged',
  );
  const vast = buildPng({ width: 9000, height: 9000, colour: 0, bits: 8, rows: new Uint8Array(10) });
  assert.equal(
    code(() => redactImage(engine, vast, [])),
    'file.tooLarge',
  );
  const area = { box: [30, 0, 40, 9] as const, reasonCode: 'name' };
  assert.equal(
    code(() => redactImage(engine, png, [area])),
    'area.outside',
  );
  assert.equal(engine.broken, false);
});

test('a picture of 24 million pixels fits into memory', () => {
  const large = buildPng({
    width: 6000,
    height: 4000,
    colour: 2,
    bits: 8,
    rows: new Uint8Array(18_001 * 4000),
  });
  const { bytes } = redactImage(engine, large, [{ box: [0, 0, 6000, 2000], reasonCode: 'name' }]);
  assert.ok(bytes.length > 1000);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ReadError } from '../../problem.ts';
import { openTestEngine } from '../pdf/pdf-test-kit.ts';
import { renderPage } from '../pdf/render-page.ts';
import { readReport } from '../read-report.ts';
import { sniffFormat } from '../sniff-format.ts';
import { buildZip } from '../zip/build-zip.ts';
import { buildPng, type DrawnPng } from './build-png.ts';
import { picturePages } from './picture-pages.ts';
import { readImage } from './read-image.ts';

const engine = await openTestEngine();

/** 16 by 16 grey pixels: the left half black, the right half white. */
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAQABADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDz+voCvn+voCgD/9k=',
  'base64',
);

/** The JPEG with an EXIF directory of one entry, its orientation. */
const turned = (orientation: number): Buffer => {
  const exif = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1');
  exif[25] = orientation;
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
};

/** Two pixels beside each other. */
const png = (colour: number, bits: number, rows: Uint8Array, more: Partial<DrawnPng> = {}): Buffer =>
  buildPng({ width: 2, height: 1, colour, bits, rows, ...more });

/** Where on the page it is dark: left, right, top, bottom. */
const darkSides = (bytes: Uint8Array): string => {
  const { width, height, rgba } = renderPage(engine, picturePages([bytes]), 1, 36);
  const dark = (x: number, y: number): boolean =>
    rgba[(Math.floor(y * height) * width + Math.floor(x * width)) * 4]! < 128;
  const sides = { left: dark(0.1, 0.5), right: dark(0.9, 0.5), top: dark(0.5, 0.1), bottom: dark(0.5, 0.9) };
  return Object.entries(sides)
    .filter(([, isDark]) => isDark)
    .map(([side]) => side)
    .join(' ');
};

// What a viewer shows of the same file, EXIF 2.32, 4.6.4.
const shown = ['left', 'right', 'right', 'left', 'top', 'top', 'bottom', 'bottom'];
for (const [index, side] of shown.entries()) {
  test(`shows a photograph of orientation ${index + 1} as a viewer does`, () => {
    assert.ok(darkSides(turned(index + 1)).includes(side), darkSides(turned(index + 1)));
  });
}

const red = Buffer.from([255, 0, 0, 255, 255, 255]);
for (const [name, bytes] of Object.entries({
  'one bit': png(0, 1, Uint8Array.of(0, 0b01000000)),
  grey: png(0, 8, Uint8Array.of(0, 0, 255)),
  'sixteen bits': png(0, 16, Uint8Array.of(0, 0, 0, 255, 255)),
  colour: png(2, 8, Uint8Array.of(1, 0, 0, 0, 255, 255, 255)),
  'a palette': png(3, 8, Uint8Array.of(0, 0, 1), {
    palette: Buffer.from([0, 0, 0, 255, 255, 255]),
  }),
  'grey with alpha': png(4, 8, Uint8Array.of(0, 0, 255, 0, 0)),
  'colour with alpha': png(6, 8, Uint8Array.of(0, 0, 0, 0, 255, 0, 0, 0, 0)),
  'interlaced grey': png(0, 8, Uint8Array.of(0, 0, 0, 255), { interlaced: true }),
})) {
  test(`decodes a PNG in ${name}`, () => {
    const { width, height, rgba } = renderPage(engine, picturePages([bytes]), 1, 36);
    const at = (x: number) => rgba[(Math.floor(height / 2) * width + Math.floor(x * width)) * 4]!;
    assert.deepEqual([at(0.2) < 60, at(0.8) > 195], [true, true]);
  });
}

test('a red seal is left out of what is recognised, black type is not', () => {
  let seen = '';
  readImage([png(3, 8, Uint8Array.of(0, 0, 1), { palette: red })], engine, {
    recognise: ({ pixels, width, height }) => {
      seen ||= pixels[Math.floor(height / 2) * width + Math.floor(width * 0.2)]! > 200 ? 'paper' : 'ink';
      return [];
    },
  });
  assert.equal(seen, 'paper');
});

test('a page has the size that the file states, or that of A4', () => {
  const size = (bytes: Uint8Array) => {
    const { width, height } = renderPage(engine, picturePages([bytes]), 1, 72);
    return [width, height];
  };
  assert.deepEqual(size(jpeg), [595, 595]);
  assert.equal(renderPage(engine, jpeg, 1, 72).width, 595);
  assert.deepEqual(size(png(0, 8, Uint8Array.of(0, 0, 255))), [842, 421]);
});

test('a picture is told by its content and says what it lacks', () => {
  assert.equal(sniffFormat(jpeg, 'report.pdf'), 'image');
  const codes = (bytes: Uint8Array, options = {}) => {
    const { problems, reports } = readReport(bytes, options);
    return [...problems, ...reports.flatMap((report) => report.problems)].map(({ code }) => code);
  };
  assert.deepEqual(codes(jpeg), ['image.noEngine']);
  assert.deepEqual(codes(jpeg, { pdf: engine }), ['scan.noRecogniser', 'report.none']);
});

test('pictures of one folder of an archive are the pages of one document, in the order of their numbers', () => {
  const corners = new Map<number, string>();
  const archive = buildZip([
    { name: '扫描/10.jpg', data: jpeg },
    { name: '扫描/9.jpg', data: turned(6) },
  ]);
  readReport(archive, {
    pdf: engine,
    recognise: ({ page, pixels, width, height }) => {
      const corner =
        pixels[Math.floor(height / 10) * width + Math.floor(width * 0.9)]! < 128 ? 'dark' : 'light';
      if (!corners.has(page)) corners.set(page, corner);
      return [];
    },
  });
  // Only the turned one is dark at its upper right corner.
  assert.deepEqual(
    [...corners],
    [
      [1, 'dark'],
      [2, 'light'],
    ],
  );
});

test('a damaged picture ends in a reading or a clear error', () => {
  const samples = [turned(6), png(6, 8, Uint8Array.of(0, 0, 0, 0, 255, 0, 0, 0, 0))];
  const changes = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(...samples), changes, fc.nat(400), (sample, bytes, cut) => {
      const damaged = Buffer.from(cut % 4 === 0 ? sample.subarray(0, cut) : sample);
      for (const [at, to] of bytes) if (at > 3 && at < damaged.length) damaged[at] = to;
      try {
        readImage([damaged], engine);
      } catch (error) {
        assert.ok(error instanceof ReadError, String(error));
      }
      assert.equal(engine.broken, false);
    }),
    { numRuns: 300 },
  );
});

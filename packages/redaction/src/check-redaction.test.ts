import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { greyPng } from '../../annual-report/src/read/image/build-png.ts';
import { buildPdf, show } from '../../annual-report/src/read/pdf/build-pdf.ts';
import { pdfStreams } from './check/pdf-streams.ts';
import { stringsOf } from './check/pdf-strings.ts';
import { checkRedaction, type RemainPlace } from './check-redaction.ts';
import { redactImage } from './redact-image.ts';
import { redactPdf } from './redact-pdf.ts';
import { openTestEngine } from './redaction-test-kit.ts';

const engine = await openTestEngine();
const word = '13812345678';
const clean = redactPdf(engine, buildPdf({ pages: [{ content: show('云山', 50, 50) }] }), []).bytes;

/** The clean file with an object smuggled in before its table. */
const smuggled = (object: string | Uint8Array): Uint8Array => {
  const at = Buffer.from(clean).lastIndexOf('xref\n', Buffer.from(clean).lastIndexOf('startxref') - 1);
  return Buffer.concat([
    clean.subarray(0, at),
    Buffer.from('77 0 obj\n'),
    typeof object === 'string' ? Buffer.from(object, 'latin1') : object,
    Buffer.from('\nendobj\n'),
    clean.subarray(at),
  ]);
};
const stream = (filters: string, data: Uint8Array): Uint8Array =>
  Buffer.concat([
    Buffer.from(`<<${filters}/Length ${data.length}>>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);

const placesOf = (bytes: Uint8Array, words = [word]): readonly RemainPlace[] => [
  ...new Set(checkRedaction(engine, bytes, words).remains.map(({ place }) => place)),
];

test('a redacted file is clean', () => {
  assert.deepEqual(checkRedaction(engine, clean, [word, '张三', '云山']), { clean: true, remains: [] });
});

test('a black box drawn over text is seen through', () => {
  const covered = buildPdf({ pages: [{ content: `${show(word, 50, 50)}0 g 40 40 200 30 re f` }] });
  assert.ok(placesOf(covered).includes('text'));
  const pages = checkRedaction(engine, covered, [word]).remains.map(({ where }) => where);
  assert.ok(pages.includes('第 1 页的文字'));
});

test('a word is found in every disguise that a file can hold it in', () => {
  const utf16 = Buffer.from(word, 'utf16le').swap16();
  const octal = [...word].map((digit) => `\\${digit.charCodeAt(0).toString(8)}`).join('');
  const base85 = Buffer.from('0etOA2)[BQ~>');
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['plain', smuggled(`(${word})`)],
    ['hexadecimal', smuggled(`<${Buffer.from(word).toString('hex')}>`)],
    ['hexadecimal UTF-16', smuggled(`<FEFF${utf16.toString('hex').toUpperCase()}>`)],
    ['octal', smuggled(`(${octal})`)],
    ['UTF-16', smuggled(Buffer.concat([Buffer.from('('), utf16, Buffer.from(')')]))],
    ['in pieces', smuggled('[(138)-20(1234)3(5678)]TJ')],
    ['compressed', smuggled(stream('/Filter/FlateDecode', deflateSync(`(${word}) Tj`)))],
    ['compressed in pieces', smuggled(stream('/Filter[/FlateDecode]', deflateSync('[(138)1(12345678)]TJ')))],
    [
      'hexadecimal and compressed',
      smuggled(
        stream('/Filter[/ASCIIHexDecode/FlateDecode]', Buffer.from(`${deflateSync(word).toString('hex')}>`)),
      ),
    ],
    ['after the end', Buffer.concat([clean, Buffer.from(`\n% ${word}`)])],
    ['base 85', smuggled(stream('/Filter/ASCII85Decode', base85))],
  ];
  for (const [name, bytes] of cases) {
    const { remains } = checkRedaction(engine, bytes, ['nothing', name === 'base 85' ? '12345678' : word]);
    assert.ok(
      remains.some(({ word: index }) => index === 1),
      name,
    );
    assert.ok(remains.every(({ where }) => !where.includes(word)));
  }
});

test('parts that a file of pictures doesn’t have are named', () => {
  const titled = buildPdf({
    pages: [{ content: show('云', 50, 50) }],
    title: '标题',
    attachment: { name: 'a.txt', text: 'x' },
  });
  const names = checkRedaction(engine, titled, [])
    .remains.filter(({ place }) => place === 'structure')
    .map(({ where }) => where);
  assert.deepEqual(names, ['第 1 页有可以选中的文字', '文件里有字体', '文件里有附件', '文件里有元数据']);
  const saved = Buffer.concat([clean, Buffer.from('\nstartxref\n0\n%%EOF')]);
  assert.ok(
    checkRedaction(engine, saved, []).remains.some(({ where }) => where === '文件里有以前保存的版本'),
  );
});

test('a stream that can’t be unpacked is named, not passed over', () => {
  for (const filters of ['/Filter/LZWDecode', '/Filter/FlateDecode'])
    assert.deepEqual(placesOf(smuggled(stream(filters, Buffer.from('\x00rubbish')))), ['structure'], filters);
});

test('a PNG with text, or with something after its end, is not clean', () => {
  const { bytes } = redactImage(
    engine,
    greyPng(20, 10, (index) => index & 255),
    [],
  );
  assert.deepEqual(placesOf(bytes), []);
  assert.deepEqual(placesOf(Buffer.concat([bytes, Buffer.from(word)])), ['bytes', 'structure']);
  const text = Buffer.concat([
    bytes.subarray(0, 33),
    Buffer.from([0, 0, 0, 3]),
    Buffer.from('tEXta\0b'),
    Buffer.alloc(4),
    bytes.subarray(33),
  ]);
  assert.deepEqual(placesOf(text), ['structure']);
});

test('flat pictures are no false alarm', () => {
  for (const level of [0x31, 0x30]) {
    const { bytes } = redactImage(
      engine,
      greyPng(200, 100, () => level),
      [],
    );
    assert.ok(checkRedaction(engine, bytes, ['111111', '000000', '1', '男']).clean);
  }
});

test('any bytes are taken apart without an end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 60 }), (bytes, text) => {
      const mixed = Buffer.concat([
        Buffer.from('1 0 obj<</Filter/FlateDecode>>stream\n'),
        bytes,
        Buffer.from(text),
      ]);
      assert.equal(pdfStreams(mixed).streams.length > 0, true);
      assert.equal(typeof stringsOf(mixed), 'string');
    }),
  );
  assert.equal(typeof stringsOf(Buffer.from('('.repeat(200_000))), 'string');
  assert.equal(typeof stringsOf(Buffer.from('(\\'.repeat(100_000))), 'string');
  assert.equal(typeof stringsOf(Buffer.from('<1'.repeat(100_000))), 'string');
  assert.equal(pdfStreams(Buffer.from('stream'.repeat(20_000))).streams.length > 0, true);
});

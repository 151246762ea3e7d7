import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReadError } from '../../problem.ts';
import { readMhtml } from './read-mhtml.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const archive = (part: string): string =>
  [
    'From: <Saved by Blink>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html"; boundary="----=_part"',
    '',
    '',
    '------=_part',
    part,
    '------=_part',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '------=_part--',
    '',
  ].join('\r\n');

test('a page in quoted-printable is read with its soft line breaks put together', () => {
  const page =
    'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p style=3D"color:red">=E8=A7=\r\n=84=E7=AB=A0</p>';
  assert.deepEqual(
    readMhtml(bytes(archive(page))).lines.map((line) => line.cells[0]?.text),
    ['规章'],
  );
});

test('a soft line break inside a tag keeps the blank before it, so that the cell is still a cell', () => {
  const page =
    'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<table><tr><td>7</td><td =\r\ncolspan=3D"3">8</td></tr></table>';
  assert.deepEqual(
    readMhtml(bytes(archive(page))).lines.map((line) => line.cells.map(({ text }) => text)),
    [['7', '8']],
  );
});

test('a page in base64 and GB 2312 is read, inner multiparts too', () => {
  const gb = Buffer.from([0x3c, 0x70, 0x3e, 0xb9, 0xe6, 0xd5, 0xc2]).toString('base64');
  const page = `Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n${gb}`;
  assert.deepEqual(
    readMhtml(bytes(archive(page))).lines.map((line) => line.cells[0]?.text),
    ['规章'],
  );
  const inner = `Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain\r\n\r\nx\r\n--in\r\n${page}\r\n--in--`;
  assert.deepEqual(
    readMhtml(bytes(archive(inner))).lines.map((line) => line.cells[0]?.text),
    ['规章'],
  );
});

test('an archive without a page is refused', () => {
  assert.throws(() => readMhtml(bytes(archive('Content-Type: text/plain\r\n\r\nx'))), ReadError);
  assert.throws(() => readMhtml(bytes('Content-Type: multipart/related; boundary=a\r\n\r\n')), ReadError);
});

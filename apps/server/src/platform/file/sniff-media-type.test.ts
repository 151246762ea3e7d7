import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { sniffMediaType } from './sniff-media-type.ts';

const office = (name: string): Buffer =>
  readFileSync(new URL(`../../../../../packages/annual-report/fixtures/office/${name}`, import.meta.url));

/** A ZIP with one entry, as far as a reader of its beginning can tell. */
const zipOf = (name: string): Buffer => {
  const content = deflateRawSync('<?xml version="1.0"?>');
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), content]);
};

describe('the media type of a file', () => {
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'application/pdf'],
    [
      'a DOCX',
      office('report.docx'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['an XLSX', office('sheet.xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['an old DOC', office('report.doc'), 'application/msword'],
    ['an OFD', zipOf('OFD.xml'), 'application/ofd'],
    ['another ZIP', zipOf('readme.bin'), 'application/zip'],
    [
      'a PNG',
      Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
      'image/png',
    ],
    ['text in UTF-8', Buffer.from('政府信息公开申请表'), 'text/plain'],
    ['text in GB 18030', Buffer.from([0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2]), 'text/plain'],
    ['a page, whatever it calls itself', Buffer.from('\ufeff <!-- x --><!DOCTYPE html><p>'), 'text/html'],
    ['a script in a page', Buffer.from('hello <script>alert(1)</script>'), 'text/html'],
    ['a drawing', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="x">'), 'image/svg+xml'],
    ['XML', Buffer.from('<?xml version="1.0"?><a/>'), 'application/xml'],
    ['noise', Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0, 7]), 'application/octet-stream'],
  ];
  for (const [what, bytes, type] of cases)
    it(`is told for ${what}`, async () => {
      assert.equal(await sniffMediaType(bytes), type);
    });

  it('is told for text that is cut in the middle of a character', async () => {
    assert.equal(await sniffMediaType(Buffer.from('政府信息').subarray(0, -1)), 'text/plain');
  });
});

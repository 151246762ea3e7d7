import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sniffFormat } from './sniff-format.ts';
import { buildZip } from './zip/build-zip.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const compound = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1024),
    Buffer.from(`${stream}\0`, 'utf16le'),
  ]);
const zip = (...names: readonly string[]): Uint8Array =>
  buildZip(names.map((name) => ({ name, data: ascii('x') })));

test('content decides, whatever the name says', () => {
  assert.equal(sniffFormat(ascii('<html><body><p>文'), '报告.doc'), 'html');
  assert.equal(sniffFormat(ascii('\r\n<!DOCTYPE html><p>文'), '报告.txt'), 'html');
  assert.equal(sniffFormat(ascii('<?xml version="1.0"?><!-- a --><html xmlns="x"><p>文</p></html>')), 'html');
  assert.equal(
    sniffFormat(ascii('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n'), 'a.doc'),
    'mhtml',
  );
  assert.equal(sniffFormat(ascii('rubbish\n%PDF-1.7\n'), 'a.doc'), 'pdf');
  assert.equal(sniffFormat(ascii('{\\rtf1\\ansi'), 'a.doc'), 'rtf');
  assert.equal(sniffFormat(ascii('{"agency":"甲"}')), 'json');
});

test('office containers are told by their parts', () => {
  assert.equal(sniffFormat(zip('[Content_Types].xml', 'word/document.xml'), 'a.zip'), 'docx');
  assert.equal(sniffFormat(zip('[Content_Types].xml', 'xl/workbook.xml')), 'xlsx');
  assert.equal(sniffFormat(zip('OFD.xml', 'Doc_0/Document.xml')), 'ofd');
  assert.equal(sniffFormat(zip('甲局.docx', '乙局.html')), 'archive');
  assert.equal(sniffFormat(compound('WordDocument')), 'doc');
  assert.equal(sniffFormat(compound('Workbook')), 'xls');
  assert.equal(sniffFormat(compound('EncryptedPackage')), 'encrypted');
  assert.equal(sniffFormat(compound('Other')), null);
});

test('Markdown and plain text are told by the name, else by a table of pipes', () => {
  assert.equal(sniffFormat(ascii('# 标题\n文'), 'a.md'), 'markdown');
  assert.equal(sniffFormat(ascii('# 标题\n| a | b |\n|---|---|'), 'a.txt'), 'text');
  assert.equal(sniffFormat(ascii('# 标题\n| a | b |\n|---|---|')), 'markdown');
  assert.equal(sniffFormat(ascii('# 标题\n<table><tr><td>1</td></tr></table>'.repeat(9))), 'markdown');
  assert.equal(sniffFormat(ascii('规章\n0\n0')), 'text');
});

test('bytes that no text has, and XML of other kinds, are no known format', () => {
  assert.equal(sniffFormat(Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 32)), null);
  assert.equal(sniffFormat(ascii('<?xml version="1.0"?><w:wordDocument/>')), null);
});

test('a text cut in the middle of a character, or made of empty lines, is told as fast as any', () => {
  assert.equal(sniffFormat(ascii(`a${'政府信息公开'.repeat(8000)}`)), 'text');
  assert.equal(sniffFormat(ascii('\n'.repeat(500_000))), 'text');
});

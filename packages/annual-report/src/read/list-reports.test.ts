import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReadError } from '../problem.ts';
import { listReports, readArchiveEntry } from './list-reports.ts';
import { defaultLimits } from './options.ts';
import { buildZip } from './zip/build-zip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const zip = (files: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  buildZip(Object.entries(files).map(([name, data]) => ({ name, data })));

test('every file of an archive is listed, nested archives opened, hidden files left out', () => {
  const archive = zip({
    '甲局.txt': bytes('甲'),
    '__MACOSX/._甲局.txt': bytes('x'),
    '文件夹/.DS_Store': bytes('x'),
    '~$乙局.docx': bytes('x'),
    '区县.zip': zip({ '乙局.txt': bytes('乙') }),
  });
  const files = [...listReports(archive)];
  assert.deepEqual(
    files.map(({ name, entry }) => [name, entry]),
    [
      ['甲局.txt', ['甲局.txt']],
      ['区县.zip/乙局.txt', ['区县.zip', '乙局.txt']],
    ],
  );
  assert.deepEqual(
    files.map((file) => new TextDecoder().decode(file.bytes())),
    ['甲', '乙'],
  );
  assert.equal(new TextDecoder().decode(readArchiveEntry(archive, ['区县.zip', '乙局.txt'])), '乙');
});

test('archives nested too deep are refused, so are bytes that are no archive', () => {
  let nested = zip({ 'a.txt': bytes('a') });
  for (let depth = 0; depth < 4; depth += 1) nested = zip({ 'a.zip': nested });
  assert.throws(() => [...listReports(nested)], ReadError);
  assert.throws(() => [...listReports(bytes('文'))], ReadError);
  assert.throws(
    () => [...listReports(zip({ '[Content_Types].xml': bytes(''), 'word/document.xml': bytes('') }))],
    ReadError,
  );
  assert.throws(
    () => readArchiveEntry(nested, ['a.zip', 'a.zip', 'a.zip', 'a.zip', 'a.txt'], defaultLimits),
    ReadError,
  );
});

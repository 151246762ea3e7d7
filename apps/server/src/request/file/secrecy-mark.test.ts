import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { zipOf } from './case-file-test-kit.ts';
import { bearsMark, withoutMark } from './secrecy-mark.ts';

const isRefused = async (bytes: Uint8Array): Promise<boolean> => {
  const marked = new Error('marked');
  try {
    const pieces = (async function* () {
      yield bytes;
    })();
    for await (const _ of withoutMark(pieces, () => {
      throw marked;
    }));
    return false;
  } catch (error) {
    assert.equal(error, marked);
    return true;
  }
};

test('the mark is found with blanks of any width, in words that are cut by tags, and behind a sign that opens none', async () => {
  assert.ok(bearsMark('机密　★10年'));
  assert.ok(!bearsMark('保守机密，人人有责'));
  assert.ok(await isRefused(zipOf({ 'word/document.xml': '<w:t>秘</w:t><w:t>密</w:t><w:t>★</w:t>' })));
  assert.ok(await isRefused(zipOf({ 'a.txt': '3 < 4，秘密★' })));
  const runs = '<w:r><w:t>机</w:t></w:r><w:r a="1"><w:t>密</w:t></w:r><w:t> </w:t><w:t>★</w:t>';
  assert.ok(await isRefused(zipOf({ 'word/document.xml': `<?xml version="1.0"?>${runs}` })));
  assert.ok(!(await isRefused(zipOf({ 'a.xml': '<t>秘密</t><t>五</t><t>★</t>' }))));
  assert.ok(!(await isRefused(zipOf({ 'a.txt': '秘密' }))));
});

test('an archive that is made to be looked through for hours is looked through at once', async () => {
  const place = (name: string) => JSON.stringify(fileURLToPath(new URL(name, import.meta.url)));
  const script = `
    import { zipOf } from ${place('./case-file-test-kit.ts')};
    import { withoutMark } from ${place('./secrecy-mark.ts')};
    const pieces = async function* () { yield zipOf({ 'a.xml': '★' + '<'.repeat(8_000_000), 'b.txt': '密'.repeat(2_000_000) }); };
    for await (const _ of withoutMark(pieces(), () => process.exit(1)));`;
  // In a program of its own, which can be ended: nothing else runs while it looks.
  const options = { timeout: 60_000 };
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], options);
});

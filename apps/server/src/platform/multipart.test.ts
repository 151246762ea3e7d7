import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type FormFile, readFormFiles } from './multipart.ts';

const encode = async (form: FormData): Promise<{ readonly body: Uint8Array; readonly type: string }> => {
  const request = new Request('http://localhost', { method: 'POST', body: form });
  return {
    body: new Uint8Array(await request.arrayBuffer()),
    type: request.headers.get('content-type') ?? '',
  };
};

test('every file comes out as it went in, whatever it holds and whatever it is called', async () => {
  const file = fc.record({
    name: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter((name) => name.isWellFormed()),
    bytes: fc.uint8Array({ maxLength: 300 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 5 }), async (files) => {
      const form = new FormData();
      form.append('note', 'not a file');
      for (const { name, bytes } of files)
        form.append('files', new File([bytes as Uint8Array<ArrayBuffer>], name));
      const { body, type } = await encode(form);
      const found = readFormFiles(body, type, 100) as readonly FormFile[];
      assert.deepEqual(
        found.map(({ bytes }) => [...bytes]),
        files.map(({ bytes }) => [...bytes]),
      );
      // A browser writes any line break in a name as CR LF.
      const asSent = (name: string): string => name.replace(/\r\n?|\n/g, '\n').replace(/%(22|0D|0A)/gi, '·');
      assert.deepEqual(
        found.map(({ name }) => asSent(name)),
        files.map(({ name }) => asSent(name)),
      );
    }),
    { numRuns: 50 },
  );
});

test('a form that was cut off anywhere is refused, never half taken', async () => {
  const form = new FormData();
  form.append('files', new File(['a report'], '报告.txt'));
  const { body, type } = await encode(form);
  // The line break after the last delimiter says nothing.
  for (let length = 0; length < body.length - 2; length += 1)
    assert.equal(typeof readFormFiles(body.subarray(0, length), type, 10), 'string', String(length));
});

test('what is no form, or one of too many parts, is told apart', async () => {
  const form = new FormData();
  for (let index = 0; index < 20; index += 1) form.append('files', new File([], `${index}.txt`));
  const { body, type } = await encode(form);
  assert.equal(readFormFiles(body, type, 19), 'tooMany');
  assert.equal((readFormFiles(body, type, 20) as readonly FormFile[]).length, 20);
  assert.equal(readFormFiles(body, 'text/plain', 20), 'noForm');
  assert.equal(readFormFiles(body, 'multipart/form-data', 20), 'noForm');
});

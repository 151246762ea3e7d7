import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type FormBroken, readFormParts } from './read-form-parts.ts';

const limits = { most: 10_000_000, parts: 20 };

interface Read {
  readonly field: string;
  readonly name: string | null;
  readonly bytes: string;
}

const read = async (request: Request, given = limits): Promise<readonly Read[]> => {
  const parts: Read[] = [];
  for await (const { field, name, bytes } of readFormParts(request, given)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    parts.push({ field, name, bytes: Buffer.concat(chunks).toString('latin1') });
  }
  return parts;
};

/** A request whose body comes in pieces of the given lengths, over and over. */
const inPieces = (body: Uint8Array, contentType: string, lengths: readonly number[]): Request => {
  let [at, turn] = [0, 0];
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (at >= body.length) return controller.close();
      const length = lengths[turn % lengths.length] ?? 1;
      controller.enqueue(body.slice(at, at + length));
      at += length;
      turn += 1;
    },
  });
  return new Request('http://form.example/', {
    method: 'POST',
    body: stream,
    duplex: 'half',
    headers: { 'content-type': contentType },
  });
};

const bytesOf = async (form: FormData): Promise<{ readonly body: Uint8Array; readonly type: string }> => {
  const response = new Response(form);
  return {
    body: new Uint8Array(await response.arrayBuffer()),
    type: response.headers.get('content-type') ?? '',
  };
};

test('whatever is in a form and however it is cut on the line, the parts come as they were sent', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.boolean(), fc.uint8Array({ maxLength: 400 })), { maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1, maxLength: 5 }),
      async (fields, lengths) => {
        const form = new FormData();
        for (const [at, [isFile, bytes]] of fields.entries())
          form.append(
            `field${at}`,
            isFile
              ? new File([bytes as Uint8Array<ArrayBuffer>], `文件${at}.pdf`)
              : Buffer.from(bytes).toString('hex'),
          );
        const { body, type } = await bytesOf(form);
        const parts = await read(inPieces(body, type, lengths));
        assert.deepEqual(
          parts,
          fields.map(([isFile, bytes], at) => ({
            field: `field${at}`,
            name: isFile ? `文件${at}.pdf` : null,
            bytes: isFile ? Buffer.from(bytes).toString('latin1') : Buffer.from(bytes).toString('hex'),
          })),
        );
      },
    ),
    { numRuns: 60 },
  ));

test('a file that its reader stops reading is passed over, and the next part comes whole', async () => {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(300_000).fill(65)], 'a'));
  form.append('after', '好');
  const { body, type } = await bytesOf(form);
  const seen: string[] = [];
  for await (const { field, bytes } of readFormParts(inPieces(body, type, [4096]), limits)) {
    for await (const chunk of bytes) {
      seen.push(field, field === 'after' ? Buffer.from(chunk).toString('utf8') : '');
      break;
    }
  }
  assert.deepEqual(seen, ['file', '', 'after', '好']);
});

test('a form cut off anywhere is said to be, and never taken for whole', async () => {
  const form = new FormData();
  form.append('a', '一');
  form.append('b', new File(['bytes'], 'b.pdf'));
  const { body, type } = await bytesOf(form);
  // After the last "--" only a line break follows.
  for (let length = 1; length < body.length - 2; length += 1)
    await assert.rejects(
      read(inPieces(body.slice(0, length), type, [7])),
      (error: FormBroken) => error.fault === 'cutOff',
      `${length} of ${body.length}`,
    );
});

test('too many parts, too many bytes and what is no form are told apart', async () => {
  const form = new FormData();
  for (let at = 0; at < 5; at += 1) form.append(`f${at}`, 'x'.repeat(1000));
  const { body, type } = await bytesOf(form);
  const faultOf = (request: Request, given = limits) =>
    read(request, given).then(
      () => null,
      (error: FormBroken) => error.fault,
    );
  assert.equal(await faultOf(inPieces(body, type, [50]), { ...limits, parts: 4 }), 'tooMany');
  assert.equal(await faultOf(inPieces(body, type, [50]), { ...limits, most: 2000 }), 'tooLong');
  assert.equal(await faultOf(inPieces(body, 'text/plain', [50])), 'noForm');
  assert.equal(await faultOf(inPieces(body, 'multipart/form-data; boundary=another', [50])), 'cutOff');
});

test('what follows the last part is passed over up to the limit, and neither waited for nor a fault beyond it', async () => {
  const form = new FormData();
  form.append('a', '一');
  const { body, type } = await bytesOf(form);
  for (const after of ['endless', 'broken off']) {
    let sent = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (sent > 0 && after === 'broken off') return controller.error(new Error('gone'));
        controller.enqueue(sent === 0 ? new Uint8Array(body) : new Uint8Array(1000));
        sent += 1;
      },
    });
    const request = new Request('https://yunshan.example/', {
      method: 'POST',
      headers: { 'content-type': type },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    assert.equal((await read(request)).length, 1, after);
  }
});

import { crc32, deflateRawSync } from 'node:zlib';
import type { Identity } from '../../every-route-test-kit.ts';
import type { TestServer } from '../../server-test-kit.ts';

/** What came of asking. */
export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the answers are looked at field by field
  readonly body: any;
}

/** Sends a file into a case as the office does. */
export const upload = async (
  server: TestServer,
  who: Identity | null,
  requestId: string,
  file: { readonly kind?: string; readonly name: string; readonly bytes: Uint8Array | ReadableStream },
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> => {
  const query = new URLSearchParams({ kind: file.kind ?? 'information', name: file.name });
  const answer = await server.ask('POST', `/api/requests/${requestId}/files?${query}`, {
    body: file.bytes as never,
    headers: { 'content-type': 'application/octet-stream', ...headers },
    cookie: who?.cookie,
  });
  return { status: answer.status, body: await answer.json() };
};

/** A ZIP of deflated entries, the names in UTF-8. */
export const zipOf = (entries: Readonly<Record<string, Uint8Array | string>>): Buffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const plain = Buffer.from(content as string);
    const packed = deflateRawSync(plain);
    const title = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x800, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(plain), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(plain.length, 18);
    head.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, title, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, tail, title]));
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06'), end]);
};

const contentTypes = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';

/** A Word document with this XML as its text. */
export const docxOf = (xml: string): Buffer =>
  zipOf({
    '[Content_Types].xml': contentTypes,
    'word/document.xml': `<w:document><w:body><w:p>${xml}</w:p></w:body></w:document>`,
  });

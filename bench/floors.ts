import { inflateRawSync } from 'node:zlib';
import * as cfb from 'cfb';
import { Tokenizer } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { type ZippedPart, zippedParts } from './zipped-parts.ts';

/** The least that must be done with the bytes of a format before anybody knows what they say. */
export interface Floor {
  readonly what: string;
  readonly run: (bytes: Uint8Array) => void;
}

const strict = new TextDecoder('utf-8', { fatal: true });
const utf8 = new TextDecoder();
const utf16 = new TextDecoder('utf-16le');

/** Text cut into its lines and their words. */
const cut = (text: string): void => {
  for (const line of text.split('\n')) line.split(/[\s|]+/);
};

const nothing = (): void => {};

const tokeniseHtml = (html: string): void => {
  const tokenizer = new Tokenizer(
    {},
    {
      ontext: nothing,
      ontextentity: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
      onopentagname: nothing,
      onattribname: nothing,
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onopentagend: nothing,
      onselfclosingtag: nothing,
      onclosetag: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
};

const parsePart = ({ method, packed }: ZippedPart): void => {
  const data = method === 8 ? inflateRawSync(packed) : packed;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', nothing);
  parser.on('text', nothing);
  parser.write(utf8.decode(data)).close();
};

const text: Floor = { what: 'decode, cut', run: (bytes) => cut(strict.decode(bytes)) };

const zipped: Floor = {
  what: 'inflate, saxes',
  run: (bytes) => {
    for (const part of zippedParts(bytes)) if (/\.(?:xml|rels)$/.test(part.name)) parsePart(part);
  },
};

/** By the first word of a layout's name. */
export const floors: Readonly<Record<string, Floor>> = {
  text,
  markdown: text,
  html: { what: 'decode, htmlparser2', run: (bytes) => tokeniseHtml(strict.decode(bytes)) },
  docx: zipped,
  xlsx: zipped,
  ofd: zipped,
  doc: {
    what: 'cfb, decode',
    run: (bytes) => {
      const stream = cfb.find(cfb.read(Buffer.from(bytes), { type: 'buffer' }), 'WordDocument');
      cut(utf16.decode(new Uint8Array((stream?.content ?? []) as number[])));
    },
  },
  rtf: {
    what: 'decode, scan',
    run: (bytes) => {
      const words = /\\([a-z]+)(-?\d*) ?|\\'[0-9a-f]{2}|\\[^a-z]|[{}]|[^\\{}]+/g;
      const rtf = Buffer.from(bytes).toString('latin1');
      while (words.exec(rtf) !== null);
    },
  },
};

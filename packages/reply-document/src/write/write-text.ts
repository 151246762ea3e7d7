import type { ReplyDocument } from '../document.ts';
import { printDocument } from './printed-document.ts';

const indent = '　　';

/** The document as plain text, for mail and for reading aloud. */
export const writeText = (document: ReplyDocument): string => {
  const { letterhead, number, title, salutation, body, enclosures, signature, contact, slip } =
    printDocument(document);
  return [
    ...letterhead,
    '',
    ...(number === null ? [] : [number, '']),
    title,
    '',
    salutation,
    ...body.map((text) => indent + text),
    ...(enclosures.length === 0 ? [] : ['']),
    ...enclosures.map(
      ({ lead, number, name }) => `${indent}${lead || '　　　'}${number}${number && ' '}${name}`,
    ),
    '',
    ...signature.map(({ text }) => indent.repeat(8) + text),
    '',
    indent + contact,
    '',
    ...(slip === null
      ? []
      : [
          slip.title,
          '',
          slip.salutation,
          ...slip.body.map((text) => indent + text),
          '',
          ...slip.signature,
          '',
        ]),
  ].join('\n');
};

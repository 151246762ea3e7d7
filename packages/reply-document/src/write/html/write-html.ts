import type { ReplyDocument } from '../../document.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { printDocument } from '../printed-document.ts';

/**
 * The document as a piece of a page, for preview: it has no style of its own (`htmlStyle` is the sheet to
 * serve with it), so that it may stand under a strict content policy.
 */
export const writeHtml = (document: ReplyDocument): string => {
  const printed = printDocument(document);
  const { letterhead, number, title, salutation, body, enclosures, signature, contact, slip } = printed;
  const paragraph = (name: string, text: string): string => `<p class="${name}">${escapeMarkup(text)}</p>`;
  return [
    '<article class="reply-document" lang="zh-CN">',
    `<p class="letterhead">${letterhead.map(escapeMarkup).join('<br>')}</p>`,
    ...(number === null ? [] : [paragraph('number', number)]),
    `<h1>${escapeMarkup(title)}</h1>`,
    paragraph('salutation', salutation),
    ...body.map((text) => `<p>${escapeMarkup(text)}</p>`),
    ...(enclosures.length === 0
      ? []
      : [
          '<div class="enclosures">',
          ...enclosures.map(
            ({ lead, number, name }) =>
              `<p><span class="lead">${lead}</span>${number && `<span class="count">${number}</span>`}<span>${escapeMarkup(name)}</span></p>`,
          ),
          '</div>',
        ]),
    '<div class="signature">',
    ...signature.map(({ text }) => `<p>${escapeMarkup(text)}</p>`),
    '</div>',
    paragraph('contact', contact),
    ...(slip === null
      ? []
      : [
          '<section class="slip">',
          `<h2>${escapeMarkup(slip.title)}</h2>`,
          paragraph('salutation', slip.salutation),
          ...slip.body.map((text) => `<p>${escapeMarkup(text)}</p>`),
          ...slip.signature.map((text) => paragraph('sign', text)),
          '</section>',
        ]),
    '</article>',
    '',
  ].join('\n');
};

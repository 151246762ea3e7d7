import type { Pdfium } from './engine.ts';
import { readUtf16 } from './read-utf16.ts';

/** The name under which our own writer attaches the figures. */
export const embeddedName = 'gongkai-report.json';
const mostAttachments = 64;
const largest = 4 * 1024 * 1024;

/** The JSON attached by our own writer; null where there is none. */
export const embeddedReport = (pdfium: Pdfium, document: number): string | null => {
  const { call } = pdfium;
  const count = Math.min(mostAttachments, call.FPDFDoc_GetAttachmentCount(document));
  for (let index = 0; index < count; index++) {
    const attachment = call.FPDFDoc_GetAttachment(document, index);
    if (attachment === 0) continue;
    const name = readUtf16(pdfium, (buffer, length) =>
      call.FPDFAttachment_GetName(attachment, buffer, length),
    );
    if (name === embeddedName) return fileOf(pdfium, attachment);
  }
  return null;
};

const fileOf = (pdfium: Pdfium, attachment: number): string | null => {
  const { call, scratch } = pdfium;
  if (call.FPDFAttachment_GetFile(attachment, 0, 0, scratch) === 0) return null;
  const size = pdfium.words()[scratch >> 2]! >>> 0;
  if (size === 0 || size > largest) return null;
  const buffer = pdfium.allocate(size);
  try {
    if (call.FPDFAttachment_GetFile(attachment, buffer, size, scratch) === 0) return null;
    return new TextDecoder().decode(pdfium.bytes().slice(buffer, buffer + size));
  } finally {
    pdfium.free(buffer);
  }
};

import type { RequestFile } from '@gongkai/contract';

/** What a browser may show; everything else is only kept. */
const shown: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg'];

/**
 * Nothing in a file of strangers may run, load or be framed, even should a browser take it for a page. The sandbox closes
 * a browser's own viewer of PDFs as well: one that is to be shown goes without, its type alone makes it no page.
 */
const policy = (isShownPdf: boolean): string =>
  `default-src 'none'; frame-ancestors 'none'${isShownPdf ? '' : '; sandbox'}`;

/** RFC 6266 with RFC 8187: the name in full, and one of plain letters for programs that don't know it. */
export const disposition = (how: 'attachment' | 'inline', name: string): string => {
  const ending = /\.[a-z\d]{1,8}$/i.exec(name)?.[0] ?? '';
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="file${ending}"; filename*=UTF-8''${encoded}`;
};

/**
 * A file as an answer: to be kept, or where it was asked for so and it is a PDF, PNG or JPEG, to be shown. Its type is
 * what its bytes were when it came, and no browser guesses another.
 */
export const answerFile = (
  {
    file,
    bytes,
  }: {
    readonly file: Pick<RequestFile, 'name' | 'mediaType' | 'size'>;
    readonly bytes: AsyncIterable<Uint8Array> | null;
  },
  { inline = false }: { readonly inline?: boolean } = {},
): Response => {
  const isShown = inline && shown.includes(file.mediaType);
  return new Response(bytes && ReadableStream.from(bytes), {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Length': String(file.size),
      'Content-Disposition': disposition(isShown ? 'inline' : 'attachment', file.name),
      'Content-Security-Policy': policy(isShown && file.mediaType === 'application/pdf'),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
};

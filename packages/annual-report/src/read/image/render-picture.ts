import { ReadError } from '../../problem.ts';
import type { PageImage } from '../options.ts';
import type { PdfEngine } from '../pdf/engine.ts';
import { withDocument, withPage } from '../pdf/pdf-document.ts';
import { renderGrey } from '../pdf/render-page.ts';
import { picturePages } from './picture-pages.ts';

/**
 * Decodes a picture file (JPEG, PNG) as a page for character recognition, upright as EXIF says.
 * Throws ReadError 'file.damaged', 'file.tooLarge', 'file.unknownFormat'.
 */
export const renderPicture = (bytes: Uint8Array, engine: PdfEngine): PageImage =>
  withDocument(engine, picturePages([bytes]), (pdfium, document) => {
    const image = withPage(pdfium, document, 0, (page, width, height) =>
      renderGrey(pdfium, page, 1, width, height),
    );
    if (image === null) throw new ReadError('file.damaged', { detail: '图片无法解码' });
    return image;
  });

import type { Box } from '@gongkai/annual-report';
import { TaskFailed } from '@gongkai/report-worker';
import { Hono } from 'hono';
import type { Answers, ReportParts } from './answers.ts';
import { lastPage, pdfPage } from './pdf-page.ts';

const boxOf = (text: string | undefined): Box | undefined => {
  if (!text || !/^(?:-?\d{1,5}(?:\.\d{1,2})?,){3}-?\d{1,5}(?:\.\d{1,2})?$/.test(text)) return undefined;
  const [left = 0, top = 0, right = 0, bottom = 0] = text.split(',').map(Number);
  return [left, top, right, bottom];
};

/** Pixels an inch: sharp on a screen, some hundred kilobytes a page. */
const resolution = 120;

/** The pages of a PDF, as pages of ours and as pictures. */
export const pageRoutes = ({ readers }: ReportParts, { show, gone, withReport }: Answers): Hono => {
  const app = new Hono();

  app.get(
    '/check/:id/:index/pages/:page{[1-9][0-9]{0,3}}',
    withReport((c, found) => {
      const page = Number(c.req.param('page'));
      if (!found.examined.file.bytes || page > lastPage(found.examined)) return gone(c);
      const box = c.req.query('box');
      return show(c, pdfPage(found, page, boxOf(box) && box));
    }),
  );

  app.get(
    '/check/:id/:index/pages/:picture{[1-9][0-9]{0,3}\\.png}',
    withReport(async (c, { upload, examined }) => {
      const { bytes } = examined.file;
      if (!bytes) return gone(c);
      const box = boxOf(c.req.query('box'));
      const wanted = {
        page: Number.parseInt(c.req.param('picture') ?? '', 10),
        resolution,
        whole: c.req.query('whole') === '1' || !box,
        ...(box ? { box } : {}),
      };
      try {
        const png = await readers.run('picture', { bytes, wanted }, { lane: upload.lane });
        return c.body(png as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'image/png' });
      } catch (error) {
        // A page that isn't there, or can't be drawn.
        if (error instanceof TaskFailed) throw error;
        return gone(c);
      }
    }),
  );

  return app;
};

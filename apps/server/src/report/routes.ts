import { defaultCheckOptions, isCellId, type ReportFormat, reportFormats } from '@gongkai/annual-report';
import { TaskFailed } from '@gongkai/report-worker';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import type { Assets } from '../platform/assets.ts';
import type { Config } from '../platform/config.ts';
import type { ExpiringStore } from '../platform/expiring-store.ts';
import { log } from '../platform/log.ts';
import { rateLimit } from '../platform/rate-limit.ts';
import { type Page, renderErrorPage, renderPage } from '../portal/index.ts';
import { cellPage, pdfPage } from './cell-page.ts';
import { comparePage } from './compare-page.ts';
import { examineUpload } from './examine-upload.ts';
import type { Readers } from './readers.ts';
import { reportPage } from './report-page.ts';
import { progressPage, resultPage } from './result-page.ts';
import { rulesPage } from './rules-page.ts';
import { createUpload, type ExaminedReport, type Upload, waitingFile } from './upload.ts';
import { uploadPage } from './upload-page.ts';

export interface ReportParts {
  readonly assets: Assets;
  readonly config: Config;
  readonly readers: Readers;
  readonly uploads: ExpiringStore<Upload>;
}

const contentTypes: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

/** `3` → 2; null for anything that isn't a position in the upload. */
const indexOf = (text: string | undefined, upload: Upload): number | null => {
  const index = Number(text) - 1;
  return /^[1-9]\d{0,5}$/.test(text ?? '') && index < upload.reports.length ? index : null;
};

const boxOf = (text: string | undefined): readonly [number, number, number, number] | undefined => {
  if (!text || !/^(?:-?\d{1,5}(?:\.\d{1,2})?,){3}-?\d{1,5}(?:\.\d{1,2})?$/.test(text)) return undefined;
  const [left = 0, top = 0, right = 0, bottom = 0] = text.split(',').map(Number);
  return [left, top, right, bottom];
};

/** The routes of 年报体检. */
export const reportRoutes = ({ assets, config, readers, uploads }: ReportParts): Hono => {
  const app = new Hono();

  const show = (
    c: Context,
    page: Page,
    status: 200 | 400 | 413 | 429 | 503 = 200,
  ): Response | Promise<Response> => c.html(renderPage(assets, page), status);

  const refuse = (
    c: Context,
    message: string,
    status: 400 | 413 | 429 | 503,
  ): Response | Promise<Response> => {
    if (c.req.header('accept')?.includes('application/json')) return c.json({ message }, status);
    return show(c, uploadPage(config, { message }), status);
  };

  const gone = (c: Context): Response | Promise<Response> =>
    c.html(renderErrorPage(assets, '没有这个结果', '网址不对，或者结果已经到期删除。请重新上传文件。'), 404);

  /** Loads the upload and report that the address names, or answers that they aren't there. */
  const withReport =
    (
      answer: (
        c: Context,
        id: string,
        upload: Upload,
        index: number,
        expires: Date,
      ) => Response | Promise<Response>,
    ) =>
    (c: Context): Response | Promise<Response> => {
      const id = c.req.param('id') ?? '';
      const kept = uploads.get(id);
      const index = kept && indexOf(c.req.param('index'), kept.value);
      if (!kept || index === null || index === undefined) return gone(c);
      return answer(c, id, kept.value, index, kept.expires);
    };

  app.get('/check', (c) => show(c, uploadPage(config)));

  app.get('/rules', (c) => show(c, rulesPage()));

  app.post(
    '/check',
    csrf(),
    rateLimit(config.uploadsPerMinute, config.trustProxy, (c) =>
      refuse(c, '上传得太频繁了，请过一分钟再试。', 429),
    ),
    bodyLimit({
      maxSize: config.uploadMegabytes * 1024 * 1024 + 64 * 1024,
      onError: (c) =>
        refuse(c, `一次最多上传 ${config.uploadMegabytes} MB。请分几次上传，或压缩文件中的图片。`, 413),
    }),
    async (c) => {
      if (readers.pending() > config.queue) return refuse(c, '现在排队的文件太多，请过几分钟再试。', 503);
      const form = await c.req.formData().catch(() => null);
      const files = (form?.getAll('files') ?? [])
        .filter((entry) => entry instanceof File)
        .filter(({ name }) => name !== '');
      if (files.length === 0) return refuse(c, '没有选择文件。', 400);
      if (files.length > config.uploadFiles)
        return refuse(c, `一次最多上传 ${config.uploadFiles} 个文件，选了 ${files.length} 个。`, 413);
      const contents = await Promise.all(
        files.map(async (file) => ({
          file: waitingFile(file.name),
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      );
      const size = contents.reduce((total, { bytes }) => total + bytes.length, 0);
      const upload = createUpload(
        contents.map(({ file }) => file),
        { ...defaultCheckOptions, today: new Date().toISOString().slice(0, 10) },
      );
      // Readings take some ten times the text they come from; the estimate keeps the store within its bounds.
      const id = uploads.add(upload, size + contents.length * 300_000);
      if (id === null) return refuse(c, '现在保存的结果太多，请过几分钟再试。', 503);
      const started = Date.now();
      void examineUpload(upload, contents, readers, config).then(() =>
        log('upload examined', {
          files: upload.files.length,
          reports: upload.reports.length,
          milliseconds: Date.now() - started,
        }),
      );
      if (c.req.header('accept')?.includes('application/json')) return c.json({ url: `/check/${id}` }, 201);
      return c.redirect(`/check/${id}`, 303);
    },
  );

  app.get('/check/:id', (c) => {
    const id = c.req.param('id');
    const kept = uploads.get(id);
    if (!kept) return gone(c);
    const { value: upload, expires } = kept;
    if (!upload.done) return show(c, progressPage(id, upload));
    if (upload.reports.length === 1 && upload.files.length === 1)
      return show(c, reportPage(id, upload, 0, expires));
    return show(c, resultPage(id, upload, expires));
  });

  app.get('/check/:id/progress', (c) => {
    const kept = uploads.get(c.req.param('id'));
    if (!kept) return c.json({ message: '没有这个结果。' }, 404);
    const { files, done } = kept.value;
    return c.json({ done, total: files.length, read: files.filter(({ state }) => state === 'done').length });
  });

  app.post('/check/:id/delete', csrf(), (c) => {
    uploads.delete(c.req.param('id'));
    return c.redirect('/check', 303);
  });

  app.get('/check/:id/compare', (c) => {
    const id = c.req.param('id');
    const kept = uploads.get(id);
    const a = kept && indexOf(c.req.query('a'), kept.value);
    const b = kept && indexOf(c.req.query('b'), kept.value);
    if (!kept || a === null || b === null || a === undefined || b === undefined) return gone(c);
    return show(c, comparePage(id, kept.value, a, b));
  });

  app.get(
    '/check/:id/:index{[0-9]+}',
    withReport((c, id, upload, index, expires) => show(c, reportPage(id, upload, index, expires))),
  );

  app.get(
    '/check/:id/:index/cells/:cell',
    withReport((c, id, upload, index) => {
      const cell = c.req.param('cell') ?? '';
      if (!isCellId(cell)) return gone(c);
      return show(c, cellPage(id, index, upload.reports[index] as ExaminedReport, cell));
    }),
  );

  app.get(
    '/check/:id/:index/pages/:page',
    withReport(async (c, id, upload, index) => {
      const [, number = '', picture] = /^([1-9]\d{0,3})(\.png)?$/.exec(c.req.param('page') ?? '') ?? [];
      const examined = upload.reports[index] as ExaminedReport;
      const { bytes } = examined.file;
      if (number === '' || !bytes) return gone(c);
      const box = boxOf(c.req.query('box'));
      if (!picture) return show(c, pdfPage(id, index, examined, Number(number), box && c.req.query('box')));
      try {
        const wanted = {
          page: Number(number),
          resolution: 110,
          whole: c.req.query('whole') === '1' || !box,
          ...(box ? { box } : {}),
        };
        const png = await readers.picture(bytes, wanted);
        return c.body(png as Uint8Array<ArrayBuffer>, 200, {
          'Content-Type': 'image/png',
          'Cache-Control': 'private, max-age=600',
        });
      } catch (error) {
        if (!(error instanceof TaskFailed)) log('page not drawn', { reason: String(error) });
        return gone(c);
      }
    }),
  );

  app.get(
    '/check/:id/:index/:file{report\\.[a-z]+}',
    withReport(async (c, _id, upload, index) => {
      const format = reportFormats.find((name) => `report.${name}` === c.req.param('file'));
      if (!format) return gone(c);
      const { report } = upload.reports[index] as ExaminedReport;
      const bytes = await readers.write(report, format);
      const name = encodeURIComponent(
        `${report.agency ?? '年度报告'}${report.year ?? ''}年政府信息公开工作年度报告.${format}`,
      );
      return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
        'Content-Type': contentTypes[format],
        'Content-Disposition': `attachment; filename="report.${format}"; filename*=UTF-8''${name}`,
      });
    }),
  );

  return app;
};

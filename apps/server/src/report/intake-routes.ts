import { defaultCheckOptions } from '@gongkai/annual-report';
import { type Context, Hono } from 'hono';
import { ownPagesOnly } from '../platform/api/own-pages-only.ts';
import { cleanName } from '../platform/clean-name.ts';
import type { Reservation } from '../platform/expiring-store.ts';
import { log } from '../platform/log.ts';
import { type FormFault, readFormFiles } from '../platform/multipart.ts';
import { rateLimit } from '../platform/rate-limit.ts';
import { type BodyFault, readBody } from '../platform/read-body.ts';
import type { Answers, ReportParts } from './answers.ts';
import { estimateSize, examineUpload, type FileContent } from './examine-upload.ts';
import { createUpload, waitingFile } from './upload.ts';
import { uploadPage } from './upload-page.ts';

/** What a form has around its files: heads of parts, boundaries. */
const around = 1024 * 1024;

/** The day in China: deadlines are days there, wherever the server stands. */
const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

/** Where files are handed in. */
export const intakeRoutes = (parts: ReportParts, { show, refuse }: Answers): Hono => {
  const { config, readers, uploads } = parts;
  const app = new Hono();

  const refusals: Readonly<
    Record<BodyFault | FormFault, readonly [message: string, status: 400 | 413 | 503]>
  > = {
    tooLong: [`一次最多上传 ${config.uploadMegabytes} MB。请分几次上传，或压缩文件中的图片。`, 413],
    tooMany: [`一次最多上传 ${config.uploadFiles} 个文件。请分几次上传，或装进一个 ZIP。`, 413],
    noRoom: ['现在保存的结果太多，请过几分钟再试。', 503],
    brokenOff: ['上传没有完成，连接中断了。请再试一次。', 400],
    cutOff: ['上传没有完成，文件不完整。请再试一次。', 400],
    noForm: ['没有选择文件。', 400],
  };

  /** The files of the request, in memory: pieces and the whole, both counted against what the store may hold. */
  const receive = async (
    c: Context,
    reservation: Reservation,
  ): Promise<readonly FileContent[] | BodyFault | FormFault> => {
    const most = config.uploadMegabytes * 1024 * 1024 + around;
    const body = await readBody(c.req.raw, most, (bytes) => reservation.grow(2 * bytes));
    if (typeof body === 'string') return body;
    // A field more than files, so that one file too many is told from a form made to cost time.
    const files = readFormFiles(body, c.req.header('content-type') ?? '', config.uploadFiles + 1);
    if (typeof files === 'string') return files;
    const chosen = files.filter(({ field, name }) => field === 'files' && name !== '');
    if (chosen.length === 0) return 'noForm';
    if (chosen.length > config.uploadFiles) return 'tooMany';
    return chosen.map(({ name, bytes }) => ({
      file: waitingFile(cleanName(name)),
      // A view would keep the whole body alive, and would travel to a thread with all of it.
      bytes: new Uint8Array(bytes),
    }));
  };

  app.get('/check', (c) => show(c, uploadPage(config)));

  app.post(
    '/check',
    ownPagesOnly(config),
    rateLimit(config.uploadsPerMinute, config.trustProxy, (c) =>
      refuse(c, '上传得太频繁了，请过一分钟再试。', 429),
    ),
    async (c) => {
      if (readers.pending() > config.queue) return refuse(c, '现在排队的文件太多，请过几分钟再试。', 503);
      const reservation = uploads.reserve();
      let contents: readonly FileContent[] | BodyFault | FormFault;
      try {
        contents = await receive(c, reservation);
      } finally {
        reservation.release();
      }
      if (typeof contents === 'string') return refuse(c, ...refusals[contents]);
      const upload = createUpload(
        contents.map(({ file }) => file),
        { ...defaultCheckOptions, today: today() },
      );
      const id = uploads.add(upload, estimateSize(contents));
      if (id === null) return refuse(c, ...refusals.noRoom);
      const started = Date.now();
      void examineUpload(upload, contents, readers, config, (bytes) => uploads.resize(id, bytes)).then(() =>
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

  return app;
};

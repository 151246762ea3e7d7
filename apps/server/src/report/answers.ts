import { TaskFailed } from '@gongkai/report-worker';
import type { Context } from 'hono';
import type { Config } from '../platform/config.ts';
import type { ExpiringStore } from '../platform/expiring-store.ts';
import { log } from '../platform/log.ts';
import type { ErrorPage, Page, Portal } from '../portal/index.ts';
import type { Readers } from './readers.ts';
import { reportStyles } from './report-assets.ts';
import type { ExaminedReport, Upload } from './upload.ts';
import { uploadPage } from './upload-page.ts';

export interface ReportParts {
  readonly portal: Portal;
  readonly config: Config;
  readonly readers: Readers;
  readonly uploads: ExpiringStore<Upload>;
}

type Answer = Response | Promise<Response>;

/** An upload that an address names. */
export interface Found {
  readonly id: string;
  readonly upload: Upload;
  readonly expires: Date;
}

/** One report of it; `index` counts from 0, addresses count from 1. */
export interface FoundReport extends Found {
  readonly index: number;
  readonly examined: ExaminedReport;
}

/** `3` → 2; null for anything that isn't a position in the upload. */
export const positionOf = (text: string | undefined, upload: Upload): number | null => {
  const index = Number(text) - 1;
  return /^[1-9]\d{0,5}$/.test(text ?? '') && index < upload.reports.length ? index : null;
};

/** How the routes of 年报体检 answer. */
export interface Answers {
  readonly show: (c: Context, page: Page, status?: 200 | 400 | 413 | 429 | 503) => Answer;
  /** An upload that isn't taken: the form again, with the reason on top; JSON for the script. */
  readonly refuse: (c: Context, message: string, status: 400 | 413 | 429 | 503) => Answer;
  readonly gone: (c: Context) => Answer;
  /** A file to be taken away. */
  readonly file: (c: Context, bytes: Uint8Array, type: string, name: string) => Answer;
  readonly withUpload: (answer: (c: Context, found: Found) => Answer) => (c: Context) => Answer;
  readonly withReport: (answer: (c: Context, found: FoundReport) => Answer) => (c: Context) => Answer;
}

export const createAnswers = ({ portal, config, uploads }: ReportParts): Answers => {
  const show: Answers['show'] = (c, page, status = 200) =>
    c.html(portal.render({ current: 'check', ...page, styles: reportStyles }), status);

  const fail = (c: Context, error: ErrorPage, status: 404 | 503): Answer =>
    c.html(portal.renderError(error), status);

  const gone: Answers['gone'] = (c) =>
    fail(
      c,
      {
        title: '没有这个结果',
        happened: `网址不对，或者结果已经到期删除：结果只保存 ${config.keepMinutes} 分钟。`,
        next: '请重新上传文件。',
        back: { href: '/check', label: '重新上传' },
      },
      404,
    );

  /** What a thread could not do is said on a page; the next attempt may well succeed. */
  const unfinished = (c: Context, error: unknown): Answer => {
    if (!(error instanceof TaskFailed)) throw error;
    log('task failed', { route: c.req.routePath, reason: error.reason });
    return fail(
      c,
      {
        title: '没有完成',
        happened: '服务器这次没能完成，可能是现在太忙。',
        next: '请过一会儿再试。',
        back: { href: c.req.path, label: '再试一次' },
      },
      503,
    );
  };

  const withUpload: Answers['withUpload'] = (answer) => async (c) => {
    const id = c.req.param('id') ?? '';
    const kept = uploads.get(id);
    if (!kept) return gone(c);
    try {
      return await answer(c, { id, upload: kept.value, expires: kept.expires });
    } catch (error) {
      return unfinished(c, error);
    }
  };

  return {
    show,
    gone,
    refuse: (c, message, status) =>
      c.req.header('accept')?.includes('application/json')
        ? c.json({ message }, status)
        : show(c, uploadPage(config, { message }), status),
    file: (c, bytes, type, name) =>
      c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="report${/\.[a-z]+$/.exec(name)?.[0] ?? ''}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      }),
    withUpload,
    withReport: (answer) =>
      withUpload((c, found) => {
        const index = positionOf(c.req.param('index'), found.upload);
        const examined = index === null ? undefined : found.upload.reports[index];
        return index === null || !examined ? gone(c) : answer(c, { ...found, index, examined });
      }),
  };
};

import { randomBytes } from 'node:crypto';
import {
  type ArchiveFormat,
  archiveFormats,
  archivePath,
  auditExportPath,
  contract,
  requestFilePath,
  requestListPath,
} from '@gongkai/contract';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { type ApiContext, type Caller, openCaller, signedOut, tokenRefused } from './agency/index.ts';
import { createApiRouter } from './api-router.ts';
import { exportAudit } from './audit/index.ts';
import { createBaseApp } from './base-app.ts';
import { describeApi } from './platform/api/describe-api.ts';
import { type ApiDescription, renderApiDocs } from './platform/api/render-docs.ts';
import { serveApi } from './platform/api/serve-api.ts';
import { serveRaw } from './platform/api/serve-raw.ts';
import type { Config } from './platform/config.ts';
import { createExpiringStore } from './platform/expiring-store.ts';
import type { JobDefinition } from './platform/job/job-definition.ts';
import { officeRoutes } from './platform/office-assets.ts';
import { clientAddress } from './platform/rate-limit.ts';
import { strictTransport } from './platform/security-headers.ts';
import type { Spine } from './platform/spine.ts';
import {
  componentRoutes,
  createPortal,
  openPortalAssets,
  portalNavigation,
  portalRoutes,
  type Site,
} from './portal/index.ts';
import { publicDirectory } from './public-directory.ts';
import {
  type Readers,
  reportAssets,
  reportNavigation,
  reportRoutes,
  reportService,
  type Upload,
} from './report/index.ts';
import {
  answerArchive,
  answerDownload,
  answerPage,
  answerUpload,
  applicantAssets,
  applicantNavigation,
  applicantRoutes,
  applicantServices,
  applyTo,
  downloadLetter,
  downloadReceipt,
  exportList,
  openRedactor,
} from './request/index.ts';

export interface AppParts {
  readonly config: Config;
  readonly spine: Spine;
  readonly jobs: readonly JobDefinition[];
  readonly readers: Readers;
  /** The site as it is set now. */
  readonly site: () => Site;
  /** Ahead of everything: the log of requests, measurements. */
  readonly before?: readonly MiddlewareHandler[];
  /** `/healthz`, `/metrics` and their like. */
  readonly operation?: Hono;
}

const officeFolder = new URL('../../office/dist/', import.meta.url);

/** Whether people come by https; the program itself never speaks it, a balancer before it does. */
const isSecure = ({ publicUrl }: Config): boolean => publicUrl?.startsWith('https:') ?? false;

const requestIds = new WeakMap<Request, string>();

/** Ties what a request left in the log and the events together. */
export const requestIdOf = (c: Context): string => {
  const known = requestIds.get(c.req.raw);
  if (known) return known;
  // Begins with the time, so that the events' index grows at its end.
  const id = `${Date.now().toString(36)}${randomBytes(6).toString('base64url')}`;
  requestIds.set(c.req.raw, id);
  return id;
};

const partsOf = (c: Context) => ({ id: c.req.param('id') ?? '', file: c.req.param('file') ?? '' });

const apiRoutes = (
  app: Hono,
  { config, spine, jobs }: AppParts,
  show: (c: Context, title: string, body: ReturnType<typeof renderApiDocs>) => Response | Promise<Response>,
): void => {
  let description: Promise<unknown> | undefined;
  const describe = (): Promise<unknown> => {
    description ??= describeApi(contract);
    return description;
  };
  app.get('/api/openapi.json', async (c) => c.json((await describe()) as object));
  app.get('/api/docs', async (c) => show(c, '接口说明', renderApiDocs((await describe()) as ApiDescription)));
  const open = async (c: Context): Promise<ApiContext> => {
    const request = {
      id: requestIdOf(c),
      address: clientAddress(c, config.trustProxy),
      browser: c.req.header('user-agent') ?? null,
      isSecure: isSecure(config),
      headers: c.req.raw.headers,
    };
    return { spine, caller: await openCaller(spine, request), request, answer: { headers: new Headers() } };
  };
  const publicHost = config.publicUrl === null ? null : new URL(config.publicUrl).host;
  const redactor = openRedactor();
  const openSignedIn = async (c: Context): Promise<Caller> => {
    const { caller, request } = await open(c);
    if (!caller) throw request.headers.has('authorization') ? tokenRefused() : signedOut();
    return caller;
  };
  const raw = serveRaw(openSignedIn, requestIdOf, publicHost);
  app.get(
    `/api${auditExportPath}`,
    raw('audit.export', (caller, c) =>
      exportAudit(spine, caller, config.chain, new URL(c.req.url).searchParams),
    ),
  );
  app.get(
    `/api${requestListPath(':agencyId')}`,
    raw('requestList.export', (caller, c) =>
      exportList(spine, caller, c.req.param('agencyId') ?? '', new URL(c.req.url).searchParams),
    ),
  );
  const [aCase, aFile] = [':id', ':fileId'];
  app.post(
    `/api${requestFilePath(aCase)}`,
    raw('requestFile.add', (caller, c) => answerUpload(spine, caller, c.req.param('id'), c.req.raw)),
  );
  app.get(
    `/api${requestFilePath(aCase, aFile)}`,
    raw('requestFile.download', (caller, c) => answerDownload(spine, caller, c.req.param(), c.req.raw)),
  );
  app.get(
    // With its ending: a place of Hono's ends where a folder does.
    `/api${requestFilePath(aCase, aFile)}/pages/:page{[0-9]+\\.png}`,
    raw('requestRedaction.page', (caller, c) =>
      answerPage(spine, redactor, caller, c.req.param(), c.req.raw),
    ),
  );
  app.get(
    '/api/requests/:id/letters/:file{[0-9a-f-]+\\.(?:docx|pdf)}',
    raw('requestLetter.download', (caller, c) => downloadLetter(spine, caller, partsOf(c))),
  );
  app.get(
    '/api/requests/:id/:file{registration-receipt\\.(?:docx|pdf)}',
    raw('requestLetter.receipt', (caller, c) => downloadReceipt(spine, caller, partsOf(c))),
  );
  for (const format of Object.keys(archiveFormats) as ArchiveFormat[])
    app.get(
      `/api${archivePath(':id', format)}`,
      raw(`requestArchive.${format}`, (caller, c) => answerArchive(spine, caller, c.req.param('id'), format)),
    );
  const answer = serveApi<ApiContext>(createApiRouter(config, jobs, redactor), open, requestIdOf, publicHost);
  app.all('/api/*', answer);
};

/** The whole server as one Hono app; tests ask it without a port. Only the faces that the settings name are served. */
export const createApp = (parts: AppParts): Hono => {
  const { config, spine, readers } = parts;
  const assets = openPortalAssets([...reportAssets, ...applicantAssets]);
  const portal = createPortal({
    get site() {
      return parts.site();
    },
    assets,
    navigation: [...portalNavigation, ...applicantNavigation, reportNavigation],
  });
  const app = createBaseApp(() => portal, assets, [
    ...(isSecure(config) ? [strictTransport] : []),
    ...(parts.before ?? []),
  ]);
  if (parts.operation) app.route('/', parts.operation);
  if (config.serves.includes('office')) {
    app.route(
      '/',
      officeRoutes(officeFolder, () => parts.site().notice),
    );
    apiRoutes(app, parts, (c, title, body) => c.html(portal.render({ title, body, width: 'page' })));
  }
  if (config.serves.includes('portal')) {
    app.route(
      '/',
      portalRoutes({
        portal,
        directory: publicDirectory(spine.db),
        services: [...applicantServices, reportService],
        applyTo,
      }),
    );
    app.route('/', applicantRoutes({ portal, config, spine, requestIdOf }));
    if (config.isDevelopment) app.route('/', componentRoutes(portal));
  }
  if (config.serves.includes('portal') || config.serves.includes('office')) {
    const uploads = createExpiringStore<Upload>({
      minutes: config.keepMinutes,
      megabytes: config.storeMegabytes,
      now: () => spine.now().getTime(),
      onForget: (upload) => upload.stop.abort(),
    });
    app.route('/', reportRoutes({ portal, config, readers, uploads }));
  }
  return app;
};

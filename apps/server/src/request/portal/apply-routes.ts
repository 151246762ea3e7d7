import { type Context, Hono } from 'hono';
import { findPublicAgencies, publicRoot } from '../../agency/index.ts';
import { applyPage } from './apply-page.ts';
import { blankForms } from './blank-forms.ts';
import { agenciesPerPage, chooseAgencyPage } from './choose-agency-page.ts';
import { draftOf, formRoutes } from './form-routes.ts';
import { type ApplicantParts, showPage } from './parts.ts';
import { sendRoutes } from './send-routes.ts';
import { trackRoutes } from './track-routes.ts';

/** `?page=3` → 3; 1 for what is no page. */
const pageOf = (c: Context): number => {
  const text = c.req.query('page') ?? '';
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1;
};

/** What was typed into the box: blanks made one, at most as long as the box takes. */
const queryOf = (c: Context): string =>
  [...(c.req.query('q') ?? '').replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, 100).join('');

/** The citizen's side of an application: what can be applied for, the form, the receipt, tracking. */
export const applicantRoutes = (parts: ApplicantParts): Hono => {
  const { spine, portal } = parts;
  const app = new Hono();

  app.get('/apply', async (c) => {
    const [root, forms, { draft }] = await Promise.all([
      publicRoot(spine.db),
      blankForms(),
      draftOf(parts, c),
    ]);
    const listed = forms.map(({ name, path, format, bytes }) => ({
      name,
      href: path,
      format,
      bytes: bytes.length,
    }));
    return showPage(parts, c, applyPage(root, listed, draft?.requestId === null));
  });

  app.get('/apply/agencies', async (c) => {
    const [query, page] = [queryOf(c), pageOf(c)];
    const slice = { skip: (page - 1) * agenciesPerPage, size: agenciesPerPage };
    const found = await findPublicAgencies(spine.db, query, slice);
    if (page > 1 && found.entries.length === 0) return c.html(portal.renderError(404), 404);
    return showPage(parts, c, chooseAgencyPage(query, found, page));
  });

  app.get('/apply/:file{application-form\\.(?:docx|pdf)}', async (c) => {
    const form = (await blankForms()).find(({ path }) => path === c.req.path);
    if (!form) return c.html(portal.renderError(404), 404);
    return c.body(form.bytes as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': form.mediaType,
      'Content-Disposition': `attachment; filename="application-form.${form.format.toLowerCase()}"; filename*=UTF-8''${encodeURIComponent(form.name)}`,
      'Cache-Control': 'public, max-age=3600',
    });
  });

  app.route('/', formRoutes(parts));
  app.route('/', sendRoutes(parts));
  app.route('/', trackRoutes(parts));
  return app;
};

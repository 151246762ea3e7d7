import { type Context, Hono } from 'hono';
import { publicAgency } from '../../agency/index.ts';
import { findPublic } from '../../disclosure/index.ts';
import { ownPagesOnly } from '../../platform/api/own-pages-only.ts';
import { clientAddress, rateLimit } from '../../platform/rate-limit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { limitApplicants, limitUploads } from '../applicant-access.ts';
import { todayOf } from '../case-clock.ts';
import { checkDraft } from './check-draft.ts';
import { newSecret, readCookie, writeCookie } from './cookies.ts';
import { type DraftFields, emptyFields, fieldsOf } from './draft-fields.ts';
import {
  type Draft,
  type DraftFileKind,
  DraftSent,
  draftDays,
  forgetDraft,
  openDraft,
  saveDraft,
} from './drafts.ts';
import { formPage } from './form-page.ts';
import { type ApplicantParts, goTo, isId, isSecure, showPage } from './parts.ts';
import { publicMatches } from './public-matches.ts';
import { brokenWords, noRoom, type ReceivedForm, receiveForm, uploadLimits } from './receive-form.ts';

/** What fits what was typed, at most so much. */
const mostMatches = 6;
/** Asked while somebody types; from one address, which may be a whole hall of visitors. */
const findsPerMinute = 300;

const draftCookie = 'draft';

/** The draft that a browser carries, and the secret that it is kept under. */
export const draftOf = async (
  { spine, config }: ApplicantParts,
  c: Context,
): Promise<{ readonly draft: Draft | null; readonly secret: string | null }> => {
  const secret = readCookie(c.req.raw.headers, draftCookie, isSecure(config));
  return { secret, draft: await openDraft(spine, secret) };
};

/** Lets a browser's draft go. */
export const endDraft = async (parts: ApplicantParts, c: Context): Promise<void> => {
  const { draft } = await draftOf(parts, c);
  if (draft) await forgetDraft(parts.spine, draft);
  c.header('Set-Cookie', writeCookie(draftCookie, '', 0, isSecure(parts.config)));
};

/** What is public already and fits what a draft asks for. */
export const matchesOf = ({ spine }: ApplicantParts, { description, title, agencyId }: DraftFields) =>
  findPublic(spine.db, `${title} ${description}`, mostMatches, isId(agencyId) ? agencyId : null);

/** The form of an application: shown, saved, its files received. */
export const formRoutes = (parts: ApplicantParts): Hono => {
  const { spine, config, requestIdOf } = parts;
  const app = new Hono();
  const own = ownPagesOnly(config);

  const agencyOf = async (id: string) =>
    isId(id) ? ((await publicAgency(spine.db, id))?.agency ?? null) : null;

  const show = async (
    c: Context,
    draft: Pick<Draft, 'fields' | 'files' | 'problems'> & { readonly id: string | null },
    options: { readonly check?: boolean; readonly status?: 200 | 422 | 429 } = {},
  ) => {
    const { fields, files, problems, id } = draft;
    const agency = await agencyOf(fields.agencyId);
    if (agency === null) return goTo(c, '/apply/agencies');
    const checked = options.check ? checkDraft(fields, todayOf(spine.now())) : null;
    const errors = checked && !checked.ok ? checked.errors : [];
    const matches = await matchesOf(parts, fields);
    const page = formPage({
      agencyName: agency.name,
      phone: agency.phone,
      draftId: id,
      fields,
      files,
      problems,
      errors,
      matches,
    });
    return showPage(parts, c, page, options.status ?? 200);
  };

  const blank = { id: null, fields: emptyFields, files: [], problems: [] } as const;

  app.get('/apply/form', async (c) => {
    const { draft } = await draftOf(parts, c);
    const agencyId = c.req.query('agency');
    if (draft?.requestId && agencyId === undefined) return goTo(c, '/apply/receipt');
    const shown = draft && draft.requestId === null ? draft : blank;
    const fields = agencyId === undefined ? shown.fields : { ...shown.fields, agencyId };
    return show(c, { ...shown, fields }, { check: c.req.query('check') !== undefined });
  });

  /** What a saving takes over from the form. */
  const changeOf = (form: ReceivedForm, draft: Draft | null) => {
    const [verb, id] = (form.fields.get('act') ?? '').split(' ');
    const lost = !draft && form.fields.get('draft');
    return {
      fields: fieldsOf(form.fields, draft?.fields ?? emptyFields),
      problems: [
        ...(lost ? ['以前上传的文件已经到期删除，您刚才填写的内容都在。请重新上传文件。'] : []),
        ...form.problems,
        ...(form.broken ? [brokenWords[form.broken]] : []),
      ],
      added: form.files.flatMap(({ kind, file }) =>
        kind === 'identity_proof' || kind === 'attachment' ? [{ kind: kind as DraftFileKind, file }] : [],
      ),
      removed: verb === 'remove' && isId(id ?? '') ? [id as string] : [],
    };
  };

  /** Where a button of the form leads once everything is saved. */
  const after = (act: string, saved: Draft): string => {
    const [verb = ''] = act.split(' ');
    if (saved.problems.length > 0) return '/apply/form';
    if (verb === 'agency') return '/apply/agencies';
    if (verb === 'find') return '/apply/form#public-matches';
    if (verb === 'upload' || verb === 'remove') return '/apply/form#identity_proof';
    if (verb !== 'review') return '/apply/form';
    return checkDraft(saved.fields, todayOf(spine.now())).ok ? '/apply/review' : '/apply/form?check=1';
  };

  app.post('/apply/form', own, async (c) => {
    const carried = await draftOf(parts, c);
    const sent = carried.draft?.requestId ? carried.draft : null;
    const draft = sent ? null : carried.draft;
    try {
      const address = clientAddress(c, config.trustProxy);
      await limitApplicants(spine, address);
      await limitUploads(spine, address, c.req.raw, uploadLimits.totalBytes);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const typed = await receiveForm(spine, c.req.raw, noRoom);
      const fields = fieldsOf(typed.fields, draft?.fields ?? emptyFields);
      const problems = [`${error.message}您填写的内容都在；新选的文件请重新选择。`];
      return show(c, { ...(draft ?? blank), fields, problems }, { status: 429 });
    }
    const kept = draft?.files ?? [];
    const form = await receiveForm(spine, c.req.raw, {
      files: uploadLimits.files - kept.length,
      bytes: uploadLimits.totalBytes - kept.reduce((sum, { size }) => sum + size, 0),
      agencyId: async (fields) => {
        const id = fields.get('agencyId') ?? draft?.fields.agencyId ?? '';
        return (await agencyOf(id)) === null ? null : id;
      },
      requestId: requestIdOf(c),
    });
    // Back to the form after sending, and on again: it is there already.
    if (sent && form.fields.get('draft') === sent.id) return goTo(c, '/apply/receipt');
    const secret = draft && carried.secret ? carried.secret : newSecret();
    try {
      const saved = await saveDraft(spine, secret, changeOf(form, draft));
      c.header('Set-Cookie', writeCookie(draftCookie, secret, draftDays * 24 * 60 * 60, isSecure(config)));
      return goTo(c, after(form.fields.get('act') ?? 'save', saved));
    } catch (error) {
      if (error instanceof DraftSent) return goTo(c, '/apply/receipt');
      throw error;
    }
  });

  app.post('/apply/discard', own, async (c) => {
    await endDraft(parts, c);
    return goTo(c, '/apply');
  });

  app.post(
    '/apply/public',
    own,
    rateLimit(findsPerMinute, config.trustProxy, (c) => c.body(null, 429)),
    async (c) => {
      const { fields } = await receiveForm(spine, c.req.raw, noRoom);
      const typed = fieldsOf(fields, emptyFields);
      const matches = await matchesOf(parts, typed);
      return c.html(publicMatches(matches, typed.description.trim() !== ''), 200, {
        'Cache-Control': 'no-store',
      });
    },
  );

  return app;
};

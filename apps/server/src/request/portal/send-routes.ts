import { type Context, Hono } from 'hono';
import { publicAgency } from '../../agency/index.ts';
import { ownPagesOnly } from '../../platform/api/own-pages-only.ts';
import { clientAddress } from '../../platform/rate-limit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { limitApplicants, type ReceiptProof } from '../applicant-access.ts';
import { todayOf } from '../case-clock.ts';
import type { NewCaseFile } from '../file/receive-case-file.ts';
import { answerLetter } from '../letter/letter-download.ts';
import { queryCode } from '../query-code.ts';
import { submitRequest } from '../submit-request.ts';
import { trackRequest } from '../track-request.ts';
import { checkDraft } from './check-draft.ts';
import { type Draft, noteSent } from './drafts.ts';
import { draftOf, endDraft, matchesOf } from './form-routes.ts';
import { type ApplicantParts, goTo, isId, showPage } from './parts.ts';
import { receiptPage } from './receipt-page.ts';
import { noRoom, receiveForm } from './receive-form.ts';
import { reviewPage } from './review-page.ts';
import { submissionSlip } from './submission-slip.ts';

/** The files of a draft as an application takes them: the same bytes, under the agency that gets them. */
const filesFor = (agencyId: string, { files }: Draft): readonly NewCaseFile[] =>
  files.map(({ kind, name, sha256, size, mediaType }) => ({
    kind,
    file: { agencyId, encrypted: true, name, sha256, size, mediaType },
  }));

/** Reviewing, sending once, and the receipt. */
export const sendRoutes = (parts: ApplicantParts): Hono => {
  const { spine, config, portal, requestIdOf } = parts;
  const app = new Hono();
  const own = ownPagesOnly(config);

  app.get('/apply/review', async (c) => {
    const { draft } = await draftOf(parts, c);
    if (draft?.requestId) return goTo(c, '/apply/receipt');
    if (!draft) return goTo(c, '/apply/agencies');
    const checked = checkDraft(draft.fields, todayOf(spine.now()));
    if (!checked.ok) return goTo(c, '/apply/form?check=1');
    const { agencyId } = checked.request;
    const agency = isId(agencyId) ? await publicAgency(spine.db, agencyId) : null;
    if (!agency) return goTo(c, '/apply/agencies');
    const matches = await matchesOf(parts, draft.fields);
    const changed = c.req.query('changed') !== undefined;
    return showPage(parts, c, reviewPage(draft, agency.agency.name, checked.request, matches, changed));
  });

  const refused = (c: Context, { message, kind }: Refusal) =>
    c.html(
      portal.renderError({
        title: '申请没有提交',
        happened: message,
        next: '您填写的内容和上传的文件都在。',
        back: { href: '/apply/review', label: '回到申请' },
      }),
      kind === 'too_many' ? 429 : 422,
      { 'Cache-Control': 'no-store' },
    );

  app.get('/apply/send', (c) => goTo(c, '/apply/review'));

  app.post('/apply/send', own, async (c) => {
    const { fields } = await receiveForm(spine, c.req.raw, noRoom);
    const { draft } = await draftOf(parts, c);
    if (!draft) return goTo(c, '/apply/agencies');
    if (draft.requestId) return goTo(c, '/apply/receipt');
    // What is sent is what was reviewed: somebody may have gone on writing in another window.
    if (fields.get('draft') !== draft.id || fields.get('version') !== String(draft.version))
      return goTo(c, '/apply/review?changed=1');
    const checked = checkDraft(draft.fields, todayOf(spine.now()));
    if (!checked.ok) return goTo(c, '/apply/form?check=1');
    try {
      await limitApplicants(spine, clientAddress(c, config.trustProxy));
      const { request } = checked;
      const submitter = { requestId: requestIdOf(c), once: `draft ${draft.id}` };
      const { id } = await submitRequest(spine, submitter, request, filesFor(request.agencyId, draft));
      await noteSent(spine, draft, id);
      return goTo(c, '/apply/receipt');
    } catch (error) {
      if (error instanceof Refusal) return refused(c, error);
      throw error;
    }
  });

  const proofOf = async (requestId: string): Promise<ReceiptProof> => {
    const { number } = await spine.db
      .selectFrom('request')
      .select('number')
      .where('id', '=', requestId)
      .executeTakeFirstOrThrow();
    return { number, queryCode: queryCode(spine.cipher, requestId) };
  };

  /** Where somebody looks an application up, as it is written on paper. */
  const trackingAddress = (): string => `${portal.site.domain}/track`;

  app.get('/apply/receipt', async (c) => {
    const { draft } = await draftOf(parts, c);
    if (!draft?.requestId) return goTo(c, draft ? '/apply/form' : '/track');
    const proof = await proofOf(draft.requestId);
    const tracked = await trackRequest(spine, proof);
    return showPage(parts, c, receiptPage(tracked, proof.queryCode, trackingAddress()));
  });

  app.get('/apply/receipt.pdf', async (c) => {
    const { draft } = await draftOf(parts, c);
    if (!draft?.requestId) return goTo(c, draft ? '/apply/form' : '/track');
    try {
      await limitApplicants(spine, clientAddress(c, config.trustProxy));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const busy = { title: '回执还没有下载', happened: error.message, next: '申请已经收下，不受影响。' };
      const page = portal.renderError({ ...busy, back: { href: '/apply/receipt', label: '回到回执' } });
      return c.html(page, 429, { 'Cache-Control': 'no-store' });
    }
    const proof = await proofOf(draft.requestId);
    const tracked = await trackRequest(spine, proof);
    return answerLetter(await submissionSlip(tracked, proof.queryCode, trackingAddress()));
  });

  app.post('/apply/leave', own, async (c) => {
    await endDraft(parts, c);
    return goTo(c, '/apply');
  });

  return app;
};

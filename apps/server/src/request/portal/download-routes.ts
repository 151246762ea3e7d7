import { type Context, Hono } from 'hono';
import { caseOfReceipt } from '../applicant-access.ts';
import { answerFile } from '../file/answer-file.ts';
import { openApplicantFile } from '../file/applicant-files.ts';
import { answerLetter, letterForApplicant, receiptForApplicant } from '../letter/letter-download.ts';
import { recordDownload } from '../record-download.ts';
import { type ApplicantParts, isId } from './parts.ts';
import type { TrackVisits } from './track-visit.ts';

/** Hono answers HEAD as it answers GET: nobody has got anything by it. */
const isHead = (c: Context): boolean => c.req.method === 'HEAD';

/** What an applicant downloads of their own application: letters, the receipt, what was provided. */
export const downloadRoutes = (
  { spine, portal, requestIdOf }: ApplicantParts,
  { inSession }: TrackVisits,
): Hono => {
  const app = new Hono();

  app.get(
    '/track/application/files/:id',
    inSession(async (c, proof) => {
      const id = c.req.param('id') ?? '';
      if (!isId(id)) return c.html(portal.renderError(404), 404);
      return answerFile(await openApplicantFile(spine, proof, id, { isHead: isHead(c) }));
    }),
  );

  app.get(
    '/track/application/letters/:file{[0-9a-f-]{36}\\.(?:pdf|docx)}',
    inSession(async (c, proof) => {
      const [id = '', format = 'pdf'] = (c.req.param('file') ?? '').split('.');
      const found = await caseOfReceipt(spine, proof);
      const letter = await letterForApplicant(spine, found, id, format as 'pdf' | 'docx');
      if (!isHead(c)) await recordDownload(spine, { requestId: requestIdOf(c) }, proof, id);
      return answerLetter(letter);
    }),
  );

  app.get(
    '/track/application/:file{receipt\\.(?:pdf|docx)}',
    inSession(async (c, proof) => {
      const format = c.req.path.endsWith('.pdf') ? 'pdf' : 'docx';
      return answerLetter(await receiptForApplicant(spine, await caseOfReceipt(spine, proof), format));
    }),
  );

  return app;
};

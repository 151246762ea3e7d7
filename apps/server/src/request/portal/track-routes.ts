import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { ownPagesOnly } from '../../platform/api/own-pages-only.ts';
import { clientAddress } from '../../platform/rate-limit.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  actAsApplicant,
  caseOfReceipt,
  limitApplicants,
  limitUploads,
  openByReceipt,
  type ReceiptProof,
  takeStepAsApplicant,
} from '../applicant-access.ts';
import { todayOf } from '../case-clock.ts';
import { answerFile } from '../file/answer-file.ts';
import { openApplicantFile } from '../file/applicant-files.ts';
import { refuseOver } from '../file/file-rules.ts';
import { keepFiles } from '../file/keep-files.ts';
import { answerLetter, letterForApplicant, receiptForApplicant } from '../letter/letter-download.ts';
import { loadCase } from '../load-case.ts';
import { recordDownload } from '../record-download.ts';
import type { Submitter } from '../submit-request.ts';
import { trackRequest } from '../track-request.ts';
import type { ActProblem, ApplicantAct } from './application-forms.ts';
import { applicationPage } from './application-page.ts';
import { readCookie, writeCookie } from './cookies.ts';
import { ownActs } from './own-acts.ts';
import { type ApplicantParts, goTo, isId, isSecure, showPage } from './parts.ts';
import { brokenWords, noRoom, type ReceivedForm, receiveForm, uploadLimits } from './receive-form.ts';
import { trackPage } from './track-page.ts';
import { openSession, sealSession, trackMinutes } from './track-session.ts';
import { withdrawPage } from './withdraw-page.ts';

const trackCookie = 'track';

/** Hono answers HEAD as it answers GET: nobody has got anything by it. */
const isHead = (c: Context): boolean => c.req.method === 'HEAD';

/** Following an application by number and query code, and what its applicant can do with it. */
export const trackRoutes = (parts: ApplicantParts): Hono => {
  const { spine, config, portal, requestIdOf } = parts;
  const app = new Hono();
  const own = ownPagesOnly(config);

  const keepSession = (c: Context, proof: ReceiptProof): void =>
    c.header(
      'Set-Cookie',
      writeCookie(
        trackCookie,
        sealSession(spine.cipher, proof, spine.now()),
        trackMinutes * 60,
        isSecure(config),
      ),
    );
  const endSession = (c: Context): void =>
    c.header('Set-Cookie', writeCookie(trackCookie, '', 0, isSecure(config)));
  const sessionOf = (c: Context): ReceiptProof | null =>
    openSession(spine.cipher, readCookie(c.req.raw.headers, trackCookie, isSecure(config)), spine.now());

  /** Answers for whoever has given number and code; who hasn't, or too long ago, is asked for them. */
  const inSession =
    (answer: (c: Context, proof: ReceiptProof) => Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const proof = sessionOf(c);
      if (!proof) return goTo(c, '/track?ended=1');
      keepSession(c, proof);
      try {
        return await answer(c, proof);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (error.code === 'REQUEST_NOT_OPEN_HERE') {
          endSession(c);
          return goTo(c, '/track?ended=1');
        }
        return c.html(
          portal.renderError({
            title: '没有办成',
            happened: error.message,
            next: '没有改动任何内容。',
            back: { href: '/track/application', label: '回到我的申请' },
          }),
          error.kind === 'too_many' ? 429 : error.kind === 'not_found' ? 404 : 409,
          { 'Cache-Control': 'no-store' },
        );
      }
    };

  app.get('/track', (c) =>
    sessionOf(c)
      ? goTo(c, '/track/application')
      : showPage(parts, c, trackPage({ number: '' }, null, c.req.query('ended') !== undefined)),
  );

  app.post('/track', own, async (c) => {
    const { fields } = await receiveForm(spine, c.req.raw, noRoom);
    const proof = {
      number: (fields.get('number') ?? '').trim().slice(0, 100),
      queryCode: (fields.get('queryCode') ?? '').trim().slice(0, 50),
    };
    try {
      await limitApplicants(spine, clientAddress(c, config.trustProxy));
      await openByReceipt(spine, proof);
      keepSession(c, proof);
      return goTo(c, '/track/application');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const status = error.kind === 'too_many' ? 429 : 422;
      return showPage(parts, c, trackPage({ number: proof.number }, error.message), status);
    }
  });

  app.post('/track/leave', own, (c) => {
    endSession(c);
    return goTo(c, '/track');
  });

  const showApplication = async (
    c: Context,
    proof: ReceiptProof,
    problem: ActProblem | null = null,
  ): Promise<Response> => {
    const done = ownActs[c.req.query('done') as ApplicantAct]?.done ?? null;
    const page = applicationPage({
      tracked: await trackRequest(spine, proof),
      once: randomUUID(),
      done: problem ? null : done,
      problem,
      year: Number(todayOf(spine.now()).slice(0, 4)),
    });
    return showPage(parts, c, page, problem ? 422 : 200);
  };

  app.get(
    '/track/application',
    inSession((c, proof) => showApplication(c, proof)),
  );

  const showWithdraw = async (
    c: Context,
    proof: ReceiptProof,
    problem: ActProblem | null = null,
  ): Promise<Response> =>
    showPage(
      parts,
      c,
      withdrawPage(
        (await trackRequest(spine, proof)).number,
        randomUUID(),
        problem?.messages[0] ?? null,
        problem?.typed.get('reason') ?? '',
      ),
      problem ? 422 : 200,
    );

  app.get(
    '/track/application/withdraw',
    inSession((c, proof) => showWithdraw(c, proof)),
  );

  /** Files that came with a form that can't be taken yet stay with the application: nobody chooses them twice. */
  const keepGoodFiles = async (
    proof: ReceiptProof,
    submitter: Submitter,
    files: ReceivedForm['files'],
  ): Promise<readonly string[]> => {
    if (files.length === 0) return [];
    const id = await openByReceipt(spine, proof);
    await actAsApplicant(spine, submitter, id, async (work) => {
      const { row } = await loadCase(work.db, id, { lock: true });
      refuseOver(row.state);
      await keepFiles(spine, work, row, files, 'applicant');
    });
    return [`其他 ${files.length} 个文件已经收下，不用再选`];
  };

  // The address of a form that came back with a mistake, asked for anew.
  app.get('/track/application/:act{correct|reasons|agree|material|rate}', (c) =>
    goTo(c, '/track/application'),
  );

  for (const act of Object.keys(ownActs) as readonly ApplicantAct[])
    app.post(
      `/track/application/${act}`,
      own,
      inSession(async (c, proof) => {
        const address = clientAddress(c, config.trustProxy);
        await limitApplicants(spine, address);
        await limitUploads(spine, address, c.req.raw, uploadLimits.totalBytes);
        const { row } = await loadCase(spine.db, await openByReceipt(spine, proof));
        const form = await receiveForm(spine, c.req.raw, {
          files: uploadLimits.files,
          bytes: uploadLimits.totalBytes,
          agencyId: async () => row.agency_id,
          requestId: requestIdOf(c),
        });
        const { step, input, complain } = ownActs[act];
        const messages = [
          ...(form.broken ? [brokenWords[form.broken]] : []),
          ...form.problems,
          ...complain(form.fields, form.files.length),
        ];
        const again = act === 'withdraw' ? showWithdraw : showApplication;
        const once = form.fields.get('once') ?? '';
        const submitter = {
          requestId: requestIdOf(c),
          ...(/^[\w-]{36,60}$/.test(once) ? { once } : {}),
        };
        if (messages.length > 0) {
          const kept = await keepGoodFiles(proof, submitter, form.files);
          return again(c, proof, { act, messages: [...messages, ...kept], typed: form.fields });
        }
        try {
          const taken = { step, input: input(form.fields) as never };
          await takeStepAsApplicant(spine, submitter, proof, taken, form.files);
        } catch (error) {
          if (!(error instanceof Refusal) || error.code === 'REQUEST_NOT_OPEN_HERE') throw error;
          return again(c, proof, { act, messages: [error.message], typed: form.fields });
        }
        return goTo(c, `/track/application?done=${act}`);
      }),
    );

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

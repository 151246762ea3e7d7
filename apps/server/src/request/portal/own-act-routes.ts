import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { ownPagesOnly } from '../../platform/api/own-pages-only.ts';
import { clientAddress } from '../../platform/rate-limit.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  actAsApplicant,
  limitApplicants,
  limitUploads,
  openByReceipt,
  type ReceiptProof,
  takeStepAsApplicant,
} from '../applicant-access.ts';
import { todayOf } from '../case-clock.ts';
import { refuseOver } from '../file/file-rules.ts';
import { keepFiles } from '../file/keep-files.ts';
import { loadCase } from '../load-case.ts';
import type { Submitter } from '../submit-request.ts';
import { trackRequest } from '../track-request.ts';
import type { ActProblem, ApplicantAct } from './application-forms.ts';
import { applicationPage } from './application-page.ts';
import { ownActs } from './own-acts.ts';
import { type ApplicantParts, goTo, showPage } from './parts.ts';
import { brokenWords, type ReceivedForm, receiveForm, uploadLimits } from './receive-form.ts';
import type { TrackVisits } from './track-visit.ts';
import { withdrawPage } from './withdraw-page.ts';

/** The page of one's own application, and what its applicant can do there. */
export const ownActRoutes = (parts: ApplicantParts, { inSession }: TrackVisits): Hono => {
  const { spine, config, requestIdOf } = parts;
  const app = new Hono();
  const own = ownPagesOnly(config);

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

  return app;
};

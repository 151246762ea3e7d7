import type { LetterTemplateId, RequestState, StepInput } from '@gongkai/contract';
import type { Spine } from '../platform/spine.ts';
import { actAsApplicant, openByReceipt, type ReceiptProof } from './applicant-access.ts';
import { loadCase } from './load-case.ts';
import { situationOf } from './situation.ts';
import { whyNot } from './steps-allowed.ts';
import type { Submitter } from './submit-request.ts';
import { doStep } from './take-step.ts';

type ReceivingStep = 'record_notice_received' | 'record_service';
type Receiving = { readonly step: ReceivingStep; readonly input: StepInput<ReceivingStep> };

/** What it is that somebody has received who downloads a letter; null: nothing hangs on it. */
const receivingOf = (template: LetterTemplateId): Receiving | null => {
  if (template === 'correction_notice' || template === 'fee_notice')
    return {
      step: 'record_notice_received',
      input: { notice: template === 'fee_notice' ? 'fee' : 'correction' },
    };
  if (template.startsWith('reply.'))
    return { step: 'record_service', input: { proof: '申请人凭登记编号和查询码在网上下载' } };
  return null;
};

/** The notice whose receipt an application waits for. */
const whichNotice = (state: RequestState): LetterTemplateId =>
  state === 'awaiting_payment' ? 'fee_notice' : 'correction_notice';

/**
 * The applicant downloads a letter online: the first time the periods that count from its receipt begin, the download
 * being the proof (条例第三十条; 信息处理费管理办法; 行政复议法第二十条). Later ones, and other letters, leave no trace. Call it before
 * the bytes are sent. Throws `Refusal` as `openByReceipt`.
 */
export const recordDownload = async (
  spine: Spine,
  submitter: Submitter,
  proof: ReceiptProof,
  letterId: string,
): Promise<void> => {
  const id = await openByReceipt(spine, proof);
  await actAsApplicant(spine, submitter, id, async (work) => {
    const found = await loadCase(work.db, id, { lock: true });
    const letter = await work.db
      .selectFrom('request_letter')
      .select('template')
      .where('agency_id', '=', found.row.agency_id)
      .where('request_id', '=', id)
      .where('id', '=', letterId)
      .where('state', '=', 'issued')
      .executeTakeFirst();
    const receiving = letter && receivingOf(letter.template);
    if (!receiving) return;
    const situation = await situationOf(work.db, found, { now: work.now, personId: null });
    const isAnother =
      receiving.step === 'record_notice_received' && whichNotice(found.facts.state) !== letter.template;
    if (isAnother || whyNot(receiving.step, situation) !== null) return;
    await doStep(spine, work, found, null, receiving);
  });
};

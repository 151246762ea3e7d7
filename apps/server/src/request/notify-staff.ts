import type { ApplicantStep, TakenStep } from '@gongkai/contract';
import type { Work } from '../platform/act.ts';
import { notify } from '../platform/notification/notify.ts';
import type { Case } from './load-case.ts';

const linkOf = ({ row }: Case): string => `/requests/${row.id}`;

/** Tells whoever drafted the reply that it came back, or that it is approved. */
export const tellDrafter = async (
  work: Work,
  found: Case,
  name: TakenStep,
  personId: string | null,
): Promise<void> => {
  const drafter = found.facts.decision?.draftedBy;
  if (!drafter || drafter === personId || (name !== 'send_back' && name !== 'approve')) return;
  const { number } = found.row;
  await notify(work, {
    personIds: [drafter],
    kind: name === 'approve' ? 'request_approved' : 'request_returned',
    text: name === 'approve' ? `${number}的答复已批准，请签发。` : `${number}的答复被退回，请重新拟定。`,
    link: linkOf(found),
  });
};

const acted: Readonly<Record<ApplicantStep, string>> = {
  receive_correction: '提交了补正',
  receive_material: '补交了材料',
  record_reasons: '说明了申请的理由',
  agree_to_fee: '同意缴纳信息处理费',
  withdraw: '撤回了申请',
  rate_service: '评价了服务',
};

/** Tells whoever handles an application (经办人) what its applicant has done online. */
export const tellOfficer = async (work: Work, found: Case, step: ApplicantStep): Promise<void> => {
  const { number, officer_id } = found.row;
  if (officer_id === null) return;
  await notify(work, {
    personIds: [officer_id],
    kind: 'request_applicant_acted',
    text: `${number}的申请人${acted[step]}。`,
    link: linkOf(found),
  });
};

import type { Clock } from '@gongkai/statute';
import type { Work } from '../platform/act.ts';
import { queueMail } from '../platform/mail/queue-mail.ts';
import { readSetting } from '../platform/setting/read-setting.ts';
import type { Spine } from '../platform/spine.ts';
import { siteSettings } from '../portal/index.ts';
import type { RequestRow } from './load-case.ts';
import { mailOfStep } from './mail-of-step.ts';
import { openApplicant } from './seal-texts.ts';
import type { Step } from './step.ts';

/**
 * Writes to the applicant what the agency has done, where they gave an address: within the act, so that it goes out if
 * and only if the step comes about. A mail has the number and never the query code, nor anything of the application.
 */
export const mailApplicant = async (
  { cipher, jobs }: Spine,
  { db, now }: Work,
  row: Pick<RequestRow, 'agency_id' | 'number' | 'applicant'>,
  step: Step,
  clock: Clock,
): Promise<void> => {
  const told = mailOfStep(step, clock);
  if (told === null) return;
  const to = openApplicant(cipher, row.applicant)?.email;
  if (!to) return;
  const domain = await readSetting(db, siteSettings.domain);
  const { name } = await db
    .selectFrom('agency')
    .select('name')
    .where('id', '=', row.agency_id)
    .executeTakeFirstOrThrow();
  const where = domain === '' ? '在本机关网站“依申请公开”的“查询申请”中' : `在 https://${domain}/track `;
  const text = [
    `您的政府信息公开申请（登记编号：${row.number}）：`,
    told.text,
    `请${where}凭登记编号和查询码查看、办理；查询码见申请回执。`,
    `${name}\n（系统自动发送，请勿回复）`,
  ].join('\n\n');
  await queueMail({ cipher, jobs, now: () => now }, db, {
    to,
    subject: `${told.title}（${row.number}）`,
    text,
  });
};

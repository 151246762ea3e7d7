import { type CivilDate, type Clock, inChinese } from '@gongkai/statute';
import type { Step } from './step.ts';

/** What a mail to an applicant says of a step: what happened, what follows and by when. */
export interface ToldByMail {
  readonly title: string;
  readonly text: string;
}

const until = (due: CivilDate | null): string =>
  due === null ? '' : `本机关将在${inChinese(due)}前（含当日）答复。`;

const paymentDays = 20;

/**
 * What an applicant is written about a step of the agency's; null where there is nothing to tell, or where they took
 * it themselves. Never what somebody wrote: a mail is read on its way. Pure.
 */
export const mailOfStep = ({ step, facts, on }: Step, { due, received }: Clock): ToldByMail | null => {
  switch (step) {
    case 'submit':
      return facts.channel === 'internet'
        ? {
            title: '已收到您网上提交的申请',
            text: `您的申请已于${inChinese(on)}提交。本机关将与您联系确认，以双方确认之日为收到申请之日（《中华人民共和国政府信息公开条例》第三十一条），请保持电话畅通。`,
          }
        : null;
    case 'confirm_receipt':
      return {
        title: '确认收到申请',
        text: `本机关确认于${inChinese(received ?? on)}收到您的申请。${until(due)}`,
      };
    case 'ask_for_correction':
      return {
        title: '请补正申请内容',
        text: `您的申请内容需要补正。请自收到补正告知书的次日起${facts.workingDays}个工作日内补正；无正当理由逾期不补正的，视为放弃申请，本机关不再处理（《中华人民共和国政府信息公开条例》第三十条）。收到补正后，答复期限重新计算。`,
      };
    case 'notify_extension':
      return { title: '答复期限延长', text: `因不能在原期限内答复，本机关延长了答复期限。${until(due)}` };
    case 'issue_fee_notice':
      return {
        title: '信息处理费收费通知',
        text: `您的申请需要缴纳信息处理费 ${facts.amount} 元。请自收到收费通知书的次日起${paymentDays}个工作日内缴费；逾期未缴纳的，视为放弃申请，本机关不再处理。缴费的方式见收费通知书。`,
      };
    case 'waive_fee':
      return { title: '收费通知已收回', text: `本机关收回了收费通知，您不必缴费。${until(due)}` };
    case 'record_payment':
      return {
        title: '已收到信息处理费',
        text: `本机关已收到您缴纳的信息处理费，继续办理申请。${until(due)}`,
      };
    case 'ask_for_reasons':
      return {
        title: '请说明申请的理由',
        text: '您申请公开政府信息的数量、频次明显超过合理范围，请说明理由（《中华人民共和国政府信息公开条例》第三十五条）。',
      };
    case 'set_delay':
      return { title: '延迟答复的日期', text: `您的申请无法在规定期限内答复。${until(facts.until)}` };
    case 'deliver':
    case 'answer_on_the_spot':
      return { title: '申请已经答复', text: deliveredBy[facts.way] };
    case 'close_uncorrected':
      return { title: '申请不再处理', text: '您在期限内没有补正申请，视为放弃申请，本机关不再处理。' };
    case 'close_unpaid':
      return { title: '申请不再处理', text: '您在期限内没有缴纳信息处理费，视为放弃申请，本机关不再处理。' };
    default:
      return null;
  }
};

const deliveredBy = {
  in_person: '本机关已经当面答复您的申请。',
  post: '本机关已经答复您的申请，答复已交邮寄出。',
  electronic: '本机关已经答复您的申请，答复可以在网上查看和下载。',
  fax: '本机关已经答复您的申请，答复已传真给您。',
} as const;

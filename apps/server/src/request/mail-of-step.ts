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

const regulation = '《中华人民共和国政府信息公开条例》';
/** 条例第五十一条. */
const appeal = '对此不服的，可以依法申请行政复议或者提起行政诉讼，机关和期限见文书。';

/**
 * What an applicant is written about a step: the agency's, and their own correction, because a new period begins with
 * it; null where there is nothing to tell. Never what somebody wrote: a mail is read on its way. Pure.
 */
export const mailOfStep = ({ step, facts, on }: Step, { due, received }: Clock): ToldByMail | null => {
  switch (step) {
    case 'submit':
      return facts.channel === 'internet'
        ? {
            title: '已收到您网上提交的申请',
            text: `您的申请已于${inChinese(on)}提交。本机关将与您联系确认，以双方确认之日为收到申请之日（${regulation}第三十一条），请保持电话畅通。`,
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
        text: `您的申请内容需要补正。请自收到补正告知书的次日起${facts.workingDays}个工作日内补正；无正当理由逾期不补正的，视为放弃申请，本机关不再处理（${regulation}第三十条）。收到补正后，答复期限重新计算。`,
      };
    case 'receive_correction':
      return {
        title: '已收到补正',
        text: `本机关于${inChinese(on)}收到您的补正，答复期限重新计算（${regulation}第三十条）。${until(due)}`,
      };
    case 'send_letter':
      return facts.template === 'consultation_notice'
        ? {
            title: '正在征求意见',
            text: `为办理您的申请，本机关正在征求有关方面的意见。征求意见所需的时间不计算在答复期限内（${regulation}第三十三条第三款）。告知书可以在网上查看和下载。`,
          }
        : null;
    case 'notify_extension':
      return {
        title: '答复期限延长',
        text: `因不能在原期限内答复，本机关延长了答复期限（${regulation}第三十三条第二款）。${until(due)}`,
      };
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
        text: `您申请公开政府信息的数量、频次明显超过合理范围，请说明理由（${regulation}第三十五条）。请您说明的事项，可以在网上查看。`,
      };
    case 'set_delay':
      return {
        title: '延迟答复的日期',
        text: `您申请的理由合理，但本机关无法在规定期限内答复，因此延迟答复（${regulation}第三十五条）。${until(facts.until)}`,
      };
    case 'deliver':
    case 'answer_on_the_spot':
      return { title: '申请已经答复', text: `${deliveredBy[facts.way]}${appeal}` };
    case 'close_uncorrected':
      return {
        title: '申请不再处理',
        text: `您在期限内没有补正申请，视为放弃申请，本机关不再处理（${regulation}第三十条）。${appeal}`,
      };
    case 'close_unpaid':
      return {
        title: '申请不再处理',
        text: `您在期限内没有缴纳信息处理费，视为放弃申请，本机关不再处理（《政府信息公开信息处理费管理办法》）。${appeal}`,
      };
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

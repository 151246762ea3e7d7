import { addWorkingDays, type Calendar } from '@gongkai/statute';
import type { Pen } from './open-pen.ts';
import type { Path } from './path.ts';
import type { Known } from './planned-case.ts';
import type { Random } from './random.ts';

/** 条例第三十条: what is unclear is asked back; answered, or not at all. */
export const correct = ({ correction, matter }: Path, random: Random, pen: Pen): void => {
  if (correction === undefined) return;
  pen.write('officer', 'ask_for_correction', random.from(1, 5), {
    workingDays: 15,
    matter: `您申请公开的内容不明确。请补充“${matter.slice(0, 40)}”所指信息的名称、文号、形成时间或者便于查询的其他特征。`,
  });
  pen.write('officer', 'record_notice_received', random.from(1, 3), { notice: 'correction' });
  if (correction === 'answered')
    pen.write('applicant', 'receive_correction', random.from(2, 11), {
      description: `${matter}\n补充说明：信息由贵机关制作，时间在最近两年内，涉及本人所在的村（社区）。`,
    });
  else
    pen.write('disclosure_head', 'close_uncorrected', random.from(17, 21), {
      reason: '申请人收到补正告知书后，在规定的期限内没有补正，也没有说明理由。',
    });
};

const thirdParties = [
  '云州恒达建筑工程有限公司',
  '云山鑫盛置业有限公司',
  '云州青禾农业发展有限公司',
  '石桥村村民委员会',
  '云州绿源环保科技股份有限公司',
];
const opinions = {
  consents: '我方同意公开，请注意隐去联系人的电话。',
  objectsWithReason:
    '所涉报价构成和工艺流程是我方的商业秘密，已采取保密措施，公开会使我方在后续竞标中处于不利地位，不同意公开。',
  objects: '我方不同意公开。',
} as const;

/** 条例第三十二条、第三十四条: others are heard. */
export const consult = ({ consult: how, matter }: Path, random: Random, pen: Pen): void => {
  if (how === undefined) return;
  const party = how === 'organ' ? 'other_organ' : how === 'joint' ? 'joint_maker' : 'third_party';
  const name =
    how === 'organ' ? '云州市自然资源局' : how === 'joint' ? '云山区财政局' : random.pick(thirdParties);
  pen.write('officer', 'consult', random.from(1, 2), {
    party,
    name,
    matter: `本机关收到申请，要求公开“${matter.slice(0, 60)}”，其中涉及贵方，请自收到之日起15个工作日内提出书面意见。`,
  });
  const first = ({ consultations }: Known): object => ({ consultationId: consultations[0] });
  pen.write('officer', 'send_letter', 0, (known: Known) => ({
    ...first(known),
    template: 'consultation_notice',
    matter: '您申请公开的信息涉及其他单位或者个人，本机关正在征求其意见，所需时间不计入答复期限。',
  }));
  pen.write('officer', 'record_consultation_delivery', random.from(1, 3), first);
  if (how === 'silent') {
    pen.write('officer', 'close_consultation', random.from(16, 18), (known: Known) => ({
      ...first(known),
      reason: '第三方收到征求意见书后15个工作日内没有提出意见，由本机关决定。',
    }));
    return;
  }
  const answer = how === 'organ' || how === 'joint' ? 'consents' : how;
  pen.write('officer', 'record_opinion', random.from(3, 12), (known: Known) => ({
    ...first(known),
    answer,
    opinion: opinions[answer],
  }));
};

/** 条例第四十二条: 信息处理费. */
export const charge = ({ fee }: Path, random: Random, pen: Pen): void => {
  if (fee === undefined) return;
  const quantity = random.from(60, 260);
  pen.write('officer', 'issue_fee_notice', random.from(2, 4), {
    scheme: 'page',
    quantity,
    reason: `所需复制的材料共 ${quantity} 页，数量明显超过合理范围。`,
  });
  if (fee === 'waived') {
    pen.write('disclosure_head', 'waive_fee', random.from(1, 2), {
      reason: '申请人属于最低生活保障对象，决定不收取信息处理费。',
    });
    return;
  }
  pen.write('officer', 'record_notice_received', random.from(1, 3), { notice: 'fee' });
  if (fee === 'paid' && random.chance(0.6)) pen.write('applicant', 'agree_to_fee', 1);
  if (fee === 'paid') pen.write('officer', 'record_payment', random.from(2, 12));
  else
    pen.write('disclosure_head', 'close_unpaid', random.from(22, 25), {
      reason: '申请人收到收费通知书之日起20个工作日内没有缴费，也没有说明理由。',
    });
};

/** 条例第三十五条: reasons for very many applications. */
export const askReasons = ({ reasons }: Path, calendar: Calendar, random: Random, pen: Pen): void => {
  if (reasons === undefined) return;
  pen.write('officer', 'ask_for_reasons', random.from(1, 3), {
    matter: '您近期向本机关提出的申请数量、频次明显超过合理范围，请说明理由。',
  });
  pen.write('officer', 'record_reasons', random.from(2, 5), {
    reasons: '本人正在整理本地历史资料，希望尽可能多地了解情况。',
  });
  if (reasons === 'delayed')
    pen.write('officer', 'set_delay', 1, {
      until: addWorkingDays(calendar, pen.at().day, 35).date,
      reason: '理由合理，但需要逐份清点、复制，无法在法定期限内全部完成。',
    });
};

/** 条例第三十三条第二款: the reply is put off. */
export const extend = ({ extension }: Path, random: Random, pen: Pen): void => {
  if (extension === undefined) return;
  pen.write('officer', 'propose_extension', random.from(6, 8), {
    workingDays: extension === 'refused' ? 20 : extension,
    reason: '所涉材料形成时间跨度大，分存于多个库房，需要逐卷检索、核对。',
  });
  if (extension === 'refused') {
    pen.write('disclosure_head', 'refuse_extension', 1, { reason: '材料已基本找齐，应当在原期限内答复。' });
    return;
  }
  pen.write('disclosure_head', 'approve_extension', random.from(0, 1));
  pen.write('officer', 'notify_extension', random.from(0, 1));
};

import type { IntakeChannel, ProvisionWay, TakenStep } from '@gongkai/contract';
import { addWorkingDays, type Calendar, type OutcomeId } from '@gongkai/statute';
import { decide } from './decide-outcome.ts';
import type { Known, Part, PlannedAct } from './planned-case.ts';
import type { Random } from './random.ts';
import { afterDays, dateOf, type Moment } from './working-hours.ts';

/** How a case goes, apart from how fast. */
export interface Path {
  readonly outcome: OutcomeId;
  /** What is told and asked, in the words of the applicant. */
  readonly matter: string;
  readonly channel: IntakeChannel;
  readonly way: ProvisionWay;
  readonly correction?: 'answered' | 'silent' | undefined;
  readonly consult?: 'consents' | 'objectsWithReason' | 'objects' | 'silent' | 'organ' | 'joint' | undefined;
  readonly extension?: 10 | 15 | 20 | 'refused' | undefined;
  readonly fee?: 'paid' | 'unpaid' | 'waived' | undefined;
  readonly reasons?: 'asked' | 'delayed' | undefined;
  readonly isSentBack?: boolean;
  /** Working days that are lost before the reply is drafted: the reply comes late. */
  readonly lost?: number;
  /** Answered at once, at the counter (条例第三十三条第一款). */
  readonly isOnTheSpot?: boolean;
  /** The proof of identity comes after the application. */
  readonly bringsProof?: boolean;
}

/** Notes the acts of a case one after the other, each at an hour at which people work. */
interface Pen {
  readonly at: () => Moment;
  readonly write: (
    by: Part,
    step: TakenStep,
    days: number,
    input?: object | ((known: Known) => object),
  ) => void;
  readonly acts: readonly PlannedAct[];
}

const inputOf = (input: object | ((known: Known) => object)): ((known: Known) => object) =>
  typeof input === 'function' ? (input as (known: Known) => object) : () => input;

const openPen = (calendar: Calendar, random: Random, start: Moment): Pen => {
  let at = start;
  const acts: PlannedAct[] = [];
  return {
    at: () => at,
    acts,
    write: (by, step, days, input = {}) => {
      at = afterDays(calendar, at, days, random.from(9, 75));
      // Applicants do it in the evening.
      if (by === 'applicant') at = { ...at, minute: random.from(18 * 60, 22 * 60) };
      acts.push({ at: dateOf(at), by, step, input: inputOf(input) });
    },
  };
};

const numerals = (random: Random): string => String(random.from(10_000_000, 99_999_999));

const correct = ({ correction, matter }: Path, random: Random, pen: Pen): void => {
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

const consult = ({ consult: how, matter }: Path, random: Random, pen: Pen): void => {
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

const charge = ({ fee }: Path, random: Random, pen: Pen): void => {
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

const askReasons = ({ reasons }: Path, calendar: Calendar, random: Random, pen: Pen): void => {
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

const extend = ({ extension }: Path, random: Random, pen: Pen): void => {
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

const pass = (random: Random, pen: Pen, isDisclosed: boolean): void => {
  pen.write('reviewer', 'review', random.from(0, 2), { note: random.chance(0.4) ? '同意。' : null });
  pen.write('secrecy_reviewer', 'review_secrecy', random.from(0, 1), {
    conclusion: isDisclosed ? 'may_disclose' : 'must_not',
    basis: isDisclosed
      ? '经审查，不涉及国家秘密和工作秘密，可以公开。'
      : '经审查，答复书本身不涉密；所涉信息不宜公开。',
  });
};

const proofs: Readonly<Record<ProvisionWay, (random: Random) => string>> = {
  post: (random) => `邮政挂号信 XA${numerals(random)}990`,
  in_person: () => '申请人在送达回证上签收',
  electronic: () => '电子邮件已发出，系统显示送达',
  fax: () => '传真发送报告显示成功',
};

const reply = (path: Path, random: Random, pen: Pen): void => {
  const { group, input } = decide(path, random);
  const wait =
    path.extension === undefined || path.extension === 'refused' ? 0 : Math.floor(path.extension / 2) - 3;
  pen.write('officer', 'draft_decision', random.from(1, 4) + wait + (path.lost ?? 0), input);
  const isDisclosed = group !== 'refused';
  if (path.isSentBack) {
    pen.write('reviewer', 'send_back', random.from(0, 1), {
      reason: '救济途径和理由部分表述不够具体，请修改。',
    });
    pen.write('officer', 'draft_decision', random.from(0, 1), input);
  }
  pass(random, pen, isDisclosed);
  pen.write('disclosure_head', 'approve', random.from(0, 1), { note: null });
  pen.write('officer', 'sign', 0);
  if (path.outcome === 'disclosed_public_interest')
    pen.write('officer', 'send_letter', 0, ({ consultations }: Known) => ({
      template: 'third_party_notice',
      consultationId: consultations[0],
      matter:
        '本机关认为不公开会对公共利益造成重大影响，决定公开贵方不同意公开的信息，现将内容和理由告知贵方。',
    }));
  pen.write('officer', 'deliver', random.from(0, 1), { way: path.way, proof: proofs[path.way](random) });
};

const comments = [
  '答复及时，态度很好。',
  '内容清楚，就是等得久了一点。',
  '附件里有一页看不清，希望改进。',
  null,
];

const close = ({ way, isOnTheSpot }: Path, random: Random, pen: Pen, isReplied: boolean): void => {
  if (isReplied && random.chance(0.2))
    pen.write('applicant', 'rate_service', random.from(0, 3), {
      score: random.weighted([
        [5, 5],
        [4, 3],
        [3, 2],
        [2, 1],
        [1, 1],
      ]),
      comment: random.pick(comments),
    });
  if (isReplied)
    pen.write(
      'officer',
      'record_service',
      isOnTheSpot ? 0 : way === 'post' ? random.from(1, 5) : random.from(0, 1),
      {
        proof: way === 'post' ? '邮政投递记录显示本人签收' : '申请人确认收到',
      },
    );
  pen.write('officer', 'archive', random.from(4, 30));
};

/** The acts of a case from its submission at `start` until it is archived, in order. */
export const tellCase = (
  path: Path,
  calendar: Calendar,
  random: Random,
  start: Moment,
): readonly PlannedAct[] => {
  const pen = openPen(calendar, random, start);
  const isAtOnce = ['in_person', 'oral', 'signed_post'].includes(path.channel);
  if (!isAtOnce)
    pen.write(
      'officer',
      'confirm_receipt',
      random.weighted([
        [0, 3],
        [1, 3],
        [2, 1],
      ]),
      {
        unreachable: path.channel === 'ordinary_mail' && random.chance(0.3),
      },
    );
  if (path.outcome === 'withdrawn') {
    pen.write('applicant', 'withdraw', random.from(1, 8), { reason: '已从其他渠道取得，不再需要。' });
    close(path, random, pen, false);
    return pen.acts;
  }
  if (path.isOnTheSpot) {
    pen.write('officer', 'answer_on_the_spot', 0, {
      outcome: 'disclosed_public_already',
      reply: `您申请公开的“${path.matter.slice(0, 120)}”已经主动公开，已当面告知网址，并协助打印。`,
      way: 'in_person',
      proof: '申请人在当场答复单上签收',
    });
    close(path, random, pen, true);
    return pen.acts;
  }
  if (path.bringsProof) pen.write('applicant', 'receive_material', 0, { note: '补交身份证复印件。' });
  correct(path, random, pen);
  if (path.correction === 'silent') {
    close(path, random, pen, false);
    return pen.acts;
  }
  if (path.outcome === 'unavailable_nonexistent' || random.chance(0.5))
    pen.write('officer', 'record_search', random.from(0, 3), {
      where: '本机关档案室 2010 年以来的文书档案、办公自动化系统、业务股室留存材料。',
      how: '按申请写明的名称、年份和地名逐项检索，并向经办股室核实。',
      found:
        path.outcome === 'unavailable_nonexistent'
          ? '没有找到申请人所描述的信息。'
          : '找到相关文件，已调取原件核对。',
    });
  askReasons(path, calendar, random, pen);
  charge(path, random, pen);
  if (path.fee === 'unpaid') {
    close(path, random, pen, false);
    return pen.acts;
  }
  consult(path, random, pen);
  extend(path, random, pen);
  reply(path, random, pen);
  close(path, random, pen, true);
  return pen.acts;
};

import type { ProvisionWay } from '@gongkai/contract';
import type { Calendar } from '@gongkai/statute';
import { decide } from './decide-outcome.ts';
import { openPen, type Pen } from './open-pen.ts';
import type { Path } from './path.ts';
import type { Known, PlannedAct } from './planned-case.ts';
import type { Random } from './random.ts';
import { askReasons, charge, consult, correct, extend } from './tell-delays.ts';
import type { Moment } from './working-hours.ts';

const numerals = (random: Random): string => String(random.from(10_000_000, 99_999_999));

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
  if (path.outcome === 'unavailable_nonexistent' || path.isSearched || random.chance(0.5))
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

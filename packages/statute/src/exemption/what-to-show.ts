import type { Citation } from '../citation/cite.ts';
import { type ExemptionId, getExemption } from './exemptions.ts';
import { effectOfAnswer, type ThirdPartyAnswer } from './third-party-answer.ts';

/** Something that the reply must say or the file must hold before information is withheld or opened. */
export interface Showing {
  readonly id:
    | 'severance'
    | 'classification'
    | 'prohibition'
    | 'kind'
    | 'harm'
    | 'consultation'
    | 'thirdPartyAnswer'
    | 'ownDecision'
    | 'publicInterest'
    | 'thirdPartyNotice'
    | 'noDuty'
    | 'discretion'
    | 'reasons';
  readonly text: string;
  readonly basis: Citation;
}

export interface WithholdingFacts {
  readonly exemption: ExemptionId;
  /** For grounds of a third party; left out = not asked yet. */
  readonly answer?: ThirdPartyAnswer;
  /** The agency finds that withholding would harm the public interest gravely. */
  readonly publicInterest?: boolean;
  /** A law, regulation or rule requires this information to be disclosed. */
  readonly requiredByLaw?: boolean;
}

/**
 * - `withhold`: must not be disclosed
 * - `mayWithhold`: may be withheld, if the agency gives its reasons
 * - `disclose`: this ground does not stand in the way
 * - `undecided`: a third party has to be asked, or its answer awaited
 */
export type WithholdingEffect = 'withhold' | 'mayWithhold' | 'disclose' | 'undecided';

export interface Withholding {
  readonly effect: WithholdingEffect;
  readonly showings: readonly Showing[];
}

const article = (number: number): Citation => ({ instrument: 'regulation', article: number });

const reasons: Showing = {
  id: 'reasons',
  text: '告知申请人不予公开并说明理由',
  basis: { instrument: 'regulation', article: 36, item: 3 },
};

// 条例第三十七条：能够作区分处理的，应当向申请人提供可以公开的内容。On every ground.
const severance: Showing = {
  id: 'severance',
  text: '逐处审查能否区分处理：能够区分的，提供可以公开的内容',
  basis: article(37),
};

/** What a ground leads to and what has to be shown or recorded for it, in the order of the work. */
export const whatToShow = (facts: WithholdingFacts): Withholding => {
  const exemption = getExemption(facts.exemption);
  if (exemption.thirdParty) return ofThirdParty(facts);
  // 条例第十六条第二款：法律、法规、规章规定上述信息应当公开的，从其规定。
  if (exemption.yieldsToLaw && facts.requiredByLaw) {
    return {
      effect: 'disclose',
      showings: [{ id: 'noDuty', text: '规定应当公开的法律、法规、规章及其条款', basis: exemption.basis }],
    };
  }
  const effect = exemption.force === 'must' ? 'withhold' : 'mayWithhold';
  return { effect, showings: [...groundOf(facts.exemption), severance, reasons] };
};

const groundOf = (id: ExemptionId): readonly Showing[] => {
  const { basis, kinds, force, yieldsToLaw } = getExemption(id);
  const kindNames = kinds.map((kind) => kind.name).join('、');
  if (id === 'state_secret') {
    return [{ id: 'classification', text: '定密的依据、密级和保密期限（在案，答复中不写涉密内容）', basis }];
  }
  if (id === 'prohibited_by_law') {
    return [{ id: 'prohibition', text: '禁止公开的法律、行政法规及其条款', basis }];
  }
  const kind: readonly Showing[] =
    kinds.length === 0 ? [] : [{ id: 'kind', text: `属于${kindNames}中的哪一类`, basis }];
  if (force === 'must') return [...kind, { id: 'harm', text: '公开后可能造成的危害及其根据', basis }];
  return [
    ...kind,
    ...(yieldsToLaw
      ? [{ id: 'noDuty', text: '已查明没有法律、法规、规章规定应当公开', basis } as const]
      : []),
    { id: 'discretion', text: '可以公开而决定不予公开的考虑', basis },
  ];
};

const ofThirdParty = ({
  exemption,
  answer = 'notAsked',
  publicInterest = false,
}: WithholdingFacts): Withholding => {
  const { basis } = getExemption(exemption);
  const { effect } = effectOfAnswer(answer, publicInterest);
  const harm: Showing = { id: 'harm', text: '公开会对第三方合法权益造成的损害', basis };
  const consultation: Showing = {
    id: 'consultation',
    text: '书面征求第三方意见，给予其自收到之日起15个工作日',
    basis: article(32),
  };
  if (effect === 'ask' || effect === 'wait') return { effect: 'undecided', showings: [harm, consultation] };
  const answered: Showing = {
    id: 'thirdPartyAnswer',
    text: answer === 'silent' ? '第三方逾期未提出意见的记录' : '第三方的书面意见',
    basis: article(32),
  };
  if (effect === 'disclose') {
    const override: readonly Showing[] = [
      { id: 'publicInterest', text: '不公开会对公共利益造成重大影响的理由', basis },
      { id: 'thirdPartyNotice', text: '将决定公开的内容和理由书面告知第三方', basis: article(32) },
    ];
    return { effect, showings: [consultation, answered, ...(answer === 'consents' ? [] : override)] };
  }
  const own: readonly Showing[] =
    effect === 'agencyDecides'
      ? [
          {
            id: 'ownDecision',
            text: '由本机关自行决定是否公开：沉默或者无理由的反对都不能代替判断',
            basis: article(32),
          },
        ]
      : [];
  return {
    effect: effect === 'agencyDecides' ? 'mayWithhold' : 'withhold',
    showings: [harm, consultation, answered, ...own, severance, reasons],
  };
};

/**
 * Whether severance must be examined (条例第三十七条): whenever something is withheld.
 * The article knows no ground on which a whole document may be withheld unexamined.
 */
export const needsSeverance = (withholding: Withholding): boolean =>
  withholding.effect === 'withhold' || withholding.effect === 'mayWithhold';

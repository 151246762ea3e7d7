import { type Citation, cite } from '../citation/cite.ts';
import type { Remedy } from './remedy.ts';
import type { RemedyPeriod } from './remedy-periods.ts';
import type { RemedySubject } from './remedy-rule.ts';

type Facts = Omit<Remedy, 'paragraph'>;

/** What the paragraph calls the act, and from when its periods run. */
const acts: Readonly<
  Record<'reply' | 'notice' | 'silence', { readonly act: string; readonly from: string }>
> = {
  reply: { act: '本答复', from: '收到本答复之日起' },
  notice: { act: '本告知书', from: '收到本告知书之日起' },
  silence: { act: '本机关逾期不予答复', from: '答复期限届满之日起' },
};

const actOf = (subject: RemedySubject) => {
  if (subject === 'noReply') return acts.silence;
  if (
    subject === 'thirdParty' ||
    subject === 'notProcessed' ||
    subject === 'abandoned' ||
    subject === 'other'
  )
    return acts.notice;
  return acts.reply;
};

const length = ({ length, unit }: RemedyPeriod): string => `${length}${unit === 'day' ? '日' : '个月'}`;

const bodyNames = (facts: Facts): string => facts.bodies.map((body) => body.name).join('或者');

/**
 * The paragraph on remedies. A partial disclosure gets two sentences: what it withholds goes the way of
 * a refusal, its other content the way of a disclosure, for the reasons in `otherContent`.
 */
export const remedyParagraph = (facts: Facts, otherContent: readonly Citation[]): string => {
  const { act } = actOf(facts.subject);
  if (facts.route === 'none') return '';
  if (facts.route === 'either') return either(facts, `如对${act}不服`, facts.basis);
  if (facts.subject !== 'partial') return first(facts, `如对${act}不服`);
  return (
    first(facts, `如对${act}中不予公开的部分不服`) + either(facts, `如对${act}的其他内容不服`, otherContent)
  );
};

/** 行政复议法第二十三条第二款：作出行政行为时应当告知先申请行政复议。 */
const first = (facts: Facts, against: string): string => {
  const { periods, stateCouncilAfter } = facts;
  const basis = cite([periods.applyForReconsideration.basis, ...facts.basis, facts.bodyBasis]);
  const council = stateCouncilAfter === null ? '' : '，也可以向国务院申请裁决，国务院的裁决为最终裁决';
  return (
    `${against}，根据${basis}的规定，应当自${actOf(facts.subject).from}${length(periods.applyForReconsideration)}内，` +
    `先向${bodyNames(facts)}申请行政复议；` +
    `对行政复议决定不服的，可以自收到行政复议决定书之日起${length(periods.sueAfterDecision)}内依法向人民法院提起行政诉讼${council}。` +
    '行政复议机关决定不予受理、驳回申请或者受理后超过行政复议期限不作答复的，' +
    `可以自收到决定书之日起或者行政复议期限届满之日起${length(periods.sueAfterRefusal)}内，依法向人民法院提起行政诉讼。`
  );
};

const either = (facts: Facts, against: string, reasons: readonly Citation[]): string => {
  const { periods } = facts;
  const { from } = actOf(facts.subject);
  const basis = cite([
    ...reasons,
    periods.applyForReconsideration.basis,
    facts.bodyBasis,
    periods.sueDirectly.basis,
  ]);
  return (
    `${against}，根据${basis}的规定，可以自${from}${length(periods.applyForReconsideration)}内` +
    `向${bodyNames(facts)}申请行政复议，或者自${from}${length(periods.sueDirectly)}内` +
    `依法向${facts.court.name}提起行政诉讼。`
  );
};

import { accepted, type Checked, refused } from '../checked.ts';
import { citationsOn } from '../citation/cite.ts';
import { type RouteChoices, remedyRuleOn } from './find-remedy-rule.ts';
import { type BodyRule, bodyRuleOn, courtLevelOf } from './reconsideration-bodies.ts';
import type { ReconsiderationBody, Remedy } from './remedy.ts';
import { remedyParagraph } from './remedy-paragraph.ts';
import { remedyPeriodsOn } from './remedy-periods.ts';
import type { RemedySubject } from './remedy-rule.ts';
import { type BodyRole, bodyRoleNames, organKindNames, type ReplyingOrgan } from './replying-organ.ts';

export interface RemedyQuestion {
  readonly subject: RemedySubject;
  /** The day of the reply, `YYYY-MM-DD`: the law of that day applies. */
  readonly date: string;
  readonly organ: ReplyingOrgan;
  readonly choices?: RouteChoices;
}

/**
 * The remedies against a reply of an organ on a day. Refused, with the reason for the person who keeps
 * the agency's settings, where the name of the reconsidering body is not set.
 */
export const findRemedy = ({ subject, date, organ, choices = {} }: RemedyQuestion): Checked<Remedy> => {
  const rule = remedyRuleOn(subject, date, choices);
  const periods = remedyPeriodsOn(date);
  const bodyRule = bodyRuleOn(organ.kind, date);
  if (rule === null || periods === null || bodyRule === null) {
    return refused(`${date} 早于现行条例施行之日（2019年5月15日），没有可以引用的救济规定。`);
  }
  const bodies = rule.route === 'none' ? accepted([]) : bodiesOf(organ, bodyRule);
  if (!bodies.ok) return bodies;
  const facts = {
    subject,
    route: rule.route,
    bodies: bodies.value,
    court: { ...courtLevelOf(organ.kind), name: organ.court?.trim() || '有管辖权的人民法院' },
    periods,
    basis: citationsOn(rule.basis, date),
    bodyBasis: bodyRule.basis,
    stateCouncilAfter: bodyRule.stateCouncilAfter,
    confidence: rule.confidence,
  };
  const otherContent = citationsOn(remedyRuleOn('disclosed', date)?.basis ?? [], date);
  return accepted({ ...facts, paragraph: remedyParagraph(facts, otherContent) });
};

const bodiesOf = (organ: ReplyingOrgan, rule: BodyRule): Checked<readonly ReconsiderationBody[]> => {
  const bodies: ReconsiderationBody[] = [];
  for (const role of rule.roles) {
    const name = role === 'self' ? organ.name.trim() : organ.bodies[role]?.trim();
    if (name) bodies.push({ role, name });
    else if (!rule.optional.includes(role)) return refused(missing(organ, role));
  }
  return accepted(bodies);
};

const missing = ({ name, kind }: ReplyingOrgan, role: BodyRole): string =>
  `${name || '答复机关'}（${organKindNames[kind]}）的行政复议机关是${bodyRoleNames[role]}，` +
  '还没有填写它的名称。请在机关设置中填写。';

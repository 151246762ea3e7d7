import { accepted, type Checked, refused } from '../checked.ts';
import { isConfigurable } from '../confidence.ts';
import { versionOn } from '../in-force.ts';
import {
  type RemedyRoute,
  type RemedyRule,
  type RemedySubject,
  remedyRoutes,
  remedySubjects,
} from './remedy-rule.ts';
import { remedyRules } from './remedy-rules.ts';

/** The ways that an agency set for subjects on which the law is not settled. */
export type RouteChoices = Readonly<Partial<Record<RemedySubject, RemedyRoute>>>;

/**
 * The rule for a subject on the day of the reply (`YYYY-MM-DD`), the agency's choices considered; `null`
 * before 2019-05-15. A choice against the text of the law is ignored here and refused by `checkRouteChoices`.
 */
export const remedyRuleOn = (
  subject: RemedySubject,
  date: string,
  choices: RouteChoices = {},
): RemedyRule | null => {
  const rule = versionOn(
    remedyRules.filter((candidate) => candidate.subject === subject),
    date,
  );
  const route = choices[subject];
  if (rule === null || route === undefined || !isConfigurable(rule.confidence)) return rule;
  return { ...rule, route };
};

const isOneOf = <T extends string>(list: readonly T[], text: string): text is T =>
  (list as readonly string[]).includes(text);

/** Checks what an agency set: only subjects that the law leaves open today, only ways that exist. */
export const checkRouteChoices = (choices: Readonly<Record<string, string>>): Checked<RouteChoices> => {
  for (const [subject, route] of Object.entries(choices)) {
    if (!isOneOf(remedySubjects, subject)) return refused(`没有编号为“${subject}”的救济事项。`);
    if (!isOneOf(remedyRoutes, route))
      return refused(`“${route}”不是救济途径，应当是 ${remedyRoutes.join('、')} 之一。`);
    const latest = remedyRules.find((rule) => rule.subject === subject && rule.to === null);
    if (latest && !isConfigurable(latest.confidence)) {
      return refused(`“${subject}”的救济途径由法律规定，不能另行设置。`);
    }
  }
  return accepted(choices as RouteChoices);
};

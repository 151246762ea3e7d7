/** The law of government information disclosure (政府信息公开) as code. Pure: values in, values out. */
export type { AnnouncedYear, DaysOff } from './calendar/announced-year.ts';
export { announcedYears } from './calendar/announced-years.ts';
export {
  buildCalendar,
  type Calendar,
  type CalendarDay,
  type CalendarOptions,
  type DayKind,
  describeDay,
  type RegionalHolidays,
} from './calendar/calendar.ts';
export { doubtAnnouncement } from './calendar/doubt-announcement.ts';
export { type AnnouncementReading, readAnnouncement } from './calendar/read-announcement.ts';
export type { AnnouncementProblem } from './calendar/split-announcement.ts';
export {
  addWorkingDays,
  type CountedDate,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from './calendar/working-days.ts';
export { type Article20Category, article20 } from './category/article-20.ts';
export { type Article21Category, type Article21Level, article21 } from './category/article-21.ts';
export type { Category, CategoryList } from './category/category.ts';
export { columnBlocks } from './category/column-blocks.ts';
export { type DisclosureProperty, disclosureProperties } from './category/disclosure-property.ts';
export { documentGenres } from './category/document-genres.ts';
export { grassRootsFields } from './category/grass-roots-fields.ts';
export { subjectCategories } from './category/subject-categories.ts';
export type { Checked } from './checked.ts';
export { type Citation, citationsOn, cite, citeShort } from './citation/cite.ts';
export { type Instrument, type InstrumentId, instruments } from './citation/instruments.ts';
export {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  civilDateInShanghai,
  daysBetween,
  inChinese,
  isCivilDate,
  monthAndDay,
} from './civil-date.ts';
export { type Clock, type ClockState, clock } from './clock/clock.ts';
export type { Channel, ClockEvent, ConsultedParty, GivenPeriod } from './clock/clock-event.ts';
export { type ClockPolicy, defaultClockPolicy } from './clock/clock-policy.ts';
export type { Deadline, DeadlineKind, DeadlineStatus } from './clock/deadlines.ts';
export {
  type ClockExplanation,
  type DayReason,
  type ExplainedDay,
  explainClock,
} from './clock/explain-clock.ts';
export { type Irregularity, type IrregularityCode, irregularityCatalogue } from './clock/irregularity.ts';
export type { Period } from './clock/periods.ts';
export type { RemedyDeadlineKind } from './clock/procedure-periods.ts';
export {
  type LitigationFacts,
  litigationDeadlines,
  type ReconsiderationFacts,
  type RemedyDeadline,
  reconsiderationDeadlines,
  remedyDeadline,
} from './clock/remedy-deadlines.ts';
export { sayDaysLeft } from './clock/say-clock.ts';
export { statutoryPeriods } from './clock/statutory-periods.ts';
export { type Confidence, isConfigurable } from './confidence.ts';
export type { Exemption, ExemptionForce, ExemptionKind } from './exemption/exemption.ts';
export { type ExemptionId, exemptions, getExemption } from './exemption/exemptions.ts';
export {
  effectOfAnswer,
  type ThirdPartyAnswer,
  type ThirdPartyEffect,
  thirdPartyAnswerNames,
  thirdPartyAnswers,
} from './exemption/third-party-answer.ts';
export {
  needsSeverance,
  type Showing,
  type Withholding,
  type WithholdingEffect,
  type WithholdingFacts,
  whatToShow,
} from './exemption/what-to-show.ts';
export { type Fee, type FeeLine, itemFee, pageFee } from './fee/compute-fee.ts';
export {
  type FeeBracket,
  type FeeSchedule,
  type FeeScheme,
  feeScheduleOn,
  feeSchedules,
  feeSchemeNames,
  feeSchemes,
} from './fee/fee-schedule.ts';
export { type FeeRequest, monthFees, type RequestFee } from './fee/month-fees.ts';
export { checkCreditCode, creditCodeCheckCharacter } from './identity/credit-code.ts';
export { checkIdCard, type IdCard } from './identity/id-card.ts';
export {
  checkIdentity,
  type IdentityKind,
  identityKindNames,
  identityKinds,
} from './identity/identity-document.ts';
export { maskAddress, maskBankCard, maskIdNumber, maskName, maskPhone } from './identity/mask.ts';
export { checkOrganisationCode, organisationCodeCheckCharacter } from './identity/organisation-code.ts';
export { type InForce, isInForce, versionOn } from './in-force.ts';
export {
  type DocumentNumber,
  formatDocumentNumber,
  normaliseDocumentNumber,
  parseDocumentNumber,
} from './index-number/document-number.ts';
export {
  formatIndexNumber,
  type IndexNumber,
  isStandardIndexNumber,
  parseIndexNumber,
} from './index-number/index-number.ts';
export {
  type NextIndexNumber,
  nextIndexNumber,
  nextIndexNumberText,
} from './index-number/next-index-number.ts';
export {
  type OutcomeGroup,
  type OutcomeOrigin,
  outcomeGroupNames,
  outcomeGroups,
  type ReportFormId,
  type ReportRowId,
} from './outcome/outcome.ts';
export { getOutcome, isOutcomeId, type Outcome, type OutcomeId, outcomes } from './outcome/outcomes.ts';
export {
  type Recipient,
  type ReplyTemplate,
  type ReplyTemplateId,
  replyTemplates,
} from './outcome/reply-templates.ts';
export { checkRowChoices, type RowChoices, reportForms, rowOfOutcome, rowOn } from './outcome/report-row.ts';
export { findRemedy, type RemedyQuestion } from './remedy/find-remedy.ts';
export { checkRouteChoices, type RouteChoices, remedyRuleOn } from './remedy/find-remedy-rule.ts';
export { bodyRuleOn, type CourtLevel, courtLevelOf } from './remedy/reconsideration-bodies.ts';
export type { ReconsiderationBody, Remedy } from './remedy/remedy.ts';
export { type RemedyPeriod, type RemedyPeriods, remedyPeriodsOn } from './remedy/remedy-periods.ts';
export {
  type RemedyRoute,
  type RemedyRule,
  type RemedySubject,
  remedyRoutes,
  remedySubjects,
} from './remedy/remedy-rule.ts';
export { remedyRules } from './remedy/remedy-rules.ts';
export {
  type BodyRole,
  bodyRoleNames,
  bodyRoles,
  type OrganKind,
  organKindNames,
  organKinds,
  type ReplyingOrgan,
} from './remedy/replying-organ.ts';
export {
  type ReviewColumnId,
  type ReviewResult,
  type ReviewResultId,
  reviewResults,
} from './remedy/review-results.ts';

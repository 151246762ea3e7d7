import type { CivilDate } from '../civil-date.ts';

/**
 * How a request came in (条例第三十一条). `misdirected_mail` is post addressed to another unit or person of the
 * agency (国办公开办函〔2015〕207号). `oral` is the form that the agency fills in at the counter (第二十九条).
 */
export type Channel =
  | 'in_person'
  | 'oral'
  | 'signed_post'
  | 'ordinary_mail'
  | 'misdirected_mail'
  | 'internet'
  | 'fax';

/** Whom the agency asks: a third party (第三十二条), another organ (第三十三条第三款), a joint maker (第三十四条). */
export type ConsultedParty = 'third_party' | 'other_organ' | 'joint_maker';

/** Within how long: working days from the day after the applicant got the notice, or a date the notice names. */
export type GivenPeriod = { readonly workingDays: number } | { readonly until: CivilDate };

/**
 * What happened to a request, as far as a deadline turns on it. `on` is the civil date in Asia/Shanghai on which
 * it happened; events are taken in the order of `on`, and those of one day in the order given.
 */
export type ClockEvent =
  /** Handed in, signed for or arrived on that day. */
  | { readonly type: 'submitted'; readonly on: CivilDate; readonly channel: Channel }
  /** Both sides confirmed. `unreachable`: the applicant could not be reached on the day the post arrived. */
  | { readonly type: 'receipt_confirmed'; readonly on: CivilDate; readonly unreachable?: boolean }
  /** The correction notice (补正告知书) was sent; `receivedOn` as soon as it is known. */
  | {
      readonly type: 'correction_requested';
      readonly on: CivilDate;
      readonly receivedOn?: CivilDate | null;
      readonly period: GivenPeriod;
    }
  /** The corrected request was received. */
  | { readonly type: 'corrected'; readonly on: CivilDate }
  /** The letter asking for an opinion was sent. `name`: whom, for the explanation. */
  | {
      readonly type: 'consultation_started';
      readonly on: CivilDate;
      readonly id: string;
      readonly party: ConsultedParty;
      readonly name: string;
    }
  /** The one asked received the letter; from here its 15 working days run. */
  | { readonly type: 'consultation_delivered'; readonly on: CivilDate; readonly id: string }
  | { readonly type: 'opinion_received'; readonly on: CivilDate; readonly id: string }
  /** Given up without an opinion: undeliverable, taken back, or the time that another organ was given ran out. */
  | { readonly type: 'consultation_closed'; readonly on: CivilDate; readonly id: string }
  /** The applicant was told of an extension; `approvedOn`: when the head of the working body approved it. */
  | {
      readonly type: 'extended';
      readonly on: CivilDate;
      readonly approvedOn: CivilDate | null;
      readonly workingDays: number;
    }
  /** The fee notice (收费通知) was sent; `receivedOn` as soon as it is known. */
  | { readonly type: 'fee_notified'; readonly on: CivilDate; readonly receivedOn?: CivilDate | null }
  /** Paid in full. */
  | { readonly type: 'paid'; readonly on: CivilDate }
  /** The applicant was told of a later date (第三十五条); `reasonsRequestedOn`: when reasons were asked for. */
  | {
      readonly type: 'delay_set';
      readonly on: CivilDate;
      readonly until: CivilDate;
      readonly reasonsRequestedOn: CivilDate | null;
    }
  /**
   * Answered. `on` is the time point of 国办公开办函〔2016〕235号: handed to the post, or signed for where served
   * directly; for an electronic reply the day it was sent.
   */
  | { readonly type: 'replied'; readonly on: CivilDate; readonly onTheSpot?: boolean }
  /** The applicant got the reply: from here the remedies' periods run. */
  | { readonly type: 'served'; readonly on: CivilDate }
  /** No longer handled, because the applicant did not correct (第三十条) or did not pay (信息处理费管理办法). */
  | { readonly type: 'abandoned'; readonly on: CivilDate; readonly because: 'not_corrected' | 'not_paid' }
  | { readonly type: 'withdrawn'; readonly on: CivilDate };

export type EventOf<T extends ClockEvent['type']> = Extract<ClockEvent, { readonly type: T }>;

import type { Citation } from '../citation/cite.ts';
import { type InForce, versionOn } from '../in-force.ts';

/** By item (按件): requests of one applicant in one calendar month. By page (按量): of one request. */
export const feeSchemes = ['item', 'page'] as const;

export type FeeScheme = (typeof feeSchemes)[number];

export const feeSchemeNames: Readonly<Record<FeeScheme, string>> = { item: '按件计收', page: '按量计收' };

/** A bracket (档) of a progressive scheme. Only units within it are charged at its rate. */
export interface FeeBracket {
  /** The first unit in it, counted from 1. */
  readonly from: number;
  /** The last unit in it; `null` = no end. */
  readonly to: number | null;
  /** Yuan for one unit. */
  readonly rate: string;
  /** In an endless bracket: after so many units the rate rises by so many yuan, again and again. */
  readonly rises?: { readonly every: number; readonly by: string };
}

export interface FeeSchedule extends InForce {
  readonly brackets: Readonly<Record<FeeScheme, readonly FeeBracket[]>>;
  readonly basis: Readonly<Record<FeeScheme, Citation>>;
}

/** 政府信息公开信息处理费管理办法（国办函〔2020〕109号）. Before it there was no national standard. */
export const feeSchedules: readonly FeeSchedule[] = [
  {
    from: '2021-01-01',
    to: null,
    brackets: {
      item: [
        { from: 1, to: 10, rate: '0' },
        { from: 11, to: 30, rate: '100' },
        // 31件以上的部分：以10件为一档，每增加一档，收费标准提高100元/件。
        { from: 31, to: null, rate: '200', rises: { every: 10, by: '100' } },
      ],
      page: [
        { from: 1, to: 30, rate: '0' },
        { from: 31, to: 100, rate: '10' },
        { from: 101, to: 200, rate: '20' },
        { from: 201, to: null, rate: '40' },
      ],
    },
    basis: {
      item: { instrument: 'feeMeasure', article: 4 },
      page: { instrument: 'feeMeasure', article: 5 },
    },
  },
];

/** The schedule on a day, `null` where no fee can be charged yet. */
export const feeScheduleOn = (date: string): FeeSchedule | null => versionOn(feeSchedules, date);

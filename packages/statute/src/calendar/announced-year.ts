import type { CivilDate } from '../civil-date.ts';

/** Days off in a row, both ends included. */
export interface DaysOff {
  /** As the notice names it: 春节, 国庆节、中秋节. */
  readonly name: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * What the State Council's yearly notice on holidays (国务院办公厅关于部分节假日安排的通知) says for one year, with
 * its later amendments worked in. New Year's days off may begin in December of the year before.
 */
export interface AnnouncedYear {
  readonly year: number;
  /** The date of the notice, null where we don't know it. */
  readonly announced: CivilDate | null;
  /** The notice, or where the data was taken from. */
  readonly source: string;
  readonly off: readonly DaysOff[];
  /** Weekend days that are worked (调休上班). */
  readonly worked: readonly CivilDate[];
}

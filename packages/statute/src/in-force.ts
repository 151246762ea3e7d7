/** A piece of law as it stood for a time. Both days are civil dates `YYYY-MM-DD` and count. */
export interface InForce {
  /** The first day on which it applies. */
  readonly from: string;
  /** The last day; `null` = still in force. */
  readonly to: string | null;
}

const civilDate = /^\d{4}-\d{2}-\d{2}$/;

/** Whether something applies on a day. Throws a RangeError where `date` is not written `YYYY-MM-DD`. */
export const isInForce = ({ from, to }: InForce, date: string): boolean => {
  if (!civilDate.test(date)) throw new RangeError(`日期“${date}”的写法不对，应当写成 2026-03-16 这样。`);
  return from <= date && (to === null || date <= to);
};

/** The version that applies on a day, or `null` where none does. */
export const versionOn = <T extends InForce>(versions: readonly T[], date: string): T | null =>
  versions.find((version) => isInForce(version, date)) ?? null;

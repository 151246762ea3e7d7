const zone = 'Asia/Shanghai';

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const partsOf = (moment: string): Readonly<Record<string, string>> =>
  Object.fromEntries(parts.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));

/** A moment in Beijing time as tables show it: 2026-03-16 09:05. */
export const showMoment = (moment: string): string => {
  const { year, month, day, hour, minute } = partsOf(moment);
  return `${year}-${month}-${day} ${hour}:${minute}`;
};

/** With seconds, where the order of things within a minute counts. */
export const showMomentExactly = (moment: string): string =>
  `${showMoment(moment)}:${partsOf(moment).second}`;

/** The civil date of a moment: 2026-03-16. */
export const showDate = (moment: string): string => showMoment(moment).slice(0, 10);

/** A civil date as sentences have it: 2026年3月16日. */
export const sayDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** Month and day: 3 月 16 日. */
export const sayDay = (date: string): string => {
  const [, month, day] = date.split('-').map(Number);
  return `${month} 月 ${day} 日`;
};

/** The moment in Beijing time as sentences have it: 2026年3月16日 9:05. */
export const sayMoment = (moment: string): string => {
  const { hour, minute } = partsOf(moment);
  return `${sayDate(showDate(moment))} ${Number(hour)}:${minute}`;
};

/** With thousands separators. */
export const showNumber = (value: number): string => value.toLocaleString('zh-CN');

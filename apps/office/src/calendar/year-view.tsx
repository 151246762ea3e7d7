import type { CalendarYear } from '@gongkai/contract';

type Kind = 'work' | 'rest' | 'off' | 'worked';

const two = (value: number): string => String(value).padStart(2, '0');

const weekday = (year: number, month: number, day: number): number =>
  (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** What each day of the year is, and the holiday's name. */
const dayKinds = ({
  year,
  off,
  worked,
}: CalendarYear): ((month: number, day: number) => readonly [Kind, string]) => {
  const workedDays = new Set(worked);
  return (month, day) => {
    const date = `${year}-${two(month)}-${two(day)}`;
    const holiday = off.find(({ from, to }) => from <= date && date <= to);
    if (workedDays.has(date)) return ['worked', '调休上班'];
    if (holiday) return ['off', holiday.name];
    return weekday(year, month, day) >= 5 ? ['rest', '周末'] : ['work', '工作日'];
  };
};

const months = Array.from({ length: 12 }, (_, at) => at + 1);

const signs: Readonly<Record<Kind, string>> = { work: '', rest: '', off: '休', worked: '班' };

const Month = ({
  year,
  month,
  kindOf,
}: {
  readonly year: number;
  readonly month: number;
  readonly kindOf: (month: number, day: number) => readonly [Kind, string];
}) => {
  const blanks = weekday(year, month, 1);
  const cells = [
    ...Array<null>(blanks).fill(null),
    ...Array.from({ length: daysIn(year, month) }, (_, at) => at + 1),
  ];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) =>
    Array.from({ length: 7 }, (_unused, on) => cells[at * 7 + on] ?? null),
  );
  return (
    <table className="month">
      <caption>{month} 月</caption>
      <thead>
        <tr>
          {['一', '二', '三', '四', '五', '六', '日'].map((name) => (
            <th key={name} scope="col" abbr={`星期${name}`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the weeks of a month stay where they are
          <tr key={at}>
            {week.map((day, on) => {
              // biome-ignore lint/suspicious/noArrayIndexKey: so do the days of a week
              if (day === null) return <td key={on} />;
              const [kind, name] = kindOf(month, day);
              return (
                <td key={day} className={`day-${kind}`} title={name}>
                  {day}
                  {signs[kind] && <small>{signs[kind]}</small>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** A year at a glance: holidays marked 休, swapped working days 班. */
export const YearView = ({ year }: { readonly year: CalendarYear }) => {
  const kindOf = dayKinds(year);
  return (
    <section className="year" aria-label={`${year.year} 年`}>
      {months.map((month) => (
        <Month key={month} year={year.year} month={month} kindOf={kindOf} />
      ))}
    </section>
  );
};

import type { Report } from '@gongkai/annual-report';

interface Named {
  readonly report: Pick<Report, 'agency' | 'year'>;
}

/** Short, for lists: whose and of which year. */
export const nameReport = ({ report: { agency, year } }: Named): string =>
  `${agency ?? '机关不明'} ${year === null ? '年度不明' : `${year} 年`}`;

/** In full, for titles and names of files. */
export const describeReport = ({ report: { agency, year } }: Named): string => {
  const when = year === null ? '' : `${year} 年`;
  const whole = `${agency === null ? when : `${agency}${when === '' ? '' : ` ${when}`}`}政府信息公开工作年度报告`;
  const unknown = [...(agency === null ? ['机关不明'] : []), ...(year === null ? ['年度不明'] : [])];
  return unknown.length === 0 ? whole : `${whole}（${unknown.join('，')}）`;
};

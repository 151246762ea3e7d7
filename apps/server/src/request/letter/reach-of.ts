import type { AgencyInTree } from '@gongkai/contract';

type Agency = Pick<
  AgencyInTree,
  'name' | 'workingBody' | 'phone' | 'address' | 'officeHours' | 'email' | 'letterContact' | 'returnTo'
>;

const given = (label: string, value: string | null): readonly string[] =>
  value === null ? [] : [`${label}：${value}`];

/** 工作机构 with the agency before it, unless its name says that already. */
const desk = ({ name, workingBody }: Agency): string =>
  workingBody === null || workingBody.startsWith(name) ? (workingBody ?? name) : `${name}${workingBody}`;

/** 附注 of a letter: how to reach the agency, a line each; as set for letters, else as the guide (公开指南) has it. */
export const contactLines = (agency: Agency): readonly string[] =>
  agency.letterContact?.split('\n').filter((line) => line.trim() !== '') ?? [
    `联系机构：${desk(agency)}`,
    ...given('电话', agency.phone),
    ...given('地址', agency.address),
    ...given('办公时间', agency.officeHours),
  ];

/** Where corrections, reasons and opinions are to be sent; null where the agency says neither. */
export const returnTo = (agency: Agency): string | null => {
  if (agency.returnTo !== null) return agency.returnTo;
  const ways = [...given('地址', agency.address), ...given('电子邮箱', agency.email)];
  return ways.length === 0 ? null : `${desk(agency)}（${ways.join('，')}）`;
};

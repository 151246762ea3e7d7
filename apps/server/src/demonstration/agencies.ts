import type { AgencyKind } from '@gongkai/contract';
import type { OrganKind } from '@gongkai/statute';
import { inventCreditCode, inventedRegion } from './invent-codes.ts';

/** An agency of 云山区: all of it is invented, the names of places, the addresses, the numbers. */
export interface DemonstrationAgency {
  /** How it is called in usernames and mail addresses. */
  readonly key: string;
  readonly kind: AgencyKind;
  readonly name: string;
  readonly shortName: string;
  readonly regionCode: string;
  readonly creditCode: string;
  readonly workingBody: string;
  readonly address: string;
  readonly officeHours: string;
  readonly phone: string;
  readonly fax: string;
  readonly email: string;
  readonly sort: number;
  readonly organKind: OrganKind | null;
  readonly reviewGovernment: string | null;
  readonly reviewDepartment: string | null;
  readonly localGovernment: string | null;
  readonly court: string;
  readonly returnTo: string;
  readonly feePayment: string;
}

const officeHours = '工作日 9:00—12:00，13:30—17:30';
let serial = 0;

const agency = (
  key: string,
  kind: AgencyKind,
  name: string,
  shortName: string,
  address: string,
  {
    regionCode = inventedRegion,
    workingBody = '办公室',
    organKind = null,
    reviewGovernment = null,
    reviewDepartment = null,
    localGovernment = null,
    court = '云山区人民法院',
  }: Partial<DemonstrationAgency> = {},
): DemonstrationAgency => {
  const number = serial++;
  // 0000 is no area code, .example no domain (RFC 2606).
  const line = (from: number): string => `0000-${from + number * 10}`;
  return {
    key,
    kind,
    name,
    shortName,
    regionCode,
    creditCode: inventCreditCode(number + 1),
    workingBody,
    address,
    officeHours,
    phone: line(8_120_001),
    fax: line(8_120_002),
    email: `${key}@yunshan.example`,
    sort: number * 10,
    organKind,
    reviewGovernment,
    reviewDepartment,
    localGovernment,
    court,
    returnTo: `${name}${workingBody}（${address}，电子邮箱：${key}@yunshan.example）`,
    feePayment: `凭本机关开具的缴款码，到代收银行或者“云山缴费”网上窗口缴入国库（执收单位：${name}）`,
  };
};

const department = (key: string, shortName: string, address: string) =>
  // 云州市 is above 云山区: its department was an alternative until 2023, for justice it still is.
  agency(key, 'department', `云山区${shortName}`, shortName, address, {
    reviewDepartment: `云州市${shortName}`,
  });

/** A branch of a department of 云州市: its decisions are reviewed there, or where it sits (行政复议法第二十四条). */
const branch = (key: string, shortName: string, address: string, parent: string) =>
  agency(key, 'department', `${parent}云山分局`, shortName, address, {
    organKind: 'departmentBranch',
    reviewGovernment: '云州市人民政府',
    reviewDepartment: parent,
    localGovernment: '云山区人民政府',
  });

const township = (key: string, shortName: string, name: string, address: string, code: string) =>
  agency(key, 'township', `云山区${name}`, shortName, address, {
    regionCode: inventedRegion + code,
    workingBody: '党政办公室',
  });

const hall = '云山区云山大道 1 号区行政中心';

export const demonstrationGovernment = agency(
  'gov',
  'government',
  '云山区人民政府',
  '区政府',
  `${hall} 1 号楼`,
  {
    workingBody: '区人民政府办公室政务公开科',
    reviewGovernment: '云州市人民政府',
    // 行政诉讼法第十五条第（一）项: a county's government is sued at the intermediate court.
    court: '云州市中级人民法院',
  },
);

export const demonstrationOffice = agency(
  'office',
  'department',
  '云山区人民政府办公室',
  '区政府办',
  `${hall} 1 号楼 305 室`,
  { workingBody: '政务公开科', reviewDepartment: '云州市人民政府办公室' },
);

export const demonstrationAgencies: readonly DemonstrationAgency[] = [
  department('fagai', '发展和改革局', `${hall} 2 号楼 4 层`),
  department('jiaoyu', '教育局', '云山区文昌路 18 号'),
  department('gongxin', '科技和工业信息化局', `${hall} 2 号楼 6 层`),
  department('minzheng', '民政局', '云山区和平路 66 号'),
  department('sifa', '司法局', '云山区和平路 68 号'),
  department('caizheng', '财政局', `${hall} 3 号楼`),
  department('renshe', '人力资源和社会保障局', '云山区云山大道 9 号'),
  branch('ziran', '自然资源分局', '云山区松涛路 3 号', '云州市自然资源局'),
  branch('huanjing', '生态环境分局', '云山区松涛路 5 号', '云州市生态环境局'),
  department('zhujian', '住房和城乡建设局', '云山区建设路 20 号'),
  department('jiaotong', '交通运输局', '云山区建设路 22 号'),
  department('nongye', '农业农村局', '云山区田园路 7 号'),
  department('weijian', '卫生健康局', '云山区文昌路 40 号'),
  department('yingji', '应急管理局', `${hall} 4 号楼 2 层`),
  department('shijian', '市场监督管理局', '云山区云山大道 15 号'),
  department('chengguan', '城市管理局', '云山区建设路 31 号'),
  township('baiyun', '白云街道', '白云街道办事处', '云山区白云路 2 号', '001'),
  township('donghu', '东湖街道', '东湖街道办事处', '云山区环湖路 11 号', '002'),
  township('qingshi', '青石镇', '青石镇人民政府', '云山区青石镇老街 1 号', '101'),
  township('liuxi', '柳溪镇', '柳溪镇人民政府', '云山区柳溪镇溪东路 8 号', '102'),
];

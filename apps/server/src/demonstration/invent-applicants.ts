import type { Applicant, ApplicantKind } from '@gongkai/contract';
import { checkIdCard } from '@gongkai/statute';
import { inventCreditCode } from './invent-codes.ts';
import { openRandom, type Random } from './random.ts';

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈',
  '欧阳',
  '上官',
  '司徒',
];
const given = [
  ...[
    '建国',
    '秀英',
    '桂兰',
    '志明',
    '丽娟',
    '海燕',
    '文斌',
    '晓东',
    '玉梅',
    '德福',
    '春花',
    '国强',
    '雪梅',
    '永康',
  ],
  ...[
    '子涵',
    '雨桐',
    '浩然',
    '思远',
    '佳怡',
    '梓轩',
    '一诺',
    '明哲',
    '若曦',
    '俊杰',
    '欣怡',
    '天佑',
    '静',
    '磊',
  ],
  ...['芳', '伟', '敏', '军', '勇', '娜', '洋', '平', '淑珍', '保国', '凤霞', '根生', '满仓', '小满', '立秋'],
];
const foreign = ['阿依古丽·买买提', '扎西次仁', '迪丽努尔·艾合买提江·吐尔逊', 'Johannes Müller'];

/** Regions that no province has: 99 is no prefecture (GB/T 2260). The rest of the number is right. */
const noSuchRegions = ['349921', '449922', '519923', '329924'] as const;

export const inventIdNumber = (random: Random): string => {
  const born = new Date(Date.UTC(random.from(1945, 2003), random.below(12), random.from(1, 28)));
  const date = born.toISOString().slice(0, 10).replaceAll('-', '');
  const first17 = `${random.pick(noSuchRegions)}${date}${String(random.below(1000)).padStart(3, '0')}`;
  // One of eleven digits is right.
  return [...'0123456789X'].map((digit) => first17 + digit).find((id) => checkIdCard(id, '2100-01-01').ok)!;
};

/** No mobile number begins with 100, and 0000 is no area code. */
const phone = (random: Random): string =>
  random.chance(0.85)
    ? `100${String(random.below(100_000_000)).padStart(8, '0')}`
    : `0000-${random.from(8_200_000, 8_899_999)}`;

const streets = [
  '文昌路',
  '和平路',
  '云山大道',
  '建设路',
  '松涛路',
  '环湖路',
  '田园路',
  '溪东路',
  '老街',
  '白云路',
];
const homes = [
  '云山区{street}{n}号{m}栋{k}室',
  '云山区白云街道{street}{n}号',
  '云山区东湖街道湖滨社区{m}幢{k}室',
  '云山区青石镇石桥村{m}组',
  '云山区柳溪镇溪口村{m}组{n}号',
  '云州市高新区{street}{n}号云锦花园{m}号楼{k}室',
];
export const inventHome = (random: Random): string =>
  random
    .pick(homes)
    .replace('{street}', random.pick(streets))
    .replace('{n}', String(random.from(1, 320)))
    .replace('{m}', String(random.from(1, 28)))
    .replace('{k}', String(random.from(1, 6) * 100 + random.from(1, 4)));

const organisations: Readonly<Record<Exclude<ApplicantKind, 'naturalPerson'>, readonly string[]>> = {
  business: [
    '云州恒达建筑工程有限公司',
    '云山区老味道餐饮店（个体工商户）',
    '云州青禾农业发展有限公司',
    '云州市云山区松涛路商业步行街经营管理有限责任公司第二分公司',
    '云州绿源环保科技股份有限公司',
    '云山鑫盛置业有限公司',
    '云州市明德物业服务有限公司云山区东湖街道湖滨花园小区项目服务中心',
    '云州通途物流有限公司',
  ],
  research: [
    '云州大学公共管理学院',
    '云州市农业科学研究所',
    '云州理工大学县域经济与城乡融合发展研究中心（省级人文社会科学重点研究基地）',
  ],
  publicInterest: [
    '云州市绿水青山环境保护志愿者协会',
    '云山区阳光助残公益服务中心',
    '云州市流域生态与公众健康研究促进会',
  ],
  legalService: ['云州正言律师事务所', '云山区法律援助中心', '北山（云州）律师事务所'],
  other: [
    '云山区白云街道云锦花园小区第三届业主委员会',
    '云山区青石镇石桥村村民委员会',
    '云山晚报社',
    '云州市云山区餐饮行业协会',
  ],
};

const nobody = { contactPerson: null, email: null, address: null };

export const inventName = (random: Random): string => random.pick(surnames) + random.pick(given);

const inventPerson = (random: Random, serial: number): Applicant => ({
  ...nobody,
  kind: 'naturalPerson',
  name: serial % 60 === 59 ? random.pick(foreign) : inventName(random),
  // 条例第二十九条: the proof may come later.
  identity: serial % 25 === 24 ? null : { kind: 'idCard', number: inventIdNumber(random) },
  phone: phone(random),
  email: random.chance(0.4) ? `applicant${serial}@mail.example` : null,
  address: random.chance(0.8) ? inventHome(random) : null,
});

const inventOrganisations = (random: Random): readonly Applicant[] =>
  Object.entries(organisations).flatMap(([kind, names], group) =>
    names.map((name, index) => ({
      kind: kind as ApplicantKind,
      name,
      identity: { kind: 'creditCode' as const, number: inventCreditCode(900_000 + group * 100 + index) },
      contactPerson: inventName(random),
      phone: phone(random),
      email: `office${group}${index}@organisation.example`,
      address: inventHome(random),
    })),
  );

/** Whoever applies in 云山区: all invented, the numbers right in form and of places that don't exist. */
export interface Applicants {
  readonly people: readonly Applicant[];
  readonly organisations: readonly Applicant[];
}

export const inventApplicants = (seed: number): Applicants => {
  const random = openRandom(seed);
  return {
    people: Array.from({ length: 320 }, (_, serial) => inventPerson(random, serial)),
    organisations: inventOrganisations(random),
  };
};

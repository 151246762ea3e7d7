import type { Role } from '@gongkai/contract';

export interface DemonstrationPost {
  /** The agency's key. */
  readonly agency: string;
  readonly role: Role;
}

/** Somebody of 云山区: invented; the first post is at their own agency. */
export interface DemonstrationPerson {
  readonly username: string;
  readonly name: string;
  readonly posts: readonly [DemonstrationPost, ...DemonstrationPost[]];
}

/** 三员: they stand above the whole district. */
export const demonstrationAdministrators = {
  system: { username: 'sysadmin', name: '程立新' },
  security: { username: 'secadmin', name: '顾安平' },
  audit: { username: 'auditor', name: '严正清' },
} as const;

const person = (
  agency: string,
  short: string,
  name: string,
  role: Role,
  ...more: DemonstrationPost[]
): DemonstrationPerson => ({ username: `${agency}-${short}`, name, posts: [{ agency, role }, ...more] });

/** Everybody whom publishing and replying takes, at one agency. */
const staff = (agency: string, names: readonly [string, string, string, string]) => [
  person(agency, 'officer', names[0], 'officer'),
  person(agency, 'reviewer', names[1], 'reviewer'),
  person(agency, 'secrecy', names[2], 'secrecy_reviewer'),
  person(agency, 'head', names[3], 'disclosure_head'),
];

export const demonstrationPeople: readonly DemonstrationPerson[] = [
  ...staff('office', ['林晓雯', '周建国', '韩守密', '陈启明']),
  person('office', 'officer2', '吴思远', 'officer'),
  person('office', 'supervisor', '何督远', 'supervisor'),
  person('office', 'supervisor2', '沈知行', 'supervisor', { agency: 'office', role: 'reviewer' }),
  ...staff('minzheng', ['李慧敏', '王志强', '赵秉文', '孙德厚']),
  ...staff('jiaoyu', ['刘春燕', '张书豪', '徐静怡', '马文博']),
  ...staff('weijian', ['朱丽华', '胡国栋', '郭晓峰', '高明远']),
  ...staff('zhujian', ['罗永康', '梁海波', '宋佳宁', '谢宏伟']),
  ...staff('shijian', ['唐雨薇', '许振东', '邓学勤', '冯少华']),
  ...staff('qingshi', ['曹桂兰', '彭大海', '曾庆丰', '萧云飞']),
  // One who works for two streets: shows the switch between agencies.
  person('baiyun', 'officer', '田佳慧', 'officer', { agency: 'donghu', role: 'officer' }),
  person('baiyun', 'head', '董国庆', 'disclosure_head'),
  person('donghu', 'head', '袁秀英', 'disclosure_head'),
  person('liuxi', 'officer', '潘永胜', 'officer'),
  person('fagai', 'officer', '于海洋', 'officer'),
  person('gongxin', 'officer', '蒋一鸣', 'officer'),
  person('sifa', 'officer', '蔡明法', 'officer'),
  person('caizheng', 'officer', '余金生', 'officer'),
  person('renshe', 'officer', '杜若琳', 'officer'),
  person('ziran', 'officer', '叶长青', 'officer'),
  person('huanjing', 'officer', '程碧波', 'officer'),
  person('jiaotong', 'officer', '苏通达', 'officer'),
  person('nongye', 'officer', '魏丰年', 'officer'),
  person('yingji', 'officer', '吕平安', 'officer'),
  person('chengguan', 'officer', '任洁净', 'officer'),
];

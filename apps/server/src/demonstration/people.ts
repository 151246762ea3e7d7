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

/** The others of a small agency, where one reviews the reply and its secrecy. */
const fewStaff = (agency: string, [reviewer, head]: readonly [string, string]) => [
  person(agency, 'reviewer', reviewer, 'reviewer', { agency, role: 'secrecy_reviewer' }),
  person(agency, 'head', head, 'disclosure_head'),
];

export const demonstrationPeople: readonly DemonstrationPerson[] = [
  ...staff('office', ['林晓雯', '周建国', '韩守密', '陈启明']),
  person('office', 'officer2', '吴思远', 'officer'),
  person('office', 'supervisor', '何督远', 'supervisor'),
  person('office', 'supervisor2', '沈知行', 'supervisor', { agency: 'office', role: 'reviewer' }),
  person('gov', 'officer', '方致远', 'officer'),
  ...fewStaff('gov', ['史为鉴', '江海明']),
  ...staff('minzheng', ['李慧敏', '王志强', '赵秉文', '孙德厚']),
  ...staff('jiaoyu', ['刘春燕', '张书豪', '徐静怡', '马文博']),
  ...staff('weijian', ['朱丽华', '胡国栋', '郭晓峰', '高明远']),
  ...staff('zhujian', ['罗永康', '梁海波', '宋佳宁', '谢宏伟']),
  ...staff('shijian', ['唐雨薇', '许振东', '邓学勤', '冯少华']),
  ...staff('qingshi', ['曹桂兰', '彭大海', '曾庆丰', '萧云飞']),
  // One who works for two streets: shows the switch between agencies.
  person('baiyun', 'officer', '田佳慧', 'officer', { agency: 'donghu', role: 'officer' }),
  person('baiyun', 'reviewer', '石敬之', 'reviewer', { agency: 'baiyun', role: 'secrecy_reviewer' }),
  person('donghu', 'reviewer', '姚素心', 'reviewer', { agency: 'donghu', role: 'secrecy_reviewer' }),
  person('baiyun', 'head', '董国庆', 'disclosure_head'),
  person('donghu', 'head', '袁秀英', 'disclosure_head'),
  person('liuxi', 'officer', '潘永胜', 'officer'),
  ...fewStaff('liuxi', ['陆水生', '贾树林']),
  person('fagai', 'officer', '于海洋', 'officer'),
  ...fewStaff('fagai', ['夏知春', '邹广业']),
  person('gongxin', 'officer', '蒋一鸣', 'officer'),
  ...fewStaff('gongxin', ['熊志远', '孟启航']),
  person('sifa', 'officer', '蔡明法', 'officer'),
  ...fewStaff('sifa', ['秦守一', '白公正']),
  person('caizheng', 'officer', '余金生', 'officer'),
  ...fewStaff('caizheng', ['阎细心', '侯理财']),
  person('renshe', 'officer', '杜若琳', 'officer'),
  ...fewStaff('renshe', ['薛知人', '雷厚生']),
  person('ziran', 'officer', '叶长青', 'officer'),
  ...fewStaff('ziran', ['尹地生', '黎青山']),
  person('huanjing', 'officer', '程碧波', 'officer'),
  ...fewStaff('huanjing', ['钱清源', '段蓝天']),
  person('jiaotong', 'officer', '苏通达', 'officer'),
  ...fewStaff('jiaotong', ['汤通达', '路远平']),
  person('nongye', 'officer', '魏丰年', 'officer'),
  ...fewStaff('nongye', ['常丰收', '武田耕']),
  person('yingji', 'officer', '吕平安', 'officer'),
  ...fewStaff('yingji', ['贺安澜', '龚防备']),
  person('chengguan', 'officer', '任洁净', 'officer'),
  ...fewStaff('chengguan', ['万整齐', '樊有序']),
];

import type { Db } from '../platform/database/open-database.ts';
import { readSettings } from '../platform/setting/read-setting.ts';
import type { ChoiceSetting, IntegerSetting } from '../platform/setting/setting.ts';

const integer = (
  name: string,
  group: string,
  label: string,
  unit: string,
  [least, defaultValue, most]: readonly [number, number, number],
  help: string,
): IntegerSetting => ({
  type: 'integer',
  name: `security.${name}`,
  kind: 'security',
  group,
  label,
  unit,
  least,
  defaultValue,
  most,
  help,
});

/** The numbers are what assessors (等级保护测评) usually ask for; the standard itself names none. */
const assessed = 'GB/T 22239-2019 8.1.4.1 身份鉴别；数值按等级保护测评的通行要求。';

/** 安全策略: what keeps sign-in safe, as settings of 安全管理员. Ranges end where safety would. */
export const securitySettings = {
  passwordLength: integer('password_length', '密码', '密码最少长度', '个字符', [8, 8, 64], assessed),
  passwordKinds: integer(
    'password_kinds',
    '密码',
    '密码至少包含几类字符',
    '类',
    [2, 3, 4],
    `大写字母、小写字母、数字、其他符号共四类。${assessed}`,
  ),
  passwordDays: integer(
    'password_days',
    '密码',
    '密码有效期',
    '天',
    [0, 90, 365],
    `0 为不设有效期。${assessed}`,
  ),
  passwordEarlier: integer(
    'password_earlier',
    '密码',
    '不得与最近几次用过的密码相同',
    '次',
    [0, 5, 12],
    '防止来回使用同一密码。',
  ),
  failures: integer('failures', '登录', '连续输错几次后锁定', '次', [3, 5, 10], `登录失败处理。${assessed}`),
  lockMinutes: integer(
    'lock_minutes',
    '登录',
    '锁定时间',
    '分钟',
    [5, 30, 1440],
    `登录失败处理。${assessed}`,
  ),
  signInsPerMinute: integer(
    'sign_ins_per_minute',
    '登录',
    '同一网络地址每分钟最多尝试登录',
    '次',
    [5, 30, 600],
    '防止大量试探。全单位经同一出口上网的，可适当调高。',
  ),
  idleMinutes: integer(
    'idle_minutes',
    '会话',
    '无操作自动退出',
    '分钟',
    [5, 30, 240],
    `登录连接超时自动退出。${assessed}`,
  ),
  sessionHours: integer(
    'session_hours',
    '会话',
    '一次登录最长保持',
    '小时',
    [1, 12, 24],
    '到时间即使一直在操作，也须重新登录。',
  ),
  sessionsPerPerson: integer(
    'sessions_per_person',
    '会话',
    '同一账号最多同时登录',
    '处',
    [1, 3, 20],
    '超过时，最早的一处自动退出。GB/T 22239-2019 访问控制。',
  ),
  confirmMinutes: integer(
    'confirm_minutes',
    '会话',
    '敏感操作前，核验身份在多长时间内有效',
    '分钟',
    [1, 10, 60],
    '创建令牌、重置密码、离岗交接等操作之前须再次核验身份。',
  ),
  secondFactor: {
    type: 'choice',
    name: 'security.second_factor',
    kind: 'security',
    group: '登录',
    label: '须使用动态口令的人员',
    help: '两种以上鉴别技术。GB/T 22239-2019 8.1.4.1 身份鉴别；三级系统的管理员应使用。',
    defaultValue: 'administrators',
    choices: { administrators: '系统、安全、审计管理员', all: '全体人员', nobody: '不要求（可自愿使用）' },
  } satisfies ChoiceSetting as ChoiceSetting<'administrators' | 'all' | 'nobody'>,
  tokenDays: integer(
    'token_days',
    '接口令牌',
    '接口令牌有效期上限',
    '天',
    [1, 365, 3650],
    '到期须重新创建，不再使用的令牌由此自然失效。',
  ),
} as const;

export type SecurityPolicy = Awaited<ReturnType<typeof readSecurityPolicy>>;

/** The policy in force: one query. */
export const readSecurityPolicy = (db: Db) => readSettings(db, securitySettings);

import { oc } from '@orpc/contract';
import { z } from 'zod';
import { roles } from './permission.ts';
import { idSchema, momentSchema } from './values.ts';

export const roleSchema = z.enum(Object.keys(roles) as [keyof typeof roles]).describe('职责');

/**
 * How far somebody is signed in, in the order in which the steps come. Until `ready` a session can do nothing but
 * its next step and sign out.
 */
export const sessionStates = {
  signed_out: '未登录',
  second_factor: '待输入动态口令',
  must_change_password: '须修改密码',
  must_enrol_second_factor: '须绑定动态口令',
  ready: '已登录',
} as const;
export type SessionState = keyof typeof sessionStates;
export const sessionStateSchema = z
  .enum(Object.keys(sessionStates) as [SessionState])
  .describe(
    '登录进行到哪一步：signed_out 未登录；second_factor 待输入动态口令；must_change_password 须修改密码；must_enrol_second_factor 须绑定动态口令；ready 已登录',
  );

export const heldRoleSchema = z.object({
  role: roleSchema,
  agencyId: idSchema,
  agencyName: z.string().describe('单位名称'),
});

/** Everything the office needs to know of who sits in front of it. */
export const currentSessionSchema = z.object({
  state: sessionStateSchema,
  person: z
    .object({ id: idSchema, name: z.string(), username: z.string() })
    .nullable()
    .describe('登录的人员；未登录时为空'),
  agency: z
    .object({ id: idSchema, name: z.string() })
    .nullable()
    .describe('当前办理业务的单位；登录完成之前为空'),
  held: z.array(heldRoleSchema).describe('在各单位的职责；登录完成之前为空'),
  endsAt: momentSchema.nullable().describe('会话最迟结束的时刻'),
  idleMinutes: z.number().int().nullable().describe('多少分钟无操作即退出'),
  confirmedAt: momentSchema.nullable().describe('最近一次核验身份的时刻'),
  confirmMinutes: z.number().int().nullable().describe('核验身份后多少分钟内可以进行敏感操作'),
  passwordExpiresAt: momentSchema.nullable().describe('密码到期的时刻；不设有效期时为空'),
  hasSecondFactor: z.boolean().describe('是否已绑定动态口令'),
  needsSecondFactor: z.boolean().describe('按规定是否必须绑定动态口令'),
});
export type CurrentSession = z.infer<typeof currentSessionSchema>;

const passwordInput = z.string().min(1).max(256);
/** Six digits of the authenticator, or one of the recovery codes. */
const codeInput = z.string().trim().min(6).max(40).describe('六位动态口令，或一个备用码');

export const signInSchema = z.object({
  username: z.string().trim().min(1).max(64).describe('用户名'),
  password: passwordInput.describe('密码'),
});
export type SignIn = z.infer<typeof signInSchema>;

export const changePasswordSchema = z.object({
  currentPassword: passwordInput.describe('当前密码'),
  newPassword: passwordInput.describe('新密码'),
});
export type ChangePassword = z.infer<typeof changePasswordSchema>;

/** What a new password has to keep to, so that a form can say it before it is sent. */
export const passwordRulesSchema = z.object({
  length: z.number().int().describe('最少字符数'),
  kinds: z.number().int().describe('大写字母、小写字母、数字、其他符号四类中至少包含几类'),
  earlier: z.number().int().describe('不得与最近几次用过的密码相同'),
  days: z.number().int().describe('有效天数；0 为不设有效期'),
  failures: z.number().int().describe('连续输错几次后锁定'),
  lockMinutes: z.number().int().describe('锁定多少分钟'),
});
export type PasswordRules = z.infer<typeof passwordRulesSchema>;

export const ownSessionSchema = z.object({
  id: z.string().describe('会话标识'),
  isCurrent: z.boolean().describe('是否就是本次登录'),
  browser: z.string().nullable().describe('浏览器'),
  createdAt: momentSchema.describe('登录时刻'),
  seenAt: momentSchema.describe('最近一次操作'),
  endsAt: momentSchema.describe('最迟结束时刻'),
});
export type OwnSession = z.infer<typeof ownSessionSchema>;

export const profileSchema = z.object({
  id: idSchema,
  username: z.string(),
  name: z.string(),
  agencyId: idSchema,
  agencyName: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  passwordChangedAt: momentSchema,
  hasSecondFactor: z.boolean(),
  recoveryCodesLeft: z.number().int().describe('还剩几个备用码'),
});
export type Profile = z.infer<typeof profileSchema>;

export const phoneSchema = z
  .string()
  .trim()
  .regex(/^[0-9+\-() ]{5,30}$/, '请填写电话号码，只含数字、空格和 + - ( )')
  .nullable();
export const emailSchema = z.email('请填写正确的电子邮箱').max(200).nullable();

export const changeProfileSchema = z.object({
  phone: phoneSchema.optional(),
  email: emailSchema.optional(),
});
export type ChangeProfile = z.infer<typeof changeProfileSchema>;

const tags = ['登录'];
const own = ['我的账号'];
const done = z.object({});

export const sessionContract = {
  signIn: oc
    .route({ method: 'POST', path: '/session', summary: '登录', tags })
    .input(signInSchema)
    .output(currentSessionSchema),
  current: oc
    .route({ method: 'GET', path: '/session', summary: '当前登录状态', tags })
    .output(currentSessionSchema),
  signOut: oc.route({ method: 'DELETE', path: '/session', summary: '退出登录', tags }).output(done),
  verifySecondFactor: oc
    .route({ method: 'POST', path: '/session/second-factor', summary: '输入动态口令，完成登录', tags })
    .input(z.object({ code: codeInput }))
    .output(currentSessionSchema),
  confirm: oc
    .route({ method: 'POST', path: '/session/confirm', summary: '敏感操作前再次核验身份', tags })
    .input(
      z.object({
        code: codeInput.optional(),
        password: passwordInput.optional().describe('未绑定动态口令的，填写密码'),
      }),
    )
    .output(currentSessionSchema),
  switchAgency: oc
    .route({ method: 'PUT', path: '/session/agency', summary: '切换办理业务的单位', tags })
    .input(z.object({ agencyId: idSchema }))
    .output(currentSessionSchema),
  passwordRules: oc
    .route({ method: 'GET', path: '/session/password-rules', summary: '密码要求', tags })
    .output(passwordRulesSchema),
};

export const profileContract = {
  show: oc.route({ method: 'GET', path: '/me', summary: '我的账号', tags: own }).output(profileSchema),
  change: oc
    .route({ method: 'PATCH', path: '/me', summary: '修改我的联系方式', tags: own })
    .input(changeProfileSchema)
    .output(done),
  changePassword: oc
    .route({ method: 'POST', path: '/me/password', summary: '修改密码', tags: own })
    .input(changePasswordSchema)
    .output(currentSessionSchema),
  beginSecondFactor: oc
    .route({ method: 'POST', path: '/me/second-factor', summary: '绑定动态口令：取得密钥', tags: own })
    .output(
      z.object({
        uri: z.string().describe('otpauth 地址，绘成二维码供认证器扫描'),
        secret: z.string().describe('密钥（Base32），供手工输入'),
      }),
    ),
  confirmSecondFactor: oc
    .route({
      method: 'POST',
      path: '/me/second-factor/confirm',
      summary: '绑定动态口令：输入一次以确认',
      tags: own,
    })
    .input(z.object({ code: codeInput }))
    .output(z.object({ recoveryCodes: z.array(z.string()).describe('备用码，只显示这一次') })),
  removeSecondFactor: oc
    .route({ method: 'POST', path: '/me/second-factor/remove', summary: '解除动态口令', tags: own })
    .input(z.object({ code: codeInput }))
    .output(currentSessionSchema),
  renewRecoveryCodes: oc
    .route({ method: 'POST', path: '/me/recovery-codes', summary: '重新生成备用码', tags: own })
    .input(z.object({ code: codeInput }))
    .output(z.object({ recoveryCodes: z.array(z.string()) })),
  sessions: oc
    .route({ method: 'GET', path: '/me/sessions', summary: '我的登录', tags: own })
    .output(z.array(ownSessionSchema)),
  endSession: oc
    .route({ method: 'DELETE', path: '/me/sessions/{id}', summary: '结束我的一个登录', tags: own })
    .input(z.object({ id: z.string().max(64) }))
    .output(done),
  endOtherSessions: oc
    .route({ method: 'DELETE', path: '/me/sessions', summary: '结束我的其他登录', tags: own })
    .output(z.object({ ended: z.number().int().describe('结束了几个') })),
};

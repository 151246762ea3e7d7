import { oc } from '@orpc/contract';
import { z } from 'zod';
import { type Action, type HeldRole, permissions, type Role } from './permission.ts';
import { idSchema, momentSchema, nameSchema } from './values.ts';

/**
 * What other systems may be allowed to do with a token (接口令牌): actions of the matrix, and the role that each
 * stands for at the token's agency. A scope never gives more than its role has.
 */
export const tokenScopes = {
  'agency.view': { label: '查看单位', role: 'officer' },
  'calendar.view': { label: '查看工作日历', role: 'officer' },
  'column.view': { label: '查看公开栏目', role: 'officer' },
  'column.create': { label: '新建公开栏目', role: 'disclosure_head' },
  'column.change': { label: '修改公开栏目', role: 'disclosure_head' },
  'column.close': { label: '停用公开栏目', role: 'disclosure_head' },
  // What another system does stands for an officer's work; decisions are passed by people alone.
  'request.view': { label: '查看公开申请', role: 'officer' },
  'request.read_files': { label: '查看案卷材料', role: 'officer' },
  'request.register': { label: '登记公开申请', role: 'officer' },
  'request.handle': { label: '办理公开申请', role: 'officer' },
  'work.view': { label: '查看待办', role: 'disclosure_head' },
  'audit.search': { label: '检索审计记录', role: 'audit_administrator' },
  'audit.export': { label: '导出审计记录', role: 'audit_administrator' },
} as const satisfies Partial<Record<Action, { readonly label: string; readonly role: Role }>>;

export type TokenScope = keyof typeof tokenScopes;
export const tokenScopeNames = Object.keys(tokenScopes) as [TokenScope];
export const tokenScopeSchema = z.enum(tokenScopeNames).describe('许可的操作');

/** What a token may be at its agency for one action: the role that its scope for it stands for, or nothing. */
export const rolesForScope = (
  scopes: readonly string[],
  action: Action,
  agencyId: string,
): readonly HeldRole[] => {
  const scope = (tokenScopes as Partial<Record<Action, { readonly role: Role }>>)[action];
  return scope && scopes.includes(action) ? [{ role: scope.role, agencyId }] : [];
};

/** Scopes that stand for nothing in the matrix; a test holds it empty. */
export const idleScopes = (): readonly string[] =>
  tokenScopeNames.filter(
    (scope) =>
      !permissions.some(
        ({ action, roles }) =>
          action === scope && (roles as readonly Role[]).includes(tokenScopes[scope].role),
      ),
  );

export const tokenStates = { active: '有效', expired: '已过期', revoked: '已作废' } as const;
export type TokenState = keyof typeof tokenStates;

export const tokenSchema = z.object({
  id: idSchema,
  agencyId: idSchema,
  agencyName: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  perMinute: z.number().int().describe('每分钟最多请求次数'),
  state: z.enum(Object.keys(tokenStates) as [TokenState]),
  createdByName: z.string(),
  createdAt: momentSchema,
  expiresAt: momentSchema.nullable(),
  lastUsedAt: momentSchema.nullable(),
  revokedAt: momentSchema.nullable(),
});
export type Token = z.infer<typeof tokenSchema>;

export const createTokenSchema = z.object({
  agencyId: idSchema.describe('令牌所代表的单位'),
  name: nameSchema.describe('使用令牌的系统名称'),
  scopes: z.array(tokenScopeSchema).min(1, '请至少选择一项操作').max(50),
  perMinute: z.number().int().min(1).max(6000).default(60).describe('每分钟最多请求次数'),
  days: z.number().int().min(1).max(3650).optional().describe('有效天数；不填按系统设置'),
});
export type CreateToken = z.infer<typeof createTokenSchema>;

const tags = ['接口令牌'];

export const tokenContract = {
  list: oc
    .route({ method: 'GET', path: '/tokens', summary: '列出接口令牌', tags })
    .input(z.object({ agencyId: idSchema.optional() }))
    .output(z.array(tokenSchema)),
  create: oc
    .route({ method: 'POST', path: '/tokens', summary: '创建接口令牌（安全管理员）', tags })
    .input(createTokenSchema)
    .output(z.object({ id: idSchema, token: z.string().describe('令牌，只显示这一次') })),
  revoke: oc
    .route({ method: 'POST', path: '/tokens/{id}/revoke', summary: '作废接口令牌', tags })
    .input(z.object({ id: idSchema }))
    .output(z.object({})),
};

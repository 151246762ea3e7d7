import { oc } from '@orpc/contract';
import { z } from 'zod';

/** 系统管理员 changes how the system is run, 安全管理员 what keeps it safe. */
export const settingKinds = { operation: '运行设置', security: '安全策略' } as const;
export const settingKindSchema = z.enum(['operation', 'security']).describe('运行设置或安全策略');
export type SettingKind = z.infer<typeof settingKindSchema>;

const valueSchema = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]).describe('值');
export type SettingValue = z.infer<typeof valueSchema>;

/** A setting with all that a form needs to show it. */
export const settingSchema = z.object({
  name: z.string(),
  kind: settingKindSchema,
  group: z.string().describe('表单中的分组'),
  label: z.string(),
  help: z.string().describe('说明和依据'),
  type: z.enum(['text', 'integer', 'boolean', 'choice']),
  unit: z.string().nullable(),
  least: z.number().nullable(),
  most: z.number().nullable(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).nullable(),
  defaultValue: valueSchema,
  value: valueSchema,
});
export type Setting = z.infer<typeof settingSchema>;

export const changeSettingsSchema = z.object({
  changes: z
    .array(z.object({ name: z.string().max(100), value: valueSchema.describe('新值；空（null）恢复默认值') }))
    .min(1)
    .max(100),
});
export type ChangeSettings = z.infer<typeof changeSettingsSchema>;

const tags = ['设置'];

export const settingContract = {
  list: oc
    .route({ method: 'GET', path: '/settings', summary: '列出设置', tags })
    .input(z.object({ kind: settingKindSchema.optional() }))
    .output(z.array(settingSchema)),
  change: oc
    .route({ method: 'PATCH', path: '/settings', summary: '修改设置（全部生效或全部不生效）', tags })
    .input(changeSettingsSchema)
    .output(z.object({})),
};

import { organKinds } from '@gongkai/statute';
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { downloadSchema, sheetFileSchema, sheetPreviewSchema } from './sheet.ts';
import { changeOutcomeSchema, civilDateSchema, idSchema, nameSchema } from './values.ts';

export const agencyKinds = {
  government: '人民政府',
  department: '政府部门',
  township: '乡镇（街道）',
} as const;
export const agencyKindSchema = z.enum(['government', 'department', 'township']).describe('单位类别');
export type AgencyKind = z.infer<typeof agencyKindSchema>;

/** An agency as a list or a tree shows it; the tree is made from `parentId`. */
export const agencyEntrySchema = z.object({
  id: idSchema,
  parentId: idSchema.nullable().describe('上级单位；最上级为空'),
  kind: agencyKindSchema,
  name: nameSchema,
  shortName: nameSchema.describe('简称'),
  isCompetent: z.boolean().describe('是否政府信息公开工作主管部门'),
  sort: z.number().int().describe('同级之间的排列次序'),
  closedOn: civilDateSchema.nullable().describe('撤销日期；未撤销为空'),
});
export type AgencyEntry = z.infer<typeof agencyEntrySchema>;

/** 条例第十二条第二款: what the guide (公开指南) says of the working body. */
const guideFields = {
  workingBody: z.string().nullable().describe('政府信息公开工作机构'),
  address: z.string().nullable().describe('办公地址'),
  officeHours: z.string().nullable().describe('办公时间'),
  phone: z.string().nullable().describe('联系电话'),
  fax: z.string().nullable().describe('传真'),
  email: z.string().nullable().describe('电子邮箱'),
};

/** What anybody may know of an agency. */
export const publicAgencySchema = agencyEntrySchema.extend({
  creditCode: z.string().nullable().describe('统一社会信用代码'),
  ...guideFields,
});
export type PublicAgency = z.infer<typeof publicAgencySchema>;

/** What letters (文书) say of the agency; null where it follows from its place in the tree, or from the guide. */
const letterFields = {
  organKind: z.enum(organKinds).nullable().describe('机关类型，行政复议机关由此确定；空为按单位类别和层级'),
  reviewGovernment: z.string().nullable().describe('行政复议机关（人民政府）；空为上级人民政府'),
  reviewDepartment: z.string().nullable().describe('上一级主管部门或者设立、管理本机关的部门'),
  localGovernment: z.string().nullable().describe('派出机构所在地的人民政府'),
  court: z.string().nullable().describe('有管辖权的人民法院；空为不写名称'),
  letterContact: z.string().nullable().describe('文书的联系方式，每行一项；空为用工作机构的电话、地址等'),
  returnTo: z.string().nullable().describe('补正材料、意见送到哪里；空为用工作机构的地址'),
  feePayment: z.string().nullable().describe('信息处理费的缴纳方式'),
};

/** The words in numbers (字号); null where the agency uses the usual one. */
const numberFields = {
  registrationWord: z.string().nullable().describe('登记编号的字样；空为“依申请”'),
  replyWord: z.string().nullable().describe('答复文号的字样；空为“依申请复”'),
  letterWord: z.string().nullable().describe('其他文书文号的字样；空为“依申请函”'),
};

export const agencySchema = publicAgencySchema.extend({
  ...letterFields,
  ...numberFields,
  regionCode: z.string().describe('区划代码'),
  organisationCode: z.string().nullable().describe('索引号前段所用的组织机构代码'),
});
export type Agency = z.infer<typeof agencySchema>;

export const agencyInTreeSchema = agencySchema.extend({
  above: z.array(agencyEntrySchema).describe('上级单位，由近及远'),
  below: z.array(agencyEntrySchema).describe('直接下级单位'),
});
export type AgencyInTree = z.infer<typeof agencyInTreeSchema>;

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .transform((value) => (value === '' ? null : value));

const guideInput = {
  workingBody: text(100).optional(),
  address: text(200).optional(),
  officeHours: text(200).optional(),
  phone: text(50).optional(),
  fax: text(50).optional(),
  email: z.email('电子邮箱的格式不对').max(200).nullable().optional(),
};
const letterInput = {
  organKind: z.enum(organKinds, '没有这种机关类型').nullable().optional(),
  reviewGovernment: text(100).optional(),
  reviewDepartment: text(100).optional(),
  localGovernment: text(100).optional(),
  court: text(100).optional(),
  letterContact: text(1000).optional(),
  returnTo: text(300).optional(),
  feePayment: text(500).optional(),
};
const numberWord = z
  .string()
  .trim()
  .max(20)
  .regex(/^[\p{Script=Han}A-Za-z]*$/u, '字样只能用汉字和字母')
  .nullable()
  .transform((value) => (value === '' ? null : value))
  .optional();
const numberInput = { registrationWord: numberWord, replyWord: numberWord, letterWord: numberWord };
const sort = z.number().int().min(0).max(100_000);

/** Codes are checked (check digits) where they are used; a refusal names the field. */
const codes = {
  creditCode: text(18).describe('统一社会信用代码，18 位'),
  regionCode: z
    .string()
    .trim()
    .regex(/^\d{6}(\d{3})?(\d{3})?$/, '区划代码应为 6 位、9 位或 12 位数字')
    .describe('区划代码（GB/T 2260），乡镇街道 9 位'),
  organisationCode: text(10).describe('组织机构代码，9 位，校验码前可带连字符'),
};

export const createAgencySchema = z.object({
  parentId: idSchema,
  kind: agencyKindSchema,
  name: nameSchema,
  shortName: nameSchema,
  creditCode: codes.creditCode.optional(),
  regionCode: codes.regionCode,
  organisationCode: codes.organisationCode.optional(),
  sort: sort.optional(),
  ...guideInput,
  ...letterInput,
  ...numberInput,
});
export type CreateAgency = z.input<typeof createAgencySchema>;

export const changeAgencySchema = z.object({
  id: idSchema,
  name: nameSchema.optional(),
  shortName: nameSchema.optional(),
  creditCode: codes.creditCode.optional(),
  regionCode: codes.regionCode.optional(),
  organisationCode: codes.organisationCode.optional(),
  sort: sort.optional(),
  ...guideInput,
  ...letterInput,
  ...numberInput,
});
export type ChangeAgency = z.input<typeof changeAgencySchema>;

export const moveAgencySchema = z.object({ id: idSchema, parentId: idSchema.describe('新的上级单位') });
export type MoveAgency = z.infer<typeof moveAgencySchema>;

export const closeAgencySchema = z.object({ id: idSchema, closedOn: civilDateSchema.describe('撤销日期') });
export type CloseAgency = z.infer<typeof closeAgencySchema>;

/** What an import would do to one agency, or did. */
export const agencyImportRowSchema = z.object({
  row: z.number().int().describe('表中的行号'),
  name: z.string().describe('单位名称'),
  parent: z.string().describe('上级单位'),
  outcome: changeOutcomeSchema,
  changes: z
    .array(z.object({ field: z.string(), before: z.string(), after: z.string() }))
    .describe('要修改的栏目'),
});
export type AgencyImportRow = z.infer<typeof agencyImportRowSchema>;

export const agencyImportSchema = sheetPreviewSchema.extend({
  created: z.number().int().describe('新增单位数'),
  changed: z.number().int().describe('修改单位数'),
  unchanged: z.number().int().describe('没有变化的单位数'),
  rows: z.array(agencyImportRowSchema).describe('新增和修改的单位'),
});
export type AgencyImport = z.infer<typeof agencyImportSchema>;

const tags = ['单位'];

export const agencyContract = {
  list: oc
    .route({ method: 'GET', path: '/agencies', summary: '列出看得到的单位（本单位及下级）', tags })
    .input(z.object({ closed: z.stringbool().default(false).describe('是否包括已撤销的单位') }))
    .output(z.array(agencyEntrySchema)),
  read: oc
    .route({ method: 'GET', path: '/agencies/{id}', summary: '查看一个单位和它的上下级', tags })
    .input(z.object({ id: idSchema }))
    .output(agencyInTreeSchema),
  create: oc
    .route({ method: 'POST', path: '/agencies', summary: '新增单位', tags })
    .input(createAgencySchema)
    .output(z.object({ id: idSchema })),
  change: oc
    .route({ method: 'PATCH', path: '/agencies/{id}', summary: '修改单位信息', tags })
    .input(changeAgencySchema)
    .output(z.object({})),
  move: oc
    .route({ method: 'POST', path: '/agencies/{id}/move', summary: '调整单位的上级', tags })
    .input(moveAgencySchema)
    .output(z.object({})),
  designateCompetent: oc
    .route({
      method: 'POST',
      path: '/agencies/{id}/designate-competent',
      summary: '指定为上级政府的政府信息公开工作主管部门',
      description: '一级政府只有一个主管部门，原来的主管部门随之变更。',
      tags,
    })
    .input(z.object({ id: idSchema }))
    .output(z.object({})),
  close: oc
    .route({ method: 'POST', path: '/agencies/{id}/close', summary: '撤销单位', tags })
    .input(closeAgencySchema)
    .output(z.object({})),
  importTemplate: oc
    .route({ method: 'GET', path: '/agencies/import/template', summary: '下载单位导入模板', tags })
    .output(downloadSchema),
  previewImport: oc
    .route({
      method: 'POST',
      path: '/agencies/import/preview',
      summary: '预览单位导入：将新增、修改哪些单位，表中有哪些问题',
      tags,
    })
    .input(z.object({ file: sheetFileSchema }))
    .output(agencyImportSchema),
  import: oc
    .route({
      method: 'POST',
      path: '/agencies/import',
      summary: '导入单位（有任何问题则全部不导入）',
      tags,
    })
    .input(z.object({ file: sheetFileSchema }))
    .output(agencyImportSchema),
};

import { identityKinds } from '@gongkai/statute';
import { z } from 'zod';
import { applicantKinds, intakeChannels, provisionForms, provisionWays } from './request-words.ts';
import { civilDateSchema, idSchema } from './values.ts';

const keysOf = <T extends Readonly<Record<string, unknown>>>(words: T) =>
  Object.keys(words) as unknown as [keyof T & string, ...(keyof T & string)[]];
const optionalText = (most: number) => z.string().trim().max(most).nullable().default(null);

/** 条例第二十九条第二款第（一）项: name, proof of identity, contact. */
export const applicantSchema = z.object({
  kind: z.enum(keysOf(applicantKinds)).describe('申请人类别'),
  name: z.string().trim().min(1, '请填写申请人的姓名或者名称').max(200).describe('姓名或者名称'),
  identity: z
    .object({ kind: z.enum(identityKinds), number: z.string().trim().min(1).max(50) })
    .nullable()
    .default(null)
    .describe('身份证明；可以以后补交'),
  contactPerson: optionalText(100).describe('单位的联系人'),
  phone: optionalText(50).describe('联系电话'),
  email: z.email('电子邮箱的写法不对').max(200).nullable().default(null).describe('电子邮箱'),
  address: optionalText(300).describe('通信地址'),
});
export type Applicant = z.output<typeof applicantSchema>;

/** 条例第二十九条第二款第（二）项、第（三）项: what is wanted, and how. */
export const requestContentSchema = z.object({
  title: optionalText(300).describe('政府信息的名称'),
  documentNumber: optionalText(100).describe('文号'),
  description: z
    .string()
    .trim()
    .min(1, '请写明所申请的政府信息，或者便于查询的其他特征')
    .max(5000)
    .describe('内容描述'),
});
export type RequestContent = z.output<typeof requestContentSchema>;

const submission = {
  agencyId: idSchema.describe('向哪个单位申请'),
  applicant: applicantSchema.refine(
    ({ phone, email, address }) => phone !== null || email !== null || address !== null,
    '请至少填写电话、电子邮箱、通信地址中的一项，以便联系',
  ),
  content: requestContentSchema,
  form: z.enum(keysOf(provisionForms)).default('electronic').describe('获取信息的形式'),
  way: z.enum(keysOf(provisionWays)).default('electronic').describe('获取信息的方式'),
};

/** What an applicant submits online. */
export const submitRequestSchema = z.object(submission);
export type SubmitRequest = z.output<typeof submitRequestSchema>;

/** What an officer registers: it came by counter, letter, fax, or another agency. */
export const registerRequestSchema = z.object({
  ...submission,
  channel: z
    .enum(keysOf(intakeChannels).filter((channel) => channel !== 'internet') as ['in_person'])
    .describe('来件渠道'),
  on: civilDateSchema.describe('到达的日期：提交、签收或者到件之日'),
});
export type RegisterRequest = Omit<z.output<typeof registerRequestSchema>, 'channel'> & {
  readonly channel: Exclude<keyof typeof intakeChannels, 'internet'>;
};

import { type SubmitRequest, submitRequestSchema } from '@gongkai/contract';
import { checkIdentity, type IdentityKind, identityKinds } from '@gongkai/statute';
import type { DraftField, DraftFields } from './draft-fields.ts';

/** What is wrong with a field, and what to do; in the order of the form. */
export interface DraftError {
  readonly field: DraftField;
  readonly text: string;
}

export type CheckedDraft =
  | { readonly ok: true; readonly request: SubmitRequest }
  | { readonly ok: false; readonly errors: readonly DraftError[] };

const most = {
  name: [200, '姓名或者名称'],
  identityNumber: [50, '证件号码'],
  contactPerson: [100, '联系人'],
  phone: [50, '联系电话'],
  email: [200, '电子邮箱'],
  address: [300, '通信地址'],
  title: [300, '信息的名称'],
  documentNumber: [100, '文号'],
  description: [5000, '内容描述'],
} as const satisfies Partial<Record<DraftField, readonly [number, string]>>;

const organisationKinds: ReadonlySet<string> = new Set(['creditCode', 'organisationCode']);

/** The rules, each with its field; the first that a field breaks is said. */
const complaints = (fields: DraftFields, today: string): readonly DraftError[] => {
  const f = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value.trim()]),
  ) as DraftFields;
  const isPerson = f.kind === 'naturalPerson';
  const errors: DraftError[] = [];
  const complain = (field: DraftField, text: string): void => {
    errors.push({ field, text });
  };
  if (f.agencyId === '') complain('agencyId', '请选择向哪个机关申请');
  if (f.kind === '') complain('kind', '请选择申请人是个人，还是哪一类单位');
  // 条例第二十九条第二款第（一）项.
  if (f.name === '') complain('name', isPerson ? '请填写您的姓名' : '请填写申请人的姓名，或者单位的名称');
  if (f.identityNumber !== '' && f.identityKind === '')
    complain('identityKind', '填写了证件号码，请选择是哪一种证件');
  if (f.identityKind !== '' && f.identityNumber === '')
    complain('identityNumber', '选择了证件种类，请填写号码；想以后补交的，请把证件种类改为“以后补交”');
  if (f.identityKind !== '' && f.identityNumber !== '') {
    const checked = identityKinds.includes(f.identityKind as IdentityKind)
      ? checkIdentity(f.identityKind as IdentityKind, f.identityNumber, today)
      : { ok: false as const, reason: '请从列出的证件种类中选择' };
    if (!checked.ok) complain('identityNumber', checked.reason.replace(/。$/, ''));
    else if (isPerson && organisationKinds.has(f.identityKind))
      complain('identityKind', '个人申请的，请选择居民身份证等个人证件');
  }
  if (f.kind !== '' && !isPerson && f.contactPerson === '')
    complain('contactPerson', '以单位名义申请的，请填写联系人的姓名');
  if (f.phone === '' && f.email === '' && f.address === '')
    complain('phone', '电话、电子邮箱、通信地址请至少填写一项，以便和您联系');
  if (f.phone !== '' && !/^[+\d()（）\-—－ 转、,，#*０-９]{5,}$/.test(f.phone))
    complain('phone', '电话只填数字，可以有区号、横线和“转”，如 0571-88886666 转 8');
  if (f.email !== '' && !/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(f.email))
    complain('email', '电子邮箱的写法不对，应当像 name@example.cn');
  // 条例第二十九条第二款第（二）项.
  if (f.description === '')
    complain('description', '请写明您想要的政府信息是什么；不知道名称的，写便于查找的时间、地点、事项');
  if (f.form === '') complain('form', '请选择想要纸质、电子，还是别的形式');
  if (f.way === '') complain('way', '请选择怎样交给您');
  if (f.way === 'post' && f.address === '') complain('address', '选择了邮寄，请填写通信地址和邮政编码');
  if (f.way === 'fax' && f.phone === '') complain('phone', '选择了传真，请填写传真或者电话号码');
  for (const [field, [limit, label]] of Object.entries(most)) {
    const { length } = [...f[field as DraftField]];
    if (length > limit)
      complain(
        field as DraftField,
        `${label}最多 ${limit} 字，现在有 ${length} 字，请删减；较长的材料可以作为附件上传`,
      );
  }
  return errors;
};

const orNull = (text: string): string | null => text.trim() || null;

/**
 * Checks what was typed, and makes the application of it. `today`: `YYYY-MM-DD`. Messages name what is wrong and
 * what to do; none repeats what was typed.
 */
export const checkDraft = (fields: DraftFields, today: string): CheckedDraft => {
  const found = complaints(fields, today);
  const errors = found.filter(({ field }, at) => found.findIndex((one) => one.field === field) === at);
  if (errors.length > 0) return { ok: false, errors };
  const { agencyId, kind, form, way, ...f } = fields;
  const parsed = submitRequestSchema.safeParse({
    agencyId,
    applicant: {
      kind,
      name: f.name,
      identity: orNull(f.identityNumber) && { kind: f.identityKind, number: f.identityNumber },
      contactPerson: kind === 'naturalPerson' ? null : orNull(f.contactPerson),
      phone: orNull(f.phone),
      email: orNull(f.email),
      address: orNull(f.address),
    },
    content: {
      title: orNull(f.title),
      documentNumber: orNull(f.documentNumber),
      description: f.description,
    },
    form,
    way,
  });
  if (parsed.success) return { ok: true, request: parsed.data };
  // What no rule above names was made by hand, or is an address that mail systems refuse.
  return {
    ok: false,
    errors: parsed.error.issues
      .map(({ path, message }) => ({ field: fieldAt(path.join('.')), message }))
      .map(({ field, message }) => ({ field, text: message })),
  };
};

const fieldAt = (path: string): DraftField => {
  const last = path.split('.').at(-1);
  if (path.includes('identity')) return last === 'kind' ? 'identityKind' : 'identityNumber';
  return last === 'applicant' ? 'phone' : (last as DraftField);
};

import { applicantKinds } from '@gongkai/contract';
import { identityKindNames, identityKinds } from '@gongkai/statute';
import { html } from 'hono/html';
import { fieldset, type Markup, radioGroup, select, textField } from '../../portal/index.ts';
import type { DraftFields } from './draft-fields.ts';
import { draftFiles, uploadField } from './draft-file-fields.ts';
import type { DraftFile } from './drafts.ts';
import type { ErrorOf } from './form-page.ts';

const kindHints: Partial<Record<keyof typeof applicantKinds, string>> = {
  business: '公司、个体工商户、合伙企业等',
  research: '高等学校、研究所等',
  publicInterest: '社会团体、基金会、慈善组织等',
  legalService: '律师事务所、公证处、基层法律服务所等',
};

const person = (fields: DraftFields, errorOf: ErrorOf): Markup =>
  html`${radioGroup({
    name: 'kind',
    label: '申请人是',
    value: fields.kind,
    choices: Object.entries(applicantKinds).map(([value, label]) => {
      const hint = kindHints[value as keyof typeof applicantKinds];
      return { value, label: value === 'naturalPerson' ? '个人' : label, ...(hint ? { hint } : {}) };
    }),
    ...errorOf('kind'),
  })}${textField({
    name: 'name',
    label: '姓名或者名称',
    hint: '和身份证件、登记证书上的一致。',
    value: fields.name,
    autocomplete: 'name',
    ...errorOf('name'),
  })}<div class="only-organisation">${textField({
    name: 'contactPerson',
    label: '联系人',
    hint: '以单位名义申请的必填；个人申请的不用填。',
    value: fields.contactPerson,
    characters: 20,
    ...errorOf('contactPerson'),
  })}</div>`;

const identity = (fields: DraftFields, files: readonly DraftFile[], errorOf: ErrorOf): Markup =>
  fieldset({
    legend: '身份证明',
    hint: '可以填写证件号码，也可以上传证件的照片；现在没有的，可以以后补交。没有身份证明的，机关会请您补正（条例第二十九条、第三十条）。',
    fields: html`${select({
      name: 'identityKind',
      label: '证件种类',
      optional: true,
      value: fields.identityKind,
      prompt: '以后补交',
      options: identityKinds.map((value) => ({ value, label: identityKindNames[value] })),
      ...errorOf('identityKind'),
    })}${textField({
      name: 'identityNumber',
      label: '证件号码',
      optional: true,
      hint: '单位填写统一社会信用代码。号码加密保存，只用于核对您的身份。',
      value: fields.identityNumber,
      characters: 20,
      ...errorOf('identityNumber'),
    })}${uploadField('identity_proof', '证件的照片或者扫描件', '个人的身份证件；单位的营业执照、登记证书等。')}
    ${draftFiles(files, 'identity_proof')}`,
  });

/** 条例第二十九条第二款第（一）项: name, proof of identity, contact. */
export const applicantFields = (fields: DraftFields, files: readonly DraftFile[], errorOf: ErrorOf): Markup =>
  html`${fieldset({ legend: '申请人', fields: person(fields, errorOf) })}
    ${identity(fields, files, errorOf)}
    ${fieldset({
      legend: '联系方式',
      hint: '至少填写一项。机关有事要问您、把答复交给您，都靠它。',
      fields: html`${textField({
        name: 'phone',
        label: '联系电话',
        optional: true,
        type: 'tel',
        inputMode: 'tel',
        value: fields.phone,
        autocomplete: 'tel',
        characters: 20,
        ...errorOf('phone'),
      })}${textField({
        name: 'email',
        label: '电子邮箱',
        optional: true,
        type: 'email',
        inputMode: 'email',
        value: fields.email,
        autocomplete: 'email',
        ...errorOf('email'),
      })}${textField({
        name: 'address',
        label: '通信地址和邮政编码',
        optional: true,
        hint: '选择邮寄的必须填写。',
        value: fields.address,
        autocomplete: 'address-line1',
        ...errorOf('address'),
      })}`,
    })}`;

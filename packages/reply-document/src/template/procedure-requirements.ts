import type { RequirementRow } from './requirements.ts';

/** The documents on the way to the reply. */
export const procedureRequirements = {
  // 条例第四十五条
  registration_receipt: {
    always: ['receivedOn', 'requestNumber', 'requested', 'replyDue', 'basis'],
    numberOptional: true,
  },
  // 条例第三十条：一次性告知补正的事项和合理期限。
  correction_notice: {
    always: ['requested', 'correctionItems', 'correctionDays', 'basis'],
    phrases: ['视为放弃申请', '重新计算'],
  },
  // 条例第三十五条
  reasons_request: { always: ['requestVolume', 'reasonsDue', 'basis'] },
  delay_notice: { always: ['requested', 'reasons', 'delayedDue', 'basis'] },
  // 条例第三十三条第二款：经负责人同意并告知申请人。
  extension_notice: { always: ['requested', 'extendedDue', 'basis'], phrases: ['负责人同意'] },
  // 条例第三十二条：第三方逾期未提出意见的，由行政机关决定是否公开。
  third_party_consultation: {
    always: ['consultedInformation', 'returnTo', 'basis'],
    phrases: ['15个工作日', '由本机关'],
  },
  // 条例第三十四条：逾期未提出意见的视为同意公开。
  joint_maker_consultation: {
    always: ['consultedInformation', 'returnTo', 'basis'],
    phrases: ['15个工作日', '视为同意公开'],
  },
  other_agency_consultation: { always: ['consultedInformation', 'consultedMatter', 'answerDue', 'basis'] },
  // 条例第三十三条第三款
  consultation_notice: { always: ['requested', 'consultedWhom', 'basis'], phrases: ['不计算在'] },
  // 条例第三十二条：将决定公开的政府信息内容和理由书面告知第三方。
  third_party_notice: {
    always: ['disclosedToo', 'publicInterest', 'basis'],
    remedySubject: 'thirdParty',
  },
  // 信息处理费管理办法第六条：收费的依据、标准、数额、缴纳方式。
  fee_notice: {
    always: ['requested', 'feeScheme', 'feeLines', 'feeAmount', 'payBy', 'basis'],
    phrases: ['20个工作日', '视为放弃申请'],
  },
  assistance_letter: { always: ['assistance', 'answerDue'] },
  transfer_letter: { always: ['receivedOn', 'requested', 'reasons'] },
} as const satisfies Readonly<Record<string, RequirementRow>>;

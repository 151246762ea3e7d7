import { type Citation, type ExemptionId, exemptions } from '@gongkai/statute';

/** Why something is blacked out (遮盖理由). */
export interface RedactionReason {
  readonly code: string;
  /** What is printed in white on the black, where it fits; letters and digits. */
  readonly mark: string;
  readonly name: string;
  /** The ground of 条例第十四条 to 第十六条 under which it falls. */
  readonly exemption: ExemptionId;
  readonly basis: readonly Citation[];
}

/** 条例第十五条: personal privacy stays closed unless its owner agrees or the public interest outweighs it. */
const privacy = { instrument: 'regulation', article: 15 } as const;
/** 个人信息保护法第四条: what personal information is; 第二十八条: sensitive kinds, minors under fourteen among them. */
const personal = { instrument: 'personalInformationLaw', article: 4 } as const;
const sensitive = { instrument: 'personalInformationLaw', article: 28 } as const;
const ofPersons = (code: string, mark: string, name: string, law: Citation): RedactionReason => ({
  code,
  mark,
  name,
  exemption: 'personal_privacy',
  basis: [privacy, law],
});

/** 未成年人保护法第四条第（三）项: 保护未成年人隐私权和个人信息. */
const ofMinors = { instrument: 'minorsLaw', article: 4, item: 3 } as const;

const marksOfGrounds: Readonly<Record<ExemptionId, string>> = {
  state_secret: 'S1',
  prohibited_by_law: 'S2',
  security: 'S3',
  trade_secret: 'B1',
  personal_privacy: 'P0',
  other_third_party: 'B2',
  internal_affairs: 'N1',
  deliberative: 'N2',
  enforcement_file: 'N3',
};

/** Every reason that an area can carry: kinds of personal data, then the grounds of the regulation itself. */
export const redactionReasons: readonly RedactionReason[] = [
  ofPersons('identity_number', 'P1', '身份证件号码', personal),
  ofPersons('phone', 'P2', '个人电话号码', personal),
  ofPersons('financial_account', 'P3', '银行账户', sensitive),
  ofPersons('email', 'P4', '个人电子邮箱', personal),
  ofPersons('address', 'P5', '个人住址', personal),
  ofPersons('vehicle', 'P6', '车辆号牌', personal),
  ofPersons('name', 'P7', '个人姓名', personal),
  { ...ofPersons('minor', 'P8', '未成年人个人信息', sensitive), basis: [privacy, sensitive, ofMinors] },
  ofPersons('other_sensitive', 'P9', '其他敏感个人信息', sensitive),
  ...exemptions.map(({ id, name, basis }) => ({
    code: id,
    mark: marksOfGrounds[id],
    name,
    exemption: id,
    basis: [basis],
  })),
];

const byCode: ReadonlyMap<string, RedactionReason> = new Map(
  redactionReasons.map((reason) => [reason.code, reason]),
);

/** Null where no reason has this code. */
export const findReason = (code: string): RedactionReason | null => byCode.get(code) ?? null;

/** 申请人情况: the columns of the annual report's table 三, by the names that its form has. */
export const applicantKinds = {
  naturalPerson: '自然人',
  business: '商业企业',
  research: '科研机构',
  publicInterest: '社会公益组织',
  legalService: '法律服务机构',
  other: '其他组织',
} as const;
export type ApplicantKind = keyof typeof applicantKinds;

/** How an application came in (条例第三十一条); each has its rule on the date of receipt. */
export const intakeChannels = {
  internet: '网上提交',
  in_person: '当面提交',
  oral: '口头申请（代为填写）',
  signed_post: '邮寄（签收）',
  ordinary_mail: '平常信函（无需签收）',
  misdirected_mail: '寄给其他内设机构或者个人',
  fax: '传真',
  other_agency: '其他机关转来',
} as const;
export type IntakeChannel = keyof typeof intakeChannels;

/** 条例第二十九条第二款第（三）项: the form wanted. */
export const provisionForms = {
  paper: '纸质',
  electronic: '电子',
  disc: '光盘',
  inspection: '查阅、抄录',
} as const;
export type ProvisionForm = keyof typeof provisionForms;

/** 条例第二十九条第二款第（三）项: how it is to reach the applicant; the replies' ways of service too. */
export const provisionWays = {
  in_person: '当面',
  post: '邮寄',
  electronic: '电子方式',
  fax: '传真',
} as const;
export type ProvisionWay = keyof typeof provisionWays;

/** Where an application stands. */
export const requestStates = {
  awaiting_confirmation: '待确认收到',
  handling: '办理中',
  awaiting_correction: '待补正',
  awaiting_payment: '待缴费',
  in_review: '待审核',
  in_secrecy_review: '待保密审查',
  awaiting_approval: '待批准',
  approved: '待签发',
  signed: '待送达',
  delivered: '已答复',
  abandoned: '视为放弃',
  withdrawn: '已撤回',
  archived: '已归档',
} as const;
export type RequestState = keyof typeof requestStates;
export const requestStateNames = Object.keys(requestStates) as readonly RequestState[];

/** Over: it has its one outcome. */
export const endedStates = [
  'delivered',
  'abandoned',
  'withdrawn',
  'archived',
] as const satisfies readonly RequestState[];

export const isEnded = (state: RequestState): boolean =>
  (endedStates as readonly RequestState[]).includes(state);

/** 保密审查结论 (保密法实施条例第四十二条). Unsure is no conclusion: then it is sent back and referred. */
export const secrecyConclusions = {
  may_disclose: '可以公开',
  after_deletion: '删减后公开',
  must_not: '不得公开',
} as const;
export type SecrecyConclusion = keyof typeof secrecyConclusions;

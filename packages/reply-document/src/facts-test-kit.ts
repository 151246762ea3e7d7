import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ReplyingOrgan, type ReplyTemplateId, replyTemplates } from '@gongkai/statute';
import { templateOn } from './built-in/template-on.ts';
import type { ReplyDocument } from './document.ts';
import type { Facts, SlotValues } from './fill/facts.ts';
import { fillTemplate } from './fill/fill-template.ts';
import type { Template } from './template/template.ts';

export const day = '2026-03-16';

export const bureau: ReplyingOrgan = {
  kind: 'localDepartment',
  name: '云山区民政局',
  bodies: { ownGovernment: '云山区人民政府' },
  court: '云山区人民法院',
};

/** A fact for every slot, no two alike, as an officer of the invented district would write them. */
export const everyValue: SlotValues = {
  documentNumber: '云民公开〔2026〕12号',
  addressee: '李明华',
  date: day,
  contact: ['联系机构：云山区民政局办公室', '电话：0875-5550123', '地址：云山区青溪路18号'],
  enclosures: ['2025年度养老机构运营补贴发放明细表（隐去个人信息）', '政府信息公开申请办理情况说明'],
  addressAs: '您',
  receivedOn: '2026-02-09',
  requested: '2025年度云山区养老机构运营补贴发放明细及审批文件',
  correctedOn: '2026-02-13',
  extendedNoticeOn: '2026-03-05',
  reasons: '该内容记载了受助老年人的健康状况和家庭收入，公开后可以识别特定个人',
  requestNumber: '云民申2026-0031',
  submittedBy: '通过云山区政府信息公开申请平台',
  replyDue: '2026-03-17',
  queryCode: '7K4M-92QX',
  correctionItems: ['“有关文件”未指明文件的名称、文号或者形成年度', '“相关单位”未指明是养老机构还是主管部门'],
  correctionGuidance: '可以写明补贴的年度、发放对象的范围和需要的材料种类，例如汇总表、审批表或者拨款凭证。',
  correctionDays: '10',
  correctionDue: '2026-02-27',
  returnTo: '云山区民政局办公室（云山区青溪路18号，邮编678000）',
  requestVolume: '2025年12月至2026年2月向本机关提出申请86件，其中62件所涉事项相同',
  reasonsMatter: '62件同一事项的申请分别提出的原因',
  reasonsDue: '2026-03-02',
  delayedDue: '2026-05-29',
  extensionDays: '20',
  extendedDue: '2026-04-14',
  consultedInformation: '《云山区2025年度养老机构运营补贴审核表》中你方的床位数、收费标准和银行账户',
  thirdPartyInterest: '收费标准的测算过程可能属于商业秘密',
  proposal: '隐去银行账户后予以公开',
  consultedMatter: '上述审核表是否准确，能否公开',
  answerDue: '2026-03-04',
  consultedOn: '2026-02-11',
  consultedWhom: '第三方',
  thirdPartyAnswer: '不同意公开收费标准，认为属于商业秘密',
  disclosedToo: '审核表中的床位数和补贴金额',
  feeScheme: '按量计收',
  feeLines: ['第1—30页，不收费', '第31—100页，70页 × 10元/页 = 700元', '第101—120页，20页 × 20元/页 = 400元'],
  feeAmount: '1100',
  payBy: '凭缴款码1234567890到任一代收银行缴纳',
  assistance: '核查2019年至2021年由你单位保管的福利彩票公益金项目档案',
  accessHow:
    '云山区人民政府网站“政府信息公开”专栏的“法定主动公开内容—财政资金”栏目（https://www.yunshan.example/zwgk/2025/0031.html）',
  accessWhen: '2026年3月18日至3月27日的工作日，上午9时至12时，下午2时至5时',
  provided: [
    '2025年度养老机构运营补贴汇总表，共12页',
    '《关于核定2025年度运营补贴的批复》（云民〔2025〕47号）',
  ],
  providedAs: '纸质复印件，邮寄送达',
  thirdPartyConsulted: '本机关已于2026年2月11日书面征求其意见，第三方不同意公开并说明了理由',
  publicInterest: '补贴资金的使用关系到全区老年人的切身利益和财政资金的安全',
  withheldParts: [
    '汇总表第3页至第5页受助人员的姓名、身份证件号码和住址。依据：《中华人民共和国政府信息公开条例》第十五条。理由：属于个人隐私，公开会对其合法权益造成损害。',
    '批复附件中关于预算分配的讨论记录。依据：《中华人民共和国政府信息公开条例》第十六条第二款。理由：属于行政机关在履行职能过程中形成的讨论记录。',
  ],
  secrecyBasis: '《民政工作国家秘密范围的规定》，密级为秘密',
  prohibitingLaw: '《中华人民共和国统计法》关于统计调查中获得的个人资料应当保密的规定',
  endangered: '公共安全',
  harmedInterest: '商业秘密',
  internalMatter: '人事管理',
  deliberativeMatter: '磋商信函',
  enforcementFile: '云民罚立〔2025〕8号养老机构违规收费案',
  specialRules: '《不动产登记暂行条例》关于不动产登记资料查询的规定',
  inquiryOffice: '云山区不动产登记中心（云山区府前街2号）',
  searchRecord:
    '2026年2月24日，由办公室和养老服务科以“运营补贴”“发放明细”等词检索了公文系统和2019年以来的纸质档案',
  responsibleAgency: '云山区财政局（云山区府前街6号，电话：0875-5550166）',
  creationNeeded: '需要对36家养老机构的原始申报材料逐份摘录、汇总后重新编制',
  existingInformation: '各机构补贴金额公示表，电子文件，发送至指定的电子邮箱',
  correctionServedOn: '2026-02-10',
  stillUnclear: '仍未指明年度和所需材料的种类',
  grievanceChannel: '云山区信访局（电话：0875-5550199）',
  earlierReplyOn: '2025-11-20',
  earlierReplyNumber: '云民公开〔2025〕58号',
  publicationAccess: '《云山统计年鉴2025》，可以在云山区图书馆查阅',
  statedReasons: '经本机关通知，申请人于2026年2月25日书面说明申请是为了“了解情况”',
  alreadyObtained: '本机关已于2025年6月3日以云民公开〔2025〕21号答复书向申请人提供该信息',
  feeServedOn: '2026-02-12',
  paymentDue: '2026-03-13',
  withdrawnOn: '2026-03-03',
  withdrawnBy: '书面',
  consultChannel: '云山区民政局养老服务科（电话：0875-5550177）',
  archivedWhen: '2020-12-01',
  archive: '云山区档案馆（云山区文苑路1号）',
};

export const buildFacts = (values: SlotValues = {}, organ: ReplyingOrgan = bureau): Facts => ({
  values: { ...everyValue, ...values },
  organ,
});

export const kinds: readonly ReplyTemplateId[] = replyTemplates.map(({ id }) => id);

export const builtInOf = (kind: ReplyTemplateId): Template => templateOn(kind, day)!;

/** A filled document; throws with all that is missing. */
export const buildDocument = (
  kind: ReplyTemplateId,
  values: SlotValues = {},
  organ: ReplyingOrgan = bureau,
): ReplyDocument => {
  const filled = fillTemplate(builtInOf(kind), buildFacts(values, organ));
  if (filled.ok) return filled.document;
  throw new Error(filled.missing.map(({ message }) => message).join('\n'));
};

export const fonts: readonly Uint8Array[] = [
  '400Regular/NotoSerifSC_400Regular',
  '700Bold/NotoSerifSC_700Bold',
].map(
  (name) =>
    new Uint8Array(
      readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-serif-sc/${name}.ttf`))),
    ),
);

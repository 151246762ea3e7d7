import type { Applicant, SubmitRequest } from '@gongkai/contract';
import type { Sheet, SheetBlock } from '@gongkai/reply-document';

const invented: SheetBlock = { kind: 'note', text: '本材料为演示用的虚构材料。' };

type Content = SubmitRequest['content'];

const nameOf = ({ title, description }: Content): string => title ?? description.slice(0, 40);

/** What a photo of an identity card shows. */
export const identityPaper = ({ name, identity, address }: Applicant): Sheet => ({
  kind: 'form',
  organ: '（演示样张）',
  title: '居民身份证复印件',
  number: null,
  blocks: [
    {
      kind: 'fields',
      rows: [[['姓名', name]], [['住址', address ?? '云山区']], [['公民身份号码', identity?.number ?? '']]],
    },
    { kind: 'text', text: '仅供申请政府信息公开使用，再次复印无效。' },
    invented,
  ],
});

/** A letter as it comes by post. */
export const letterPaper = (agency: string, day: string, { applicant, content }: SubmitRequest): Sheet => ({
  kind: 'form',
  organ: '',
  title: '政府信息公开申请书',
  number: null,
  blocks: [
    { kind: 'text', text: `${agency}：` },
    { kind: 'text', text: content.description },
    { kind: 'text', text: '请依照《中华人民共和国政府信息公开条例》的规定书面答复，并提供纸质复印件。' },
    {
      kind: 'fields',
      rows: [
        [
          ['申请人', applicant.name],
          ['联系电话', applicant.phone ?? ''],
        ],
        [['联系地址', applicant.address ?? '']],
        [['日期', day]],
      ],
    },
    invented,
  ],
});

/** What an applicant adds so that the right document is found. */
export const attachmentPaper = ({ applicant, content }: SubmitRequest): Sheet => ({
  kind: 'form',
  organ: applicant.name,
  title: '关于所申请信息的补充说明',
  number: null,
  blocks: [
    { kind: 'text', text: `申请内容：${nameOf(content)}` },
    {
      kind: 'text',
      text: '该信息在社区公示栏张贴过，公示时间约一周，落款为贵机关。申请人需要其完整文本及附件。',
    },
    invented,
  ],
});

/** 条例第三十六条第（四）项: that it was searched for. */
export const searchPaper = (agency: string, day: string, content: Content): Sheet => ({
  kind: 'form',
  organ: agency,
  title: '档案检索记录',
  number: null,
  blocks: [
    {
      kind: 'fields',
      rows: [
        [['检索事项', nameOf(content)]],
        [
          ['检索日期', day],
          ['检索人', '档案室'],
        ],
      ],
    },
    {
      kind: 'table',
      columns: [
        { head: '检索范围', width: 3 },
        { head: '检索词', width: 3 },
        { head: '结果', width: 2, align: 'center' },
      ],
      rows: [
        ['文书档案目录', '名称、年份、地名', '0条相符'],
        ['办公自动化系统', '名称、文号', '0条相符'],
        ['业务股室留存材料', '逐卷翻查', '0份'],
      ],
    },
    invented,
  ],
});

/** A document of the agency that may be disclosed as it is. */
export const informationPaper = (agency: string, day: string, content: Content): Sheet => ({
  kind: 'form',
  organ: agency,
  title: content.title ?? '工作方案（节选）',
  number: null,
  blocks: [
    { kind: 'heading', text: '一、基本情况' },
    { kind: 'text', text: `本材料与下列申请对应：${content.description}` },
    { kind: 'heading', text: '二、主要内容' },
    {
      kind: 'text',
      text: '按照“统筹安排、分步实施、公开透明”的原则，明确责任单位、完成时限和资金来源，接受社会监督。',
    },
    {
      kind: 'table',
      columns: [
        { head: '事项', width: 3 },
        { head: '责任单位', width: 3 },
        { head: '完成时限', width: 2, align: 'center' },
      ],
      rows: [
        ['方案编制', agency, '第一季度'],
        ['征求意见', agency, '第二季度'],
        ['组织实施', agency, '第三季度'],
      ],
    },
    { kind: 'note', text: `形成日期：${day}。本材料为演示用的虚构材料。` },
  ],
});

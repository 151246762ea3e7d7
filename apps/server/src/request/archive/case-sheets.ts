import { applicantKinds, intakeChannels, provisionForms, provisionWays } from '@gongkai/contract';
import type { Sheet, SheetBlock } from '@gongkai/reply-document';
import { identityKindNames, inChinese } from '@gongkai/statute';
import type { ArchiveRecord } from './archive-record.ts';
import { type Done, doneOf, textOf } from './done-steps.ts';

const day = (date: string | null | undefined): string => (date ? inChinese(date as never) : '');

export const sheetOf = (record: ArchiveRecord, title: string, blocks: readonly SheetBlock[]): Sheet => ({
  kind: 'form',
  organ: record.agencyName,
  title,
  number: `登记编号：${record.found.row.number}`,
  blocks,
});

const by = ({ personName }: Done): string => personName ?? '';

/** 政府信息公开申请登记表 (条例第二十九条、第四十五条): what was applied for, by whom, when and how it came. */
export const applicationSheet = (record: ArchiveRecord): Sheet => {
  const { row } = record.found;
  const { applicant, content, clock } = record;
  const corrections = doneOf(record, 'receive_correction');
  return sheetOf(record, '政府信息公开申请登记表', [
    { kind: 'heading', text: '一、申请人' },
    {
      kind: 'fields',
      rows: [
        [
          ['申请人', applicant?.name ?? ''],
          ['类别', applicantKinds[row.applicant_kind]],
        ],
        [
          ['证件', applicant?.identity ? identityKindNames[applicant.identity.kind] : ''],
          ['证件号码', applicant?.identity?.number ?? ''],
        ],
        [
          ['联系人', applicant?.contactPerson ?? ''],
          ['联系电话', applicant?.phone ?? ''],
        ],
        [['电子邮箱', applicant?.email ?? '']],
        [['通信地址', applicant?.address ?? '']],
      ],
    },
    { kind: 'heading', text: '二、所申请的政府信息' },
    {
      kind: 'fields',
      rows: [
        [['名称', content?.title ?? '']],
        [['文号', content?.documentNumber ?? '']],
        [['内容描述', content?.description ?? '']],
        ...corrections.map((step): readonly (readonly [string, string])[] => [
          [`补正后的内容\n（${step.on}）`, textOf(step, 'description')],
        ]),
        [
          ['获取形式', provisionForms[row.form]],
          ['获取方式', provisionWays[row.way]],
        ],
      ],
    },
    { kind: 'heading', text: '三、登记' },
    {
      kind: 'fields',
      rows: [
        [
          ['来件渠道', intakeChannels[row.channel]],
          ['到达日期', day(row.submitted_on)],
        ],
        [
          ['收到申请之日', day(clock.received)],
          ['答复期限', day(clock.due)],
        ],
      ],
    },
  ]);
};

/** 检索记录 (条例第三十六条第（四）项): where, how, by whom, with what result. */
export const searchSheet = (record: ArchiveRecord): Sheet =>
  sheetOf(
    record,
    '政府信息检索记录',
    doneOf(record, 'record_search').flatMap((step, index): readonly SheetBlock[] => [
      { kind: 'heading', text: `第 ${index + 1} 次检索` },
      {
        kind: 'fields',
        rows: [
          [
            ['检索日期', day(step.on)],
            ['登记人', by(step)],
          ],
          [['检索范围', textOf(step, 'where')]],
          [['方法和经过', textOf(step, 'how')]],
          [['检索结果', textOf(step, 'found')]],
        ],
      },
    ]),
  );

const answerNames: Readonly<Record<string, string>> = {
  consents: '同意公开',
  objectsWithReason: '不同意公开并有合理理由',
  objects: '不同意公开',
};

/** 征求意见情况表 (条例第三十二条、第三十四条). */
export const consultationSheet = (record: ArchiveRecord): Sheet =>
  sheetOf(
    record,
    '征求意见情况表',
    record.found.facts.consultations.flatMap(({ id, label, sentOn, deliveredOn, closedOn }, index) => {
      const of = (name: string): Done | undefined =>
        doneOf(record, name).find(({ facts }) => facts.consultationId === id);
      const [asked, answered, closed] = [of('consult'), of('record_opinion'), of('close_consultation')];
      return [
        { kind: 'heading', text: `${index + 1}. ${label}` },
        {
          kind: 'fields',
          rows: [
            [['征求对象', asked ? textOf(asked, 'name') : '']],
            [['征求的内容', asked ? textOf(asked, 'matter') : '']],
            [
              ['发出日期', day(sentOn)],
              ['送达日期', day(deliveredOn)],
            ],
            [
              ['意见', answered ? (answerNames[String(answered.facts.answer)] ?? '') : '没有提出意见'],
              ['收到日期', day(answered?.on)],
            ],
            [['意见内容', answered ? textOf(answered, 'opinion') : '']],
            ...(closed
              ? [
                  [
                    ['结束日期', day(closedOn)],
                    ['结束原因', textOf(closed, 'reason')],
                  ] as const,
                ]
              : []),
          ],
        },
      ] satisfies readonly SheetBlock[];
    }),
  );

/** 延长答复期限审批单 (条例第三十三条第二款). */
export const extensionSheet = (record: ArchiveRecord): Sheet =>
  sheetOf(record, '延长答复期限审批单', [
    {
      kind: 'table',
      columns: [
        { head: '环节', width: 3 },
        { head: '人员', width: 2, align: 'center' },
        { head: '意见', width: 6 },
        { head: '日期', width: 3, align: 'center' },
      ],
      rows: record.timeline
        .filter(({ step }) => /_extension$/.test(step))
        .map((step) => [
          step.title,
          by(step),
          step.step === 'propose_extension'
            ? `延长 ${step.facts.workingDays} 个工作日。${textOf(step, 'reason')}`
            : textOf(step, 'reason') || (step.step === 'approve_extension' ? '同意' : ''),
          step.on,
        ]),
    },
  ]);

/** 服务评价 */
export const ratingSheet = (record: ArchiveRecord): Sheet => {
  const [step] = doneOf(record, 'rate_service').slice(-1);
  return sheetOf(record, '申请人评价', [
    {
      kind: 'fields',
      rows: [
        [
          ['评分', `${step?.facts.score ?? ''} 分（5 分为很满意）`],
          ['日期', day(step?.on)],
        ],
        [['意见和建议', step ? textOf(step, 'comment') : '']],
      ],
    },
  ]);
};

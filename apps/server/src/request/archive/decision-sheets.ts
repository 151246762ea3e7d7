import { type SecrecyConclusion, secrecyConclusions } from '@gongkai/contract';
import type { Sheet, SheetBlock, SheetField } from '@gongkai/reply-document';
import { cite, getExemption, getOutcome, isOutcomeId } from '@gongkai/statute';
import type { ArchiveRecord } from './archive-record.ts';
import { sheetOf } from './case-sheets.ts';
import { type Done, doneOf, textOf } from './done-steps.ts';

const passing = [
  'draft_decision',
  'answer_on_the_spot',
  'review',
  'review_secrecy',
  'approve',
  'send_back',
  'sign',
];

/** What the draft says is withheld. */
interface Withheld {
  readonly what: string;
  readonly exemption: string;
  readonly reason: string;
}

export const withheldIn = (step: Done | undefined): readonly Withheld[] => {
  const given = step?.texts.withheld;
  return Array.isArray(given) ? (given as Withheld[]) : [];
};

export const lastDraft = (record: ArchiveRecord): Done | undefined =>
  record.timeline.findLast(({ step }) => step === 'draft_decision' || step === 'answer_on_the_spot');

const opinionOf = (step: Done): string => {
  switch (step.step) {
    case 'draft_decision':
      return '拟定答复，送审';
    case 'answer_on_the_spot':
      return '当场答复';
    case 'review_secrecy':
      return [secrecyConclusions[step.facts.conclusion as SecrecyConclusion] ?? '', textOf(step, 'basis')]
        .filter((part) => part !== '')
        .join('。');
    case 'send_back':
      return `退回：${textOf(step, 'reason')}`;
    case 'sign':
      return `编号签发：${step.facts.documentNumber ?? ''}`;
    default:
      return textOf(step, 'note') || '同意';
  }
};

const table = (rows: readonly Done[]): SheetBlock => ({
  kind: 'table',
  columns: [
    { head: '环节', width: 3 },
    { head: '人员', width: 2, align: 'center' },
    { head: '意见', width: 6 },
    { head: '日期', width: 3, align: 'center' },
  ],
  rows: rows.map((step) => [step.title, step.personName ?? '', opinionOf(step), step.on]),
});

/** 政府信息公开答复审批单 (条例第四十五条): the draft, and everybody whom it passed, returns among them. */
export const approvalSheet = (record: ArchiveRecord): Sheet => {
  const draft = lastDraft(record);
  const outcome = String(draft?.facts.outcome ?? '');
  const known = isOutcomeId(outcome) ? getOutcome(outcome) : null;
  const fields: (readonly SheetField[])[] = [
    [['拟办理结果', known?.name ?? '']],
    [['依据', known && known.basis.length > 0 ? cite(known.basis) : '']],
    [['答复内容', draft ? textOf(draft, 'reply') || '见答复书' : '']],
    [['理由', draft ? textOf(draft, 'reasons') : '']],
  ];
  return sheetOf(record, '政府信息公开答复审批单', [
    { kind: 'fields', rows: fields.filter(([field]) => field?.[1] !== '') },
    { kind: 'heading', text: '审核、保密审查和批准' },
    table(record.timeline.filter(({ step }) => passing.includes(step))),
  ]);
};

/** 不予公开部分及理由 (条例第三十七条): each withheld part with its ground. */
export const withheldSheet = (record: ArchiveRecord): Sheet => {
  const draft = lastDraft(record);
  return sheetOf(record, '不予公开部分及理由', [
    {
      kind: 'table',
      columns: [
        { head: '序号', width: 1, align: 'center' },
        { head: '不予公开的内容', width: 5 },
        { head: '依据', width: 4 },
        { head: '理由', width: 5 },
      ],
      rows: withheldIn(draft).map(({ what, exemption, reason }, index) => {
        const ground = getExemption(exemption as never);
        return [String(index + 1), what, `${ground.name}\n${cite([ground.basis])}`, reason];
      }),
    },
  ]);
};

/** Whether a decision was ever drafted. */
export const wasDecided = (record: ArchiveRecord): boolean =>
  doneOf(record, 'draft_decision').length + doneOf(record, 'answer_on_the_spot').length > 0;

import type { TakenStep } from '@gongkai/contract';
import type { Sheet } from '@gongkai/reply-document';
import { cite, getExemption, getOutcome, instruments, isOutcomeId } from '@gongkai/statute';
import { stepOf } from '../step-table.ts';
import type { ArchiveRecord } from './archive-record.ts';
import { type NumberedDocument, pageRange } from './bound-case.ts';
import { sheetOf } from './case-sheets.ts';
import { lastDraft, withheldIn } from './decision-sheets.ts';

/** 证据目录 (行政复议法第四十八条、第五十四条，行政诉讼法第六十七条): what proves what, and on which pages. */
export const evidenceSheet = (
  record: ArchiveRecord,
  documents: readonly NumberedDocument[],
  left: readonly string[],
): Sheet =>
  sheetOf(record, '证据目录', [
    {
      kind: 'table',
      columns: [
        { head: '序号', width: 1.3, align: 'center' },
        { head: '证据名称', width: 6 },
        { head: '文号', width: 3.6 },
        { head: '证明对象', width: 5.4 },
        { head: '日期', width: 2.8, align: 'center' },
        { head: '页码', width: 1.8, align: 'center' },
      ],
      rows: documents.map((document) => [
        String(document.serial),
        document.title,
        document.number ?? '',
        document.proves ?? '',
        document.date,
        pageRange(document) || '另附',
      ]),
    },
    {
      kind: 'note',
      text: '以上证据由被申请人（被告）依照《中华人民共和国行政复议法》第四十八条、第五十四条，《中华人民共和国行政诉讼法》第六十七条提交。',
    },
    ...(left.length > 0
      ? [
          {
            kind: 'note' as const,
            text: `没有收入的材料：${left.join('；')}。这些是没有向申请人提供的政府信息原件；审理需要时另行提交，并请求不公开质证（最高人民法院关于审理政府信息公开行政案件若干问题的规定第六条）。`,
          },
        ]
      : []),
  ]);

/** 法律依据清单: on what the decision rests, and each step on the way to it. */
export const basisSheet = (record: ArchiveRecord): Sheet => {
  const draft = lastDraft(record);
  const outcome = record.found.row.outcome ?? String(draft?.facts.outcome ?? '');
  const rows: [string, string][] = [];
  if (isOutcomeId(outcome)) {
    const { basis, name } = getOutcome(outcome);
    if (basis.length > 0) rows.push([cite(basis), `办理结果：${name}`]);
  }
  for (const { exemption, what } of withheldIn(draft)) {
    const ground = getExemption(exemption as never);
    rows.push([cite([ground.basis]), `不予公开“${what}”：${ground.text}`]);
  }
  const steps = new Map<string, Set<string>>();
  for (const { step } of record.timeline) {
    if (step === 'submit') continue;
    const { article, title } = stepOf(step as TakenStep);
    if (article !== null) steps.set(article, (steps.get(article) ?? new Set()).add(title));
  }
  rows.push(['《中华人民共和国政府信息公开条例》第二十九条', '提出申请']);
  for (const [article, titles] of steps) rows.push([article, [...titles].join('、')]);
  return sheetOf(record, '法律依据清单', [
    {
      kind: 'table',
      columns: [
        { head: '序号', width: 1.2, align: 'center' },
        { head: '法律、法规、规范性文件', width: 7 },
        { head: '用于', width: 7 },
      ],
      rows: rows.map(([basis, use], index) => [String(index + 1), basis, use]),
    },
    {
      kind: 'note',
      text: `“条例”：《${instruments.regulation.title}》${instruments.regulation.number === null ? '' : `（${instruments.regulation.number}）`}。`,
    },
  ]);
};

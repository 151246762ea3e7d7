import type { Sheet } from '@gongkai/reply-document';
import { civilDateInShanghai } from '@gongkai/statute';
import type { ArchiveRecord } from './archive-record.ts';
import { sheetOf } from './case-sheets.ts';

/** 办理过程表: every step with who took it, and the period to reply day by day (条例第三十三条). */
export const processSheet = (record: ArchiveRecord): Sheet => {
  const { timeline, explanation, clock } = record;
  return sheetOf(record, '政府信息公开申请办理过程表', [
    { kind: 'heading', text: '一、办理步骤' },
    {
      kind: 'table',
      columns: [
        { head: '序号', width: 1, align: 'center' },
        { head: '日期', width: 2.4, align: 'center' },
        { head: '步骤', width: 5 },
        { head: '办理人', width: 2 },
        { head: '登记日期', width: 2.4, align: 'center' },
      ],
      rows: timeline.map(({ position, on, title, personName, at }) => [
        String(position),
        on,
        title,
        personName ?? '申请人',
        civilDateInShanghai(new Date(at).getTime()),
      ]),
    },
    { kind: 'heading', text: '二、答复期限' },
    { kind: 'text', text: explanation.sentences.join('\n') },
    ...(clock.irregularities.length > 0
      ? [
          {
            kind: 'text' as const,
            text: clock.irregularities
              .map(({ on, article, message }) => `${on}：${message}（${article}）`)
              .join('\n'),
          },
        ]
      : []),
    ...(explanation.days.length > 0
      ? [
          { kind: 'heading' as const, text: '三、期限逐日计算' },
          {
            kind: 'table' as const,
            columns: [
              { head: '日期', width: 2.4, align: 'center' as const },
              { head: '计入', width: 1.6, align: 'center' as const },
              { head: '说明', width: 5 },
              { head: '依据', width: 5 },
            ],
            rows: explanation.days.map(({ date, number, text, article }) => [
              date,
              number === null ? '不计' : `第 ${number} 日`,
              text,
              article,
            ]),
          },
        ]
      : []),
  ]);
};

import type { Sheet } from '@gongkai/reply-document';
import { inChinese } from '@gongkai/statute';
import { nameOfOutcome } from '../present-line.ts';
import type { ArchiveRecord } from './archive-record.ts';
import { type NumberedDocument, pageRange } from './bound-case.ts';
import { sheetOf } from './case-sheets.ts';

/** 卷内文件目录: 顺序号、文号、责任者、题名、日期、页号 (GB/T 9705 案卷格式). */
export const catalogueSheet = (record: ArchiveRecord, documents: readonly NumberedDocument[]): Sheet => {
  const unbound = documents.filter(({ firstPage }) => firstPage === null);
  return sheetOf(record, '卷内文件目录', [
    {
      kind: 'table',
      columns: [
        { head: '顺序号', width: 2, align: 'center' },
        { head: '文号', width: 4 },
        { head: '责任者', width: 3.4 },
        { head: '题名', width: 7 },
        { head: '日期', width: 2.8, align: 'center' },
        { head: '页号', width: 1.8, align: 'center' },
      ],
      rows: documents.map((document) => [
        String(document.serial),
        document.number ?? '',
        document.author,
        document.title,
        document.date,
        pageRange(document) || '另存',
      ]),
    },
    ...(unbound.length > 0
      ? [
          {
            kind: 'note' as const,
            text: `“另存”：不能装订成页的文件（${unbound.length} 件），以原来的格式存于案卷包中，文件名以顺序号开头。`,
          },
        ]
      : []),
  ]);
};

/** 案卷封面 */
export const coverSheet = (
  record: ArchiveRecord,
  documents: readonly NumberedDocument[],
  { title, keepUntil }: { readonly title: string; readonly keepUntil: string | null },
): Sheet => {
  const { row, steps } = record.found;
  const pages = documents.reduce(
    (sum, { firstPage, pages: own }) => sum + (firstPage === null ? 0 : (own ?? 0)),
    0,
  );
  const archivedOn = steps.find(({ step }) => step === 'archive')?.on;
  return {
    ...sheetOf(record, title, []),
    kind: 'cover',
    blocks: [
      {
        kind: 'fields',
        rows: [
          [['登记编号', row.number]],
          [['申请人', record.applicant?.name ?? '']],
          [
            [
              '申请内容',
              [...(record.content?.title ?? record.content?.description ?? '')].slice(0, 60).join(''),
            ],
          ],
          [['收到申请之日', record.clock.received ? inChinese(record.clock.received) : '']],
          [['办理结果', nameOfOutcome(row.outcome) ?? '办理中']],
          [['归档日期', archivedOn ? inChinese(archivedOn) : '尚未归档']],
          [['保存期限', keepUntil ? `至${inChinese(keepUntil as never)}` : '']],
          [['卷内文件', `${documents.length} 件，装订 ${pages} 页`]],
        ],
      },
    ],
  };
};

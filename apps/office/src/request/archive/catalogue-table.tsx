import type { ArchivedDocument } from '@gongkai/contract';
import { Typography } from 'antd';
import { ListTable } from '../../component/list-table.tsx';
import { Status } from '../../component/status.tsx';

/** 3–5, or 3. */
const pagesOf = ({ firstPage, pages, sha256 }: ArchivedDocument): string => {
  if (sha256 === null) return '';
  if (firstPage === null || pages === null) return '另存';
  return pages === 1 ? String(firstPage) : `${firstPage}–${firstPage + pages - 1}`;
};

/** 卷内文件目录, as the archive prints it, with the hash of each document. */
export const CatalogueTable = ({ documents }: { readonly documents: readonly ArchivedDocument[] }) => (
  <ListTable<ArchivedDocument>
    label="卷内文件目录"
    rows={documents}
    rowKey="serial"
    empty="案卷里还没有文件。"
    columns={[
      { title: '顺序号', dataIndex: 'serial', align: 'right' },
      {
        title: '题名、责任者、文号',
        key: 'title',
        render: (_, { title, number, author, isLater }) => (
          <span className="archive-title">
            {title}
            {isLater && <Status tone="accent">归档后增加</Status>}
            <span className="second">{number ? `${author} · ${number}` : author}</span>
          </span>
        ),
      },
      { title: '日期', dataIndex: 'date' },
      { title: '页号', key: 'pages', align: 'right', render: (_, document) => pagesOf(document) },
      {
        title: 'SHA-256',
        key: 'sha256',
        render: (_, { sha256, title }) =>
          sha256 === null ? (
            <span className="none">归档时固定</span>
          ) : (
            <Typography.Text
              className="hash"
              copyable={{ text: sha256, tooltips: [`复制“${title}”的哈希值`, '已复制'] }}
            >
              {sha256.slice(0, 8)}…
            </Typography.Text>
          ),
      },
    ]}
  />
);

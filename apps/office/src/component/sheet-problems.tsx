import type { SheetProblem } from '@gongkai/contract';
import { Alert } from 'antd';
import { ListTable } from './list-table.tsx';
import { showNumber } from './show-time.ts';

/** What is wrong in an uploaded spreadsheet, row by row. */
export const SheetProblems = ({
  problems,
  count,
}: {
  readonly problems: readonly SheetProblem[];
  readonly count: number;
}) => (
  <>
    <Alert
      type="error"
      showIcon
      title={`表中有 ${showNumber(count)} 处问题，没有导入任何内容`}
      description={`请在表格中改正后重新上传。${count > problems.length ? `下面列出前 ${problems.length} 处。` : ''}`}
    />
    <ListTable<SheetProblem & { id: string }>
      label="表中的问题"
      empty=""
      rows={problems.map((problem, at) => ({ ...problem, id: String(at) }))}
      columns={[
        { title: '行', dataIndex: 'row', align: 'right', render: (row) => row ?? '全表' },
        { title: '列', dataIndex: 'column', render: (column) => column ?? '整行' },
        { title: '问题', dataIndex: 'message' },
      ]}
    />
  </>
);

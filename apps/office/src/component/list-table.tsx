import { Table, type TableProps } from 'antd';
import { type ComponentProps, type ReactNode, useMemo } from 'react';
import { Nothing } from './page.tsx';
import { showNumber } from './show-time.ts';
import { useUrlState } from './url-state.ts';
import { useScrollByKeyboard } from './use-scroll-by-keyboard.ts';

export const pageSize = 30;

/** A list as a table: rows of 40 pixels, its own frame to scroll in, pages of the server in the address. */
export const ListTable = <T extends object>({
  label,
  rows,
  total,
  empty,
  columns = [],
  ...table
}: {
  readonly label: string;
  readonly rows: readonly T[];
  /** How many there are on all pages; absent where the list is whole. */
  readonly total?: number;
  /** Why the list may be empty and what to do. */
  readonly empty: ReactNode;
} & Omit<TableProps<T>, 'dataSource'>): ReactNode => {
  const url = useUrlState();
  const frame = useScrollByKeyboard(label);
  const components = useMemo(
    () => ({ table: (props: ComponentProps<'table'>) => <table {...props} aria-label={label} /> }),
    [label],
  );
  if (rows.length === 0 && url.page === 1) return <Nothing>{empty}</Nothing>;
  return (
    <div className="list" ref={frame}>
      <Table<T>
        rowKey="id"
        size="middle"
        scroll={{ x: 'max-content' }}
        components={components}
        {...table}
        // What a row is about stays in view where the table is wider than its frame.
        columns={columns.map((column, at) => (at === 0 ? { ...column, fixed: 'start' } : column))}
        dataSource={[...rows]}
        pagination={
          total === undefined
            ? false
            : {
                current: url.page,
                pageSize,
                total,
                showSizeChanger: false,
                hideOnSinglePage: false,
                showTotal: (count) => `共 ${showNumber(count)} 条`,
                onChange: (page) => url.set({ page: String(page) }),
              }
        }
      />
    </div>
  );
};

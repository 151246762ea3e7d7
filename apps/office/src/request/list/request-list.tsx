import { Button } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';
import { Nothing } from '../../component/page.tsx';
import { QueryView } from '../../component/query-view.tsx';
import { showNumber } from '../../component/show-time.ts';
import { useMay } from '../../session/use-session.ts';
import { BulkBar, mostAtOnce } from './bulk-bar.tsx';
import { askedOf, type UrlFilter } from './filter-url.ts';
import { cardHeight, RequestCards } from './request-cards.tsx';
import { RequestTable, rowHeight } from './request-table.tsx';
import { useChosen } from './use-chosen.ts';
import { useLines } from './use-lines.ts';
import { useNarrow } from './use-narrow.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useWindow } from './use-window.ts';

/** Why there is nothing, and what to do. */
const Empty = ({
  filter,
  mayRegister,
  onClear,
}: {
  readonly filter: UrlFilter;
  readonly mayRegister: boolean;
  readonly onClear: () => void;
}): ReactNode => {
  if (Object.keys(filter.conditions).length > 0)
    return (
      <Nothing>
        没有符合条件的申请。
        {filter.conditions.q !== undefined && '查找只看编号、申请人、名称、文号和内容开头的 300 字；'}
        {filter.scope === 'open' && '现在只列没有办结的；'}可以放宽条件。
        <Button type="link" onClick={onClear}>
          清除条件
        </Button>
      </Nothing>
    );
  if (filter.scope === 'ended')
    return <Nothing>还没有办结的申请。答复、撤回、视为放弃的申请会列在这里。</Nothing>;
  return (
    <Nothing>
      {filter.scope === 'open' ? '现在没有要办的申请。' : '还没有收到过申请。'}
      网上提交的申请会自己出现在这里；当面、邮寄、传真收到的，
      {mayRegister ? <Link to="/requests/register">登记进来</Link> : '由经办人登记进来'}。
    </Nothing>
  );
};

/** The list itself: endless, by keyboard too, with what can be done with several at once. */
export const RequestList = ({
  agencyId,
  filter,
  total,
  onClear,
}: {
  readonly agencyId: string;
  readonly filter: UrlFilter;
  /** How many fit, where the counts tell. */
  readonly total: number | null;
  readonly onClear: () => void;
}) => {
  const mayDo = useMay();
  const isNarrow = useNarrow();
  const { query, lines, isWhole, isLoadingMore, see } = useLines(agencyId, askedOf(filter));
  const mayBulk = mayDo('request.handle', { agencyId }) || mayDo('request.assign', { agencyId });
  const chosen = useChosen(lines, mostAtOnce);
  const height = isNarrow ? cardHeight : rowHeight;
  const { from, to, ref } = useWindow<HTMLElement>(lines.length, height);
  useRowKeys({
    count: lines.length,
    rowHeight: height,
    list: ref,
    onChoose: mayBulk && !isNarrow ? (index) => chosen.toggle(index, false) : undefined,
  });
  useEffect(() => see(to));
  const known = isWhole ? lines.length : total;
  return (
    <QueryView query={query as never} rows={12}>
      {() =>
        lines.length === 0 && isWhole ? (
          <Empty filter={filter} mayRegister={mayDo('request.register', { agencyId })} onClear={onClear} />
        ) : (
          <>
            {isNarrow ? (
              <RequestCards lines={lines} from={from} to={to} listRef={ref as never} />
            ) : (
              <RequestTable
                lines={lines}
                total={known}
                from={from}
                to={to}
                bodyRef={ref as never}
                chosen={mayBulk ? chosen : undefined}
              />
            )}
            <p className="list-foot second" aria-live="polite">
              {isWhole
                ? `共 ${showNumber(lines.length)} 件`
                : `已列出 ${showNumber(lines.length)} 件${known === null ? '' : `，共 ${showNumber(known)} 件`}${isLoadingMore ? '，正在读取……' : ''}`}
              {!isNarrow && <span className="keys">j、k 上下移动，回车打开{mayBulk && '，x 选中'}</span>}
            </p>
            {chosen.count > 0 && <BulkBar agencyId={agencyId} chosen={chosen.lines} onDone={chosen.keep} />}
          </>
        )
      }
    </QueryView>
  );
};

import type { BulkAct, RequestLine } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { api, newOnceKey } from '../../api/api.ts';
import { refreshAll } from '../../api/query-client.ts';
import { useAct } from '../../component/use-act.ts';
import { useMay } from '../../session/use-session.ts';

/** What may be done at once at most. */
export const mostAtOnce = 200;

/** What can be done with the applications that are chosen, at the foot of the list. */
export const BulkBar = ({
  agencyId,
  chosen,
  onDone,
}: {
  readonly agencyId: string;
  readonly chosen: readonly RequestLine[];
  /** With those that were refused: they stay chosen. */
  readonly onDone: (left: readonly string[]) => void;
}) => {
  const mayDo = useMay();
  const { modal, message } = App.useApp();
  const { isBusy, act } = useAct();
  const [personId, setPersonId] = useState<string>();
  const mayAssign = mayDo('request.assign', { agencyId });
  const { data: officers = [] } = useQuery({
    ...api.requestList.officers.queryOptions({ input: { agencyId } }),
    enabled: mayAssign,
  });
  const run = (wanted: BulkAct, done: string): void =>
    void act(async () => {
      const { done: count, refused } = await api.requestList.bulk.call(
        {
          agencyId,
          act: wanted,
          ids: chosen.map(({ id }) => id),
          personId: wanted === 'assign' ? personId || null : null,
        },
        { context: { once: newOnceKey() } },
      );
      onDone(refused.map(({ id }) => id));
      if (refused.length === 0) void message.success(`${done} ${count} 件`);
      else
        modal.warning({
          title: `${done} ${count} 件，${refused.length} 件没有办成`,
          icon: null,
          okText: '知道了',
          width: 640,
          content: (
            <ul className="bulk-refused">
              {refused.map(({ id, number, reason }) => (
                <li key={id}>
                  <strong>{number || '（不在本单位）'}</strong>
                  <span>{reason}</span>
                </li>
              ))}
            </ul>
          ),
        });
      await refreshAll();
    });
  const count = (state: RequestLine['state'][]): number =>
    chosen.filter((line) => state.includes(line.state)).length;
  const [confirmable, archivable] = [
    count(['awaiting_confirmation']),
    count(['delivered', 'abandoned', 'withdrawn']),
  ];
  return (
    <section className="bulk-bar" aria-label="对选中的申请一起办理">
      <span aria-live="polite">
        已选 <strong>{chosen.length}</strong> 件
      </span>
      {mayAssign && (
        <span className="bulk-assign">
          <Select
            aria-label="由谁经办"
            placeholder="由谁经办"
            value={personId}
            onChange={setPersonId}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: '交还给全体经办人' },
              ...officers.map(({ id, name, open }) => ({ value: id, label: `${name}（${open} 件）` })),
            ]}
          />
          <Button disabled={personId === undefined} loading={isBusy} onClick={() => run('assign', '已指定')}>
            指定经办人
          </Button>
        </span>
      )}
      {mayDo('request.handle', { agencyId }) && (
        <>
          {confirmable > 0 && (
            <Button loading={isBusy} onClick={() => run('confirm_receipt', '已确认收到')}>
              确认收到{confirmable < chosen.length ? `（${confirmable} 件待确认）` : ''}
            </Button>
          )}
          {archivable > 0 && (
            <Button loading={isBusy} onClick={() => run('archive', '已归档')}>
              归档{archivable < chosen.length ? `（${archivable} 件可归档）` : ''}
            </Button>
          )}
        </>
      )}
      <Button type="text" onClick={() => onDone([])}>
        取消选择
      </Button>
    </section>
  );
};

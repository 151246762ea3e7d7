import { type AuditEvent, actorKinds } from '@gongkai/contract';
import { Drawer } from 'antd';
import { Facts } from '../component/page.tsx';
import { showMomentExactly } from '../component/show-time.ts';

const say = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? '空' : JSON.stringify(value, null, 1);

/** Everything that an event holds. */
export const EventDrawer = ({
  event,
  onClose,
}: {
  readonly event: AuditEvent;
  readonly onClose: () => void;
}) => (
  <Drawer open title="记录详情" size={560} onClose={onClose}>
    <p className="drawer-intro">{event.sentence}</p>
    <Facts
      facts={[
        ['编号', event.id],
        ['时间', showMomentExactly(event.at)],
        [
          '事件',
          <span key="kind" className="mono">
            {event.kind}
          </span>,
        ],
        ['操作者', `${actorKinds[event.actor.kind]}${event.actor.name ? ` ${event.actor.name}` : ''}`],
        ['单位', event.agency?.shortName ?? '无'],
        ['对象', <span key="subject" className="mono">{`${event.subject.kind} ${event.subject.id}`}</span>],
        ['依据', event.article ?? '无'],
        [
          '请求编号',
          event.requestId ? (
            <span key="request" className="mono">
              {event.requestId}
            </span>
          ) : (
            '无'
          ),
        ],
        ['校验链位置', event.position ?? '刚发生，还没有上链'],
        ...Object.entries(event.data).map(
          ([name, value]) =>
            [
              name,
              <span key={name} className="mono">
                {say(value)}
              </span>,
            ] as const,
        ),
      ]}
    />
  </Drawer>
);

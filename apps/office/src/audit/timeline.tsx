import type { AuditEvent } from '@gongkai/contract';
import { Button } from 'antd';
import { sayDate, showDate, showMomentExactly } from '../component/show-time.ts';

/** Events as sentences under their day, the newest first. */
export const Timeline = ({
  events,
  onShow,
}: {
  readonly events: readonly AuditEvent[];
  readonly onShow: (event: AuditEvent) => void;
}) => {
  const days = new Map<string, AuditEvent[]>();
  for (const event of events) {
    const day = showDate(event.at);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return (
    <div className="timeline">
      {[...days].map(([day, items]) => (
        <section key={day} aria-label={sayDate(day)}>
          <h2>{sayDate(day)}</h2>
          <ol>
            {items.map((event) => (
              <li key={event.id}>
                <time dateTime={event.at}>{showMomentExactly(event.at).slice(11)}</time>
                <span className="sentence">
                  {event.sentence}
                  {event.article && <span className="second">（依据：{event.article}）</span>}
                </span>
                <span className="second">{event.agency?.shortName ?? ''}</span>
                <Button type="link" className="in-cell" onClick={() => onShow(event)}>
                  详情
                </Button>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
};

import type { RequestCase } from '@gongkai/contract';
import { showDate, showMoment } from '../../component/show-time.ts';
import { WithheldTable } from './draft-view.tsx';
import { factsOf, textsOf } from './say-step.ts';
import type { WithheldPart } from './withheld-parts.tsx';

type Entry = RequestCase['timeline'][number];

const Written = ({ entry }: { readonly entry: Entry }) => {
  const lines = textsOf(entry);
  const { withheld } = entry.texts as { readonly withheld?: readonly WithheldPart[] };
  if (lines.length === 0 && !withheld?.length) return null;
  return (
    <details>
      <summary>填写的内容</summary>
      {lines.map(([label, text]) => (
        <p key={label} className="written">
          <span className="second">{label}：</span>
          {text}
        </p>
      ))}
      {withheld && withheld.length > 0 && <WithheldTable parts={withheld} />}
    </details>
  );
};

/** 办理过程: who did what when; what was entered later, came late or is irregular stands marked. */
export const CaseTimeline = ({ timeline, clock }: Pick<RequestCase, 'timeline' | 'clock'>) => {
  const lastOf = new Map(timeline.map(({ on, position }) => [on, position]));
  return (
    <ol className="case-timeline">
      {timeline.map((entry) => {
        const { position, title, on, at, personName, step } = entry;
        const wrong = clock.irregularities.filter(
          (irregularity) => irregularity.on === on && lastOf.get(on) === position,
        );
        return (
          <li key={position}>
            <time dateTime={on}>{on}</time>
            <div>
              <strong>{title}</strong>
              <span className="second">
                {personName ?? (step === 'submit' ? '' : '申请人')}
                {showDate(at) !== on && `（${showMoment(at)} 登记）`}
              </span>
              {factsOf(entry).map(([label, text]) => (
                <span key={label} className="fact">
                  <span className="second">{label}：</span>
                  {text}
                </span>
              ))}
              {wrong.map(({ message, article }) => (
                <p key={message} className="late">
                  {message}（{article}）
                </p>
              ))}
              <Written entry={entry} />
            </div>
          </li>
        );
      })}
    </ol>
  );
};

import { type RequestCase, requestFilePath, type TakenStep } from '@gongkai/contract';
import { Button } from 'antd';
import { DraftView } from './draft-view.tsx';
import { ReplyAsSent } from './letter-as-sent.tsx';
import { factsOf, textsOf } from './say-step.ts';

const stages: readonly string[] = ['review', 'review_secrecy', 'approve', 'send_back'];

/** Whether a reply is on its way through the stages. */
export const isUnderApproval = ({ state }: Pick<RequestCase, 'state'>): boolean =>
  state === 'in_review' ||
  state === 'in_secrecy_review' ||
  state === 'awaiting_approval' ||
  state === 'approved';

/** What the stages before have said about this draft. */
const Notes = ({ timeline }: Pick<RequestCase, 'timeline'>) => {
  const drafted = timeline.findLastIndex(({ step }) => step === 'draft_decision');
  const before = timeline.findLast(({ step }, at) => step === 'send_back' && at < drafted);
  const since = timeline.slice(drafted + 1).filter(({ step }) => stages.includes(step));
  const notes = [...(before ? [before] : []), ...since];
  if (notes.length === 0) return <p className="second">前面的环节还没有意见。</p>;
  return (
    <ul className="notes">
      {notes.map((entry) => (
        <li key={entry.position}>
          <strong>{entry.title}</strong>{' '}
          <span className="second">{`${entry.personName ?? ''} ${entry.on}`}</span>
          {[...factsOf(entry), ...textsOf(entry)].map(([label, text]) => (
            <p key={label}>
              <span className="second">{label}：</span>
              {text}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
};

/** 审批: the draft, what goes out with it, what was said before, and the two ways to decide. */
export const Approval = ({
  found,
  onTake,
}: {
  readonly found: RequestCase;
  readonly onTake: (step: TakenStep) => void;
}) => {
  const provided = found.files.filter(({ isProvided, removedOn }) => isProvided && !removedOn);
  const acts = found.steps.filter(({ step, allowed }) => allowed && stages.includes(step));
  return (
    <>
      <DraftView found={found} />
      <h3>随答复提供的文件</h3>
      {provided.length === 0 ? (
        <p className="second">没有随答复提供的文件。</p>
      ) : (
        <ul className="notes">
          {provided.map(({ id, name, kindName }) => (
            <li key={id}>
              <a href={`/api${requestFilePath(found.id, id)}?inline`} target="_blank" rel="noreferrer">
                {name}
              </a>{' '}
              <span className="second">{kindName}</span>
            </li>
          ))}
        </ul>
      )}
      <h3>各环节的意见</h3>
      <Notes timeline={found.timeline} />
      <h3>答复书，如同发出的样子</h3>
      <ReplyAsSent id={found.id} letters={found.letters} />
      {acts.length > 0 && (
        <div className="form-buttons no-print">
          {acts.map(({ step, title }) => (
            <Button
              key={step}
              type={step === 'send_back' ? 'default' : 'primary'}
              onClick={() => onTake(step)}
            >
              {title}
            </Button>
          ))}
        </div>
      )}
    </>
  );
};

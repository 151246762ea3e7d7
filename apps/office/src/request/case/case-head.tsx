import {
  type Applicant,
  applicantKinds,
  intakeChannels,
  type RequestCase,
  waitingFor,
} from '@gongkai/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { Status, type Tone } from '../../component/status.tsx';
import { useMay } from '../../session/use-session.ts';
import { dueWords } from './due-words.ts';
import { ApplicantInFull, ShowApplicant } from './show-applicant.tsx';
import { todayInBeijing } from './today.ts';

const toneOf = (state: RequestCase['state']): Tone =>
  state === 'delivered' || state === 'archived'
    ? 'good'
    : state === 'abandoned' || state === 'withdrawn'
      ? 'plain'
      : 'accent';

/** What it is, where it stands, by when, and on whom it waits. */
export const CaseHead = ({ found }: { readonly found: RequestCase }) => {
  const mayDo = useMay();
  const [asks, setAsks] = useState(false);
  const [applicant, setApplicant] = useState<{ readonly applicant: Applicant | null }>();
  const due = dueWords(found, todayInBeijing());
  const { clock, waiting, outcomeName } = found;
  return (
    <>
      <dl className="case-head">
        <div>
          <dt>登记编号</dt>
          <dd>{found.number}</dd>
        </div>
        <div>
          <dt>状态</dt>
          <dd>
            <Status tone={toneOf(found.state)}>{found.stateName}</Status>
          </dd>
        </div>
        <div className="case-due">
          <dt>答复期限</dt>
          <dd>
            <Status tone={due.tone}>{due.words}</Status>
          </dd>
        </div>
        {outcomeName && (
          <div>
            <dt>办理结果</dt>
            <dd>{outcomeName}</dd>
          </div>
        )}
        {waiting && (
          <div>
            <dt>等谁办理</dt>
            <dd>{waitingFor[waiting]}</dd>
          </div>
        )}
        <div>
          <dt>经办人</dt>
          <dd>{found.officer?.name ?? <span className="second">还没有指定</span>}</dd>
        </div>
        <div>
          <dt>申请人</dt>
          <dd>
            {found.applicantName || <span className="second">不显示</span>}
            <span className="second">（{applicantKinds[found.applicantKind]}）</span>
            {found.content && mayDo('request.show_applicant', { agencyId: found.agencyId }) && !applicant && (
              <Button type="link" className="in-cell no-print" onClick={() => setAsks(true)}>
                查看完整信息
              </Button>
            )}
          </dd>
        </div>
        <div>
          <dt>收到申请</dt>
          <dd>
            {clock.receivedOn ?? <span className="second">{found.submittedOn} 到达，等待确认</span>}
            <span className="second">（{intakeChannels[found.channel]}）</span>
          </dd>
        </div>
      </dl>
      {applicant && (
        <ApplicantInFull applicant={applicant.applicant} onHide={() => setApplicant(undefined)} />
      )}
      {asks && (
        <ShowApplicant
          id={found.id}
          onShown={(shown) => setApplicant({ applicant: shown })}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
};

import type { RequestCase, TakenStep } from '@gongkai/contract';
import { DraftView } from './draft-view.tsx';

/** What somebody who decides has to see beside the form. */
export const BeforeStep = ({ found, step }: { readonly found: RequestCase; readonly step: TakenStep }) => {
  if (step === 'approve_extension' || step === 'refuse_extension' || step === 'notify_extension') {
    const proposed = found.timeline.findLast((entry) => entry.step === 'propose_extension');
    return (
      proposed && (
        <div className="evidence">
          <strong>提请延长 {String(proposed.facts.workingDays)} 个工作日</strong>
          <p>
            {proposed.personName ?? ''} {proposed.on}：{String(proposed.texts.reason ?? '')}
          </p>
        </div>
      )
    );
  }
  if (step === 'sign')
    return (
      <div className="above">
        <p className="above">签发后答复取得文号，不能再修改。</p>
        <DraftView found={found} />
      </div>
    );
  if (step === 'archive') return <p className="above">归档后不再办理。请先核对“材料”和“文书”是否齐全。</p>;
  return null;
};

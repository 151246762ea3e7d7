import { isEnded, type RequestCase, type TakenStep } from '@gongkai/contract';
import { Skeleton } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { useMay } from '../../session/use-session.ts';
import { DownloadArchive } from '../archive/download-archive.tsx';
import { Approval, isUnderApproval } from './approval.tsx';
import { CaseContent } from './case-content.tsx';
import { Consultations, FeeFacts, Related, Searches } from './case-tables.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { ClockSection } from './clock-section.tsx';

const CaseFiles = lazy(async () => ({ default: (await import('../file/case-files.tsx')).CaseFiles }));
const CaseLetters = lazy(async () => ({ default: (await import('../letter/case-letters.tsx')).CaseLetters }));
const CaseArchive = lazy(async () => ({
  default: (await import('../archive/case-archive.tsx')).CaseArchive,
}));

interface Part {
  readonly id: string;
  readonly title: string;
  /** How many things are in it. */
  readonly count?: number;
  readonly view: ReactNode;
}

const Parts = ({ parts }: { readonly parts: readonly Part[] }) => (
  <>
    <nav className="case-nav no-print" aria-label="案卷各部分">
      {parts.map(({ id, title, count }) => (
        <a key={id} href={`#case-${id}`}>
          {title}
          {count !== undefined && <span className="second"> {count}</span>}
        </a>
      ))}
    </nav>
    {parts.map(({ id, title, view }) => (
      <section key={id} id={`case-${id}`} className="section case-part" aria-label={title}>
        <div className="section-head">
          <h2>{title}</h2>
        </div>
        <Suspense fallback={<Skeleton active={false} title={false} paragraph={{ rows: 3 }} />}>
          {view}
        </Suspense>
      </section>
    ))}
  </>
);

/** Everything that a case holds, one part under the other. Whoever supervises sees how it stands, and no more. */
export const CaseSections = ({
  found,
  onTake,
  onChanged,
}: {
  readonly found: RequestCase;
  readonly onTake: (step: TakenStep) => void;
  readonly onChanged: () => void;
}) => {
  const mayDo = useMay();
  const { id, state, clock, timeline, files, letters, consultations, fee, related, rating } = found;
  const isOwn = found.content !== null || files.length > 0;
  const mayChange = mayDo('request.handle', { agencyId: found.agencyId }) && state !== 'archived';
  const searches = timeline.filter(({ step }) => step === 'record_search').length;
  const clockPart: Part = { id: 'clock', title: '期限', view: <ClockSection clock={clock} /> };
  const past: Part = {
    id: 'timeline',
    title: '办理过程',
    count: timeline.length,
    view: <CaseTimeline timeline={timeline} clock={clock} />,
  };
  const parts: readonly (Part | false)[] = isOwn
    ? [
        isUnderApproval(found) && {
          id: 'draft',
          title: '拟定的答复',
          view: <Approval found={found} onTake={onTake} />,
        },
        { id: 'content', title: '申请内容', view: <CaseContent {...found} /> },
        clockPart,
        past,
        {
          id: 'files',
          title: '材料',
          count: files.filter(({ removedOn }) => !removedOn).length,
          view: <CaseFiles requestId={id} files={files} mayChange={mayChange} onChanged={onChanged} />,
        },
        {
          id: 'letters',
          title: '文书',
          count: letters.length,
          view: <CaseLetters requestId={id} letters={letters} />,
        },
        consultations.length > 0 && {
          id: 'consultations',
          title: '征求意见',
          count: consultations.length,
          view: <Consultations consultations={consultations} />,
        },
        searches > 0 && {
          id: 'searches',
          title: '检索记录',
          count: searches,
          view: <Searches timeline={timeline} />,
        },
        fee !== null && { id: 'fee', title: '收费', view: <FeeFacts fee={fee} /> },
        related.length > 0 && {
          id: 'related',
          title: '关联申请',
          count: related.length,
          view: <Related related={related} />,
        },
        rating !== null && {
          id: 'rating',
          title: '申请人的评价',
          view: (
            <p>
              {rating.score} 分（满分 5 分）{rating.comment && `：${rating.comment}`}
            </p>
          ),
        },
        isEnded(state)
          ? { id: 'archive', title: '归档', view: <CaseArchive requestId={id} state={state} /> }
          : mayDo('request.show_applicant', { agencyId: found.agencyId }) && {
              id: 'evidence',
              title: '举证材料',
              view: <DownloadArchive requestId={id} isOpen />,
            },
      ]
    : [clockPart, past];
  return (
    <div className="case-parts">
      <Parts parts={parts.filter((part) => part !== false)} />
    </div>
  );
};

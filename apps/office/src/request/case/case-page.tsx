import type { RequestCase, TakenStep } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api } from '../../api/api.ts';
import { Page } from '../../component/page.tsx';
import { QueryView } from '../../component/query-view.tsx';
import { CaseHead } from './case-head.tsx';
import { CaseSections } from './case-sections.tsx';
import { StepDrawer } from './step-drawer.tsx';
import { StepsPanel } from './steps-panel.tsx';

/** What the application is about, in a line. */
export const titleOf = ({ content, number }: Pick<RequestCase, 'content' | 'number'>): string => {
  if (!content) return number;
  const title = content.title ?? content.description;
  return title.length > 60 ? `${title.slice(0, 60)}…` : title;
};

const above = [{ label: '依申请公开', to: '/requests' }];

/** 案卷: one application, what to do with it next, and by when. */
export const CasePage = () => {
  const { id = '' } = useParams();
  const query = useQuery(api.request.read.queryOptions({ input: { id } }));
  const [task, setTask] = useState<TakenStep>();
  const found = query.data;
  if (!found)
    return (
      <Page title="案卷" above={above}>
        <QueryView query={query}>{() => null}</QueryView>
      </Page>
    );
  const choice = found.steps.find(({ step }) => step === task);
  return (
    <Page title={titleOf(found)} crumb={found.number} above={above}>
      <CaseHead found={found} />
      <div className="case">
        <StepsPanel found={found} onTake={setTask} />
        <CaseSections found={found} onTake={setTask} onChanged={() => void query.refetch()} />
      </div>
      {choice && (
        <StepDrawer key={choice.step} found={found} choice={choice} onClose={() => setTask(undefined)} />
      )}
    </Page>
  );
};

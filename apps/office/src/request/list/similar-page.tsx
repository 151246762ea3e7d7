import type { SimilarGroup } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/api.ts';
import { FilterField } from '../../component/filter-field.tsx';
import { Nothing, Page } from '../../component/page.tsx';
import { QueryView } from '../../component/query-view.tsx';
import { Status, type Tone } from '../../component/status.tsx';
import { TaskDrawer } from '../../component/task-drawer.tsx';
import { useUrlState } from '../../component/url-state.ts';
import { useMay, useSession } from '../../session/use-session.ts';

const proposals: Readonly<Record<SimilarGroup['proposal'], readonly [Tone, string]>> = {
  none: ['plain', '还没有建议'],
  proposed: ['warn', '已建议，等负责人决定'],
  accepted: ['good', '同意转为主动公开'],
  declined: ['plain', '决定不转为主动公开'],
};

const acts = {
  propose: [
    '建议转为主动公开',
    '提出建议',
    '已提出建议',
    '为什么符合公开的条件：依据、是否涉及第三方、以前怎样答复的。',
  ],
  accept: ['同意转为主动公开', '同意', '已决定转为主动公开', '由哪个栏目公开、何时公开。'],
  decline: ['不转为主动公开', '决定不转', '已决定不转为主动公开', '不属于可以主动公开的理由。'],
} as const;
type Act = keyof typeof acts;

const Propose = ({
  group,
  act,
  onClose,
}: {
  readonly group: SimilarGroup;
  readonly act: Act;
  readonly onClose: () => void;
}) => {
  const [title, submit, done, hint] = acts[act];
  return (
    <TaskDrawer<{ note: string }>
      title={title}
      intro={`${group.title}（${group.applicants} 个申请人，${group.total} 件）`}
      submit={submit}
      done={done}
      onClose={onClose}
      onSubmit={({ note }, context) =>
        api.requestList.propose.call({ id: group.proposalId, act, note }, { context })
      }
    >
      <Form.Item
        name="note"
        label="理由"
        extra={hint}
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea rows={5} maxLength={500} showCount />
      </Form.Item>
    </TaskDrawer>
  );
};

const Group = ({ group, onAct }: { readonly group: SimilarGroup; readonly onAct: (act: Act) => void }) => {
  const mayDo = useMay();
  const { agency } = useSession();
  const [tone, word] = proposals[group.proposal];
  const { requests, total } = group;
  const mayPropose = mayDo('request.propose', { agencyId: agency.id });
  return (
    <li className="similar">
      <h2>{group.title}</h2>
      <p className="similar-facts">
        <strong>{group.applicants}</strong> 个申请人，<strong>{total}</strong> 件申请，已予公开{' '}
        <strong>{group.disclosed}</strong> 件<Status tone={tone}>{word}</Status>
      </p>
      {group.proposalNote && <p className="second">理由：{group.proposalNote}</p>}
      <details>
        <summary>列出这 {total} 件申请</summary>
        <ul className="similar-requests">
          {requests.map(({ id, number, submittedOn, stateName, outcomeName, likeness }) => (
            <li key={id}>
              <Link to={`/requests/${id}`}>{number}</Link>
              <span className="second">
                {submittedOn} · {outcomeName ?? stateName} · 相近 {Math.round(likeness * 100)}%
              </span>
            </li>
          ))}
        </ul>
        {requests.length < total && <p className="second">只列出最早的 {requests.length} 件。</p>}
      </details>
      <div className="form-buttons">
        {mayPropose && (group.proposal === 'none' || group.proposal === 'declined') && (
          <Button onClick={() => onAct('propose')}>
            {group.proposal === 'none' ? '建议转为主动公开' : '重新建议'}
          </Button>
        )}
        {mayDo('request.approve', { agencyId: agency.id }) && group.proposal === 'proposed' && (
          <>
            <Button type="primary" onClick={() => onAct('accept')}>
              同意转为主动公开
            </Button>
            <Button onClick={() => onAct('decline')}>不转为主动公开</Button>
          </>
        )}
      </div>
    </li>
  );
};

/** 多人申请: what several people applied for, which may become proactive disclosure (条例第四十四条). */
export const SimilarPage = () => {
  const { agency } = useSession();
  const url = useUrlState();
  const least = Number(url.get('least') ?? 3);
  const [task, setTask] = useState<{ readonly group: SimilarGroup; readonly act: Act }>();
  const groups = useQuery(
    api.requestList.similar.queryOptions({ input: { agencyId: agency.id, least }, staleTime: 60_000 }),
  );
  return (
    <Page
      title="多人申请"
      above={[{ label: '申请', to: '/requests' }]}
      intro="多个申请人就相同的政府信息提出申请，该信息属于可以公开的，可以纳入主动公开的范围；申请人认为应当主动公开的，可以建议，经审核属于主动公开范围的，应当及时主动公开（条例第四十四条）。这里按内容相近，把最近三年的申请归在一起。"
    >
      <div className="filters">
        <FilterField label="至少几个申请人">
          <Select
            value={least}
            onChange={(value) => url.set({ least: value === 3 ? undefined : String(value) })}
            options={[2, 3, 5, 10].map((value) => ({ value, label: `${value} 个` }))}
          />
        </FilterField>
      </div>
      <QueryView query={groups}>
        {(found) =>
          found.length === 0 ? (
            <Nothing>
              没有 {least} 个以上申请人申请相近信息的情况。可以把人数放低再看；同一个人反复申请的不算在内。
            </Nothing>
          ) : (
            <ul className="similar-groups">
              {found.map((group) => (
                <Group key={group.id} group={group} onAct={(act) => setTask({ group, act })} />
              ))}
            </ul>
          )
        }
      </QueryView>
      {task && <Propose {...task} onClose={() => setTask(undefined)} />}
    </Page>
  );
};

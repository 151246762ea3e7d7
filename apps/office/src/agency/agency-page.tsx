import { type AgencyInTree, agencyKinds } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../api/api.ts';
import { AgencySelect } from '../component/agency-select.tsx';
import { Facts, Nothing, Page, Section } from '../component/page.tsx';
import { ProblemView } from '../component/problem-view.tsx';
import { QueryView } from '../component/query-view.tsx';
import { TaskDrawer } from '../component/task-drawer.tsx';
import { useConfirm } from '../component/use-confirm.tsx';
import { useMay } from '../session/use-session.ts';
import { AgencyDrawer } from './agency-drawer.tsx';
import { AgencyStatus } from './agency-status.tsx';
import { letterSettingFacts } from './letter-settings.tsx';
import { numberWordFacts } from './number-words.tsx';

type Task = 'change' | 'add' | 'move' | 'close';

const Move = ({ agency, onClose }: { readonly agency: AgencyInTree; readonly onClose: () => void }) => {
  const mayDo = useMay();
  return (
    <TaskDrawer<{ parentId: string }>
      title="调整上级单位"
      submit="调整上级单位"
      done="上级单位已调整"
      intro={`${agency.name}连同它的下级单位一起调整。上级单位的管理员和主管部门随之改变。`}
      onClose={onClose}
      onSubmit={({ parentId }, context) => api.agency.move.call({ id: agency.id, parentId }, { context })}
    >
      <Form.Item name="parentId" label="新的上级单位" rules={[{ required: true, message: '请选择上级单位' }]}>
        <AgencySelect only={({ id }) => id !== agency.id && mayDo('agency.create', { agencyId: id })} />
      </Form.Item>
    </TaskDrawer>
  );
};

const Close = ({ agency, onClose }: { readonly agency: AgencyInTree; readonly onClose: () => void }) => (
  <TaskDrawer<{ closedOn: string }>
    title="撤销单位"
    submit="撤销单位"
    danger
    done="单位已撤销"
    intro="撤销后不能再以这个单位的名义办理业务，已有的记录和公开的信息保留。此操作不能撤回。"
    onClose={onClose}
    onSubmit={({ closedOn }, context) => api.agency.close.call({ id: agency.id, closedOn }, { context })}
  >
    <Form.Item
      name="closedOn"
      label="撤销日期"
      extra="以机构改革文件载明的日期为准。"
      rules={[{ required: true, message: '请填写撤销日期' }]}
    >
      <Input type="date" />
    </Form.Item>
  </TaskDrawer>
);

/** One agency: what is public of it, its place in the tree, and what may be done to it. */
export const AgencyPage = () => {
  const { id = '' } = useParams();
  const mayDo = useMay();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const [task, setTask] = useState<Task>();
  const query = useQuery(api.agency.read.queryOptions({ input: { id } }));
  const above = [{ label: '单位', to: '/agencies' }];
  const agency = query.data;
  if (!agency)
    return (
      <Page title="单位" above={above}>
        {query.error ? (
          <ProblemView error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <QueryView query={query}>{() => null}</QueryView>
        )}
      </Page>
    );
  const subject = { agencyId: agency.id, state: agency.closedOn ? 'closed' : 'open' };
  const close = (): void => setTask(undefined);
  return (
    <Page
      title={agency.name}
      above={[
        ...above,
        ...[...agency.above].reverse().map((one) => ({ label: one.shortName, to: `/agencies/${one.id}` })),
      ]}
      actions={
        <>
          {mayDo('agency.close', subject) && agency.above.length > 0 && (
            <Button danger onClick={() => setTask('close')}>
              撤销单位
            </Button>
          )}
          {mayDo('agency.change', subject) && agency.above.length > 0 && (
            <Button onClick={() => setTask('move')}>调整上级</Button>
          )}
          {mayDo('agency.change', subject) && !agency.isCompetent && agency.kind === 'department' && (
            <Button
              onClick={() =>
                confirm({
                  title: '指定为主管部门？',
                  consequence: `${agency.name}将成为${agency.above[0]?.name ?? '上级政府'}的政府信息公开工作主管部门（条例第四条）。一级政府只有一个，原来的主管部门随之变更。`,
                  verb: '指定为主管部门',
                  done: '主管部门已指定',
                  act: (context) => api.agency.designateCompetent.call({ id: agency.id }, { context }),
                })
              }
            >
              指定为主管部门
            </Button>
          )}
          {mayDo('agency.change', subject) && (
            <Button type="primary" onClick={() => setTask('change')}>
              修改
            </Button>
          )}
        </>
      }
    >
      <Facts
        facts={[
          ['状态', <AgencyStatus key="state" closedOn={agency.closedOn} />],
          ['类别', `${agencyKinds[agency.kind]}${agency.isCompetent ? '，政府信息公开工作主管部门' : ''}`],
          ['简称', agency.shortName],
          ['区划代码', agency.regionCode],
          ['统一社会信用代码', agency.creditCode],
          ['组织机构代码', agency.organisationCode],
        ]}
      />
      <Section title="政府信息公开工作机构（列入公开指南）">
        <Facts
          facts={[
            ['机构名称', agency.workingBody],
            ['办公地址', agency.address],
            ['办公时间', agency.officeHours],
            ['联系电话', agency.phone],
            ['传真', agency.fax],
            ['电子邮箱', agency.email],
          ]}
        />
      </Section>
      <Section title="文书">
        <Facts facts={[...numberWordFacts(agency), ...letterSettingFacts(agency)]} />
      </Section>
      <Section
        title="下级单位"
        actions={
          mayDo('agency.create', subject) &&
          !agency.closedOn && <Button onClick={() => setTask('add')}>新增下级单位</Button>
        }
      >
        {agency.below.length === 0 ? (
          <Nothing>没有下级单位。</Nothing>
        ) : (
          <ul className="names">
            {agency.below.map((one) => (
              <li key={one.id}>
                <Link to={`/agencies/${one.id}`}>{one.name}</Link>
                {one.closedOn && <span className="second">（已撤销）</span>}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="相关">
        <p className="links">
          <Button type="link" onClick={() => void navigate(`/people?agency=${agency.id}`)}>
            人员与职责
          </Button>
          <Button type="link" onClick={() => void navigate(`/columns?agency=${agency.id}`)}>
            栏目
          </Button>
        </p>
      </Section>
      {task === 'change' && <AgencyDrawer agency={agency} onClose={close} />}
      {task === 'add' && <AgencyDrawer parentId={agency.id} onClose={close} />}
      {task === 'move' && <Move agency={agency} onClose={close} />}
      {task === 'close' && <Close agency={agency} onClose={close} />}
    </Page>
  );
};

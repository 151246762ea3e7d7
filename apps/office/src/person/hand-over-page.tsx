import { type HandOverPreview, roles } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Checkbox, Form, Input, Select } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../api/api.ts';
import { refreshAll } from '../api/query-client.ts';
import { Nothing, Page, Section } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';
import { TaskForm } from '../component/task-form.tsx';

interface Values {
  successors: Record<string, string>;
  revokeTokens: string[];
  reason: string;
}

const keyOf = ({ agencyId, role }: HandOverPreview['work'][number]): string => `${agencyId}:${role}`;

const HandOver = ({ id, preview }: { readonly id: string; readonly preview: HandOverPreview }) => {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { person, work, vacant, blocking, tokens, sessions } = preview;
  if (blocking.length > 0)
    return (
      <Alert
        type="error"
        showIcon
        title="现在还不能离岗"
        description={
          <>
            {person.name}是最后一名
            {blocking.map(({ role, agencyName }) => `${agencyName}的${roles[role]}`).join('、')}
            。请先任命接任者，经安全管理员授权后再办理交接。<Link to={`/people/${id}`}>返回</Link>
          </>
        }
      />
    );
  return (
    <TaskForm<Values>
      wide
      danger
      submit="办理离岗交接"
      note="账号立即停用，不能撤回；办理过的事项和记录保留。"
      initial={{ successors: {}, revokeTokens: tokens.map(({ id: token }) => token), reason: '' }}
      onSubmit={async (values, context) => {
        const { reassigned } = await api.person.handOver.call(
          {
            id,
            successors: work.map((part) => ({
              agencyId: part.agencyId,
              role: part.role,
              personId: values.successors[keyOf(part)] || null,
            })),
            revokeTokens: values.revokeTokens ?? [],
            reason: values.reason,
          },
          { context },
        );
        void message.success(`${person.name}已离岗，改派了 ${reassigned} 件待办`);
        await refreshAll();
        await navigate(`/people/${id}`);
      }}
    >
      {vacant.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title="离岗后下列职责无人担任"
          description={vacant.map(({ role, agencyName }) => `${agencyName}：${roles[role]}`).join('；')}
        />
      )}
      <Section title="待办由谁接办">
        {work.length === 0 ? (
          <Nothing>没有指定由{person.name}办理的待办。</Nothing>
        ) : (
          work.map((part) => (
            <Form.Item
              key={keyOf(part)}
              name={['successors', keyOf(part)]}
              label={`${part.agencyName} · ${roles[part.role]}（${part.items.length} 件）`}
              initialValue=""
              extra={part.items.map(({ title, dueOn }) => (
                <span key={title} className="block">
                  {title}
                  {dueOn && `，${dueOn} 到期`}
                </span>
              ))}
            >
              <Select
                options={[
                  { value: '', label: `交还给全体${roles[part.role]}` },
                  ...part.successors.map((one) => ({ value: one.id, label: one.name })),
                ]}
              />
            </Form.Item>
          ))
        )}
      </Section>
      {tokens.length > 0 && (
        <Section title="由其创建的接口令牌">
          <Form.Item name="revokeTokens" extra="选中的令牌一并作废，使用它的系统将不能再访问。">
            <Checkbox.Group
              options={tokens.map((token) => ({
                value: token.id,
                label: `${token.name}（${token.agencyName}）`,
              }))}
            />
          </Form.Item>
        </Section>
      )}
      <Section title="离岗">
        {sessions > 0 && <p className="hint">现有 {sessions} 个登录将立即结束。</p>}
        <Form.Item
          name="reason"
          label="离岗原因"
          extra="如 调动、退休。记入审计日志。"
          rules={[{ required: true, whitespace: true, message: '请写明离岗原因' }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Section>
    </TaskForm>
  );
};

/** 离岗交接: open work goes to others, access ends, the record stays. */
export const HandOverPage = () => {
  const { id = '' } = useParams();
  // Always as it is now: what is handed over must not be yesterday's list.
  const preview = useQuery(api.person.previewHandOver.queryOptions({ input: { id }, staleTime: 0 }));
  const name = preview.data?.person.name;
  return (
    <Page
      title={name ? `${name}离岗交接` : '离岗交接'}
      above={[
        { label: '人员与职责', to: '/people' },
        { label: name ?? '人员', to: `/people/${id}` },
      ]}
      intro="人员调动、退休或停职时办理。由其本人办理的待办改由他人接办，账号停用，记录保留。"
    >
      <QueryView query={preview}>{(data) => <HandOver id={id} preview={data} />}</QueryView>
    </Page>
  );
};

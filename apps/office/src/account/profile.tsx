import { type Profile as ProfileData, roles } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { App, Form, Input } from 'antd';
import { api } from '../api/api.ts';
import { refreshAll } from '../api/query-client.ts';
import { Facts, Section } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';
import { TaskForm } from '../component/task-form.tsx';
import { useSession } from '../session/use-session.ts';

const Contact = ({ profile }: { readonly profile: ProfileData }) => {
  const { message } = App.useApp();
  return (
    <TaskForm<{ phone: string; email: string }>
      submit="保存联系方式"
      initial={{ phone: profile.phone ?? '', email: profile.email ?? '' }}
      onSubmit={async ({ phone, email }, context) => {
        await api.profile.change.call(
          { phone: phone.trim() || null, email: email.trim() || null },
          { context },
        );
        void message.success('联系方式已保存');
        await refreshAll();
      }}
    >
      <Form.Item name="phone" label="电话">
        <Input maxLength={30} autoComplete="tel" />
      </Form.Item>
      <Form.Item
        name="email"
        label="电子邮箱"
        extra="用于接收通知。"
        rules={[{ type: 'email', message: '电子邮箱的格式不对' }]}
      >
        <Input maxLength={200} autoComplete="email" />
      </Form.Item>
    </TaskForm>
  );
};

/** Who one is here, and how one is reached. */
export const Profile = () => {
  const { held } = useSession();
  const profile = useQuery(api.profile.show.queryOptions());
  return (
    <QueryView query={profile}>
      {(data) => (
        <>
          <Facts
            facts={[
              ['姓名', data.name],
              ['用户名', data.username],
              ['所在单位', data.agencyName],
              [
                '职责',
                held.map(({ role, agencyName }) => `${agencyName}：${roles[role]}`).join('；') || '没有职责',
              ],
            ]}
          />
          <p className="hint above">姓名、单位和职责有误的，请联系系统管理员。</p>
          <Section title="联系方式">
            <Contact profile={data} />
          </Section>
        </>
      )}
    </QueryView>
  );
};

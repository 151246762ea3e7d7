import { DownOutlined } from '@ant-design/icons';
import { roles } from '@gongkai/contract';
import { App, Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../api/api.ts';
import { problemOf } from '../api/problem.ts';
import { useSession } from '../session/use-session.ts';

/** One's own account: profile, password, second factor, sessions, signing out. */
export const AccountMenu = () => {
  const { person, agency, held } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const signOut = async (): Promise<void> => {
    try {
      await api.session.signOut.call();
      // Nothing of the one who leaves stays in the page.
      location.assign('/office/');
    } catch (error) {
      void message.error(problemOf(error).message);
    }
  };
  const own = held.filter(({ agencyId }) => agencyId === agency.id).map(({ role }) => roles[role]);
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        onClick: ({ key }) => void (key === 'sign-out' ? signOut() : navigate(key)),
        items: [
          {
            key: 'who',
            type: 'group',
            label: `${person.name}　${own.join('、') || '本单位没有职责'}`,
          },
          { key: '/account', label: '我的资料' },
          { key: '/account?tab=password', label: '修改密码' },
          { key: '/account?tab=second-factor', label: '动态口令' },
          { key: '/account?tab=sessions', label: '登录记录' },
          { type: 'divider' },
          { key: 'sign-out', label: '退出登录' },
        ],
      }}
    >
      <Button type="text" aria-label={`我的账号：${person.name}`}>
        {person.name} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
};

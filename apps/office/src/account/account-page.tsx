import { Tabs } from 'antd';
import { Page } from '../component/page.tsx';
import { useUrlState } from '../component/url-state.ts';
import { OwnSessions } from './own-sessions.tsx';
import { Password } from './password.tsx';
import { Profile } from './profile.tsx';
import { SecondFactor } from './second-factor.tsx';

/** 我的账号. */
export const AccountPage = () => {
  const url = useUrlState();
  return (
    <Page title="我的账号">
      <Tabs
        activeKey={url.get('tab') ?? 'profile'}
        onChange={(tab) => url.set({ tab })}
        destroyOnHidden
        items={[
          { key: 'profile', label: '我的资料', children: <Profile /> },
          { key: 'password', label: '修改密码', children: <Password /> },
          { key: 'second-factor', label: '动态口令', children: <SecondFactor /> },
          { key: 'sessions', label: '登录记录', children: <OwnSessions /> },
        ]}
      />
    </Page>
  );
};

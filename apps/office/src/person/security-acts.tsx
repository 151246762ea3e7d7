import type { Person } from '@gongkai/contract';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { ShownOnce } from '../component/shown-once.tsx';
import { useConfirm } from '../component/use-confirm.tsx';
import { useMay } from '../session/use-session.ts';
import { PersonSessions } from './person-sessions.tsx';

/** What 安全管理员 does to an account: unlock, reset, look at its sessions and end them. */
export const SecurityActs = ({ person }: { readonly person: Person }) => {
  const mayDo = useMay();
  const confirm = useConfirm();
  const [password, setPassword] = useState<string>();
  const [showsSessions, setShowsSessions] = useState(false);
  const { id, name } = person;
  const subject = { agencyId: person.agencyId, state: person.state };
  const acts = [
    mayDo('person.unlock', subject) && {
      key: 'unlock',
      label: '解除锁定',
      run: () =>
        confirm({
          title: `解除${name}的锁定？`,
          consequence: '请先确认输错密码的是本人。解除后可以立即重新登录。',
          verb: '解除锁定',
          done: '锁定已解除',
          act: (context) => api.person.unlock.call({ id }, { context }),
        }),
    },
    mayDo('person.reset_password', subject) && {
      key: 'password',
      label: '重置密码',
      run: () =>
        confirm({
          title: `重置${name}的密码？`,
          consequence: '原密码立即失效，现有登录全部结束。新的初始密码只显示一次，请当面交给本人。',
          verb: '重置密码',
          act: async (context) =>
            setPassword((await api.person.resetPassword.call({ id }, { context })).initialPassword),
        }),
    },
    mayDo('person.reset_second_factor', subject) &&
      person.hasSecondFactor && {
        key: 'factor',
        label: '重置动态口令',
        run: () =>
          confirm({
            title: `重置${name}的动态口令？`,
            consequence:
              '请先确认手机遗失或更换的是本人。原来绑定的认证器和备用码立即失效，本人下次登录时重新绑定。',
            verb: '重置动态口令',
            done: '动态口令已重置',
            act: (context) => api.person.resetSecondFactor.call({ id }, { context }),
          }),
      },
    mayDo('session.view', subject) && {
      key: 'sessions',
      label: '查看登录',
      run: () => setShowsSessions(true),
    },
  ].filter((act) => act !== false);
  return (
    <>
      {acts.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: acts.map(({ key, label }) => ({ key, label })),
            onClick: ({ key }) => acts.find((act) => act.key === key)?.run(),
          }}
        >
          <Button>账号安全</Button>
        </Dropdown>
      )}
      {password && (
        <ShownOnce
          title={`${name}的初始密码`}
          secret={password}
          advice="请当面交给本人，不要用短信、邮件或即时通信发送。密码只显示这一次，本人登录时必须修改。"
          onClose={() => setPassword(undefined)}
        />
      )}
      {showsSessions && <PersonSessions person={person} onClose={() => setShowsSessions(false)} />}
    </>
  );
};

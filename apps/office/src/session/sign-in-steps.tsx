import type { CurrentSession } from '@gongkai/contract';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { api } from '../api/api.ts';
import { refreshAll } from '../api/query-client.ts';
import { EnrolSecondFactor } from './enrol-second-factor.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { setSession } from './use-session.ts';

const titles: Readonly<Record<CurrentSession['state'], string>> = {
  signed_out: '登录',
  second_factor: '输入动态口令',
  must_change_password: '设置新密码',
  must_enrol_second_factor: '绑定动态口令',
  ready: '登录',
};

export const signInTitle = ({ state }: CurrentSession): string => titles[state];

const whys: Partial<Readonly<Record<CurrentSession['state'], string>>> = {
  must_change_password: '您用的是初始密码，或者密码已经到期。请设置一个只有您知道的新密码，然后继续。',
  must_enrol_second_factor: '按本系统的安全策略，您的职责登录时除密码外还须输入动态口令。绑定一次即可。',
};

/** Signing in, one step after the other as the server asks for them. */
export const SignInSteps = ({
  session,
  username,
}: {
  readonly session: CurrentSession;
  /** Filled in where somebody signs in again. */
  readonly username?: string;
}): ReactNode => {
  const why = whys[session.state];
  const startOver = async (): Promise<void> => {
    await api.session.signOut.call();
    await refreshAll();
  };
  return (
    <>
      {why && <p className="hint">{why}</p>}
      {(session.state === 'signed_out' || session.state === 'ready') && <SignInForm username={username} />}
      {session.state === 'second_factor' && <SecondFactorForm />}
      {session.state === 'must_change_password' && (
        <PasswordForm submit="设置新密码并继续" onDone={setSession} />
      )}
      {session.state === 'must_enrol_second_factor' && <EnrolSecondFactor onDone={() => void refreshAll()} />}
      {session.state !== 'signed_out' && session.person && (
        <p className="start-over">
          正在以 {session.person.name}（{session.person.username}）登录。
          <Button type="link" onClick={() => void startOver()}>
            换一个账号
          </Button>
        </p>
      )}
    </>
  );
};

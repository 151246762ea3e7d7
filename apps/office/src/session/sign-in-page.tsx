import type { CurrentSession } from '@gongkai/contract';
import { useEffect } from 'react';
import { Demonstration } from '../frame/demonstration.tsx';
import { Mark } from '../frame/mark.tsx';
import { SignInSteps, signInTitle } from './sign-in-steps.tsx';

/** Stands at the address that was asked for: once signed in, one is there. */
export const SignInPage = ({ session }: { readonly session: CurrentSession }) => {
  const title = signInTitle(session);
  useEffect(() => {
    document.title = `${title} · 政府信息公开办公端`;
  }, [title]);
  return (
    <div className="sign-in">
      <Demonstration />
      <header>
        <Mark />
      </header>
      <main>
        <h1>{title}</h1>
        <SignInSteps session={session} />
      </main>
      <footer>
        <p>本系统为非涉密系统，严禁录入、存储、处理、传输国家秘密和工作秘密。</p>
        <p>
          没有账号、忘记密码或更换了手机，请联系本单位的系统管理员和安全管理员。公众请访问
          <a href="/">政府信息公开门户</a>。
        </p>
      </footer>
    </div>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Modal, Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api } from '../api/api.ts';
import { refreshAll } from '../api/query-client.ts';
import { listenToSession } from '../api/session-news.ts';
import { ProblemView } from '../component/problem-view.tsx';
import { OfficeFrame } from '../frame/office-frame.tsx';
import { ConfirmIdentity } from './confirm-identity.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { SignInSteps, signInTitle } from './sign-in-steps.tsx';
import { isReady, type ReadySession, SessionContext } from './use-session.ts';

const ask = api.session.current.queryOptions({ context: { isBackground: true }, staleTime: 60_000 });

/** Asks after the session when nothing has been done for as long as it may be idle. */
const useIdleCheck = (idleMinutes: number | null | undefined, check: () => void): void => {
  const latest = useRef(check);
  latest.current = check;
  useEffect(() => {
    if (!idleMinutes) return;
    let timer = 0;
    const wind = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => latest.current(), idleMinutes * 60_000 + 5_000);
    };
    wind();
    const stop = listenToSession((news) => news === 'alive' && wind());
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [idleMinutes]);
};

/**
 * Lets in who is signed in. Where the session ends in the middle of work, the page stays as it is, what was typed
 * with it, behind a sign-in that covers it; whoever signs in again goes on.
 */
export const Gate = () => {
  const session = useQuery(ask);
  const [hasEnded, setEnded] = useState(false);
  const last = useRef<ReadySession>(null);

  useEffect(() => listenToSession((news) => news === 'ended' && setEnded(true)), []);
  useIdleCheck(last.current?.idleMinutes, () => void session.refetch());
  const { data, refetch } = session;
  const isIn = data !== undefined && isReady(data);
  useEffect(() => {
    if (hasEnded) void refetch();
  }, [hasEnded, refetch]);
  useEffect(() => {
    if (!isIn || !hasEnded) return;
    setEnded(false);
    void refreshAll();
  }, [isIn, hasEnded]);

  if (data === undefined)
    return (
      <div className="alone">
        {session.error ? (
          <ProblemView error={session.error} onRetry={() => void session.refetch()} />
        ) : (
          <div role="status" aria-label="正在读取">
            <Skeleton title={false} paragraph={{ rows: 4 }} />
          </div>
        )}
      </div>
    );

  if (isReady(data)) {
    // Another person than the one whose page this is: nothing of it may stay.
    if (last.current && last.current.person.id !== data.person.id) location.assign('/office/');
    last.current = data;
  }
  // Who must bind a second factor may have to prove who they are as well.
  const confirmation = <ConfirmIdentity hasSecondFactor={data.hasSecondFactor} />;
  if (!last.current)
    return (
      <>
        <SignInPage session={data} />
        {confirmation}
      </>
    );
  const isSignedOut = data.state === 'signed_out';
  return (
    <SessionContext value={last.current}>
      <OfficeFrame />
      {confirmation}
      {!isReady(data) && (
        <Modal
          open
          closable={false}
          keyboard={false}
          footer={null}
          mask={{ closable: false }}
          rootClassName="session-ended"
          title={isSignedOut ? '登录已到期，请重新登录' : signInTitle(data)}
        >
          <p className="hint">
            {isSignedOut && '为保护信息安全，长时间没有操作或会话到期后须重新登录。'}
            您填写的内容还在，完成后可以继续。
          </p>
          <SignInSteps session={data} username={last.current.person.username} />
        </Modal>
      )}
    </SessionContext>
  );
};

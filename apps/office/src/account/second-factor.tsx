import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { refreshAll } from '../api/query-client.ts';
import { Facts, Section } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';
import { TaskForm } from '../component/task-form.tsx';
import { EnrolSecondFactor, RecoveryCodes } from '../session/enrol-second-factor.tsx';
import { CodeField } from '../session/second-factor-form.tsx';
import { setSession, useSession } from '../session/use-session.ts';

type Task = 'enrol' | 'renew' | 'remove';

/** The second factor: tie it, untie it, make new recovery codes. */
export const SecondFactor = () => {
  const { needsSecondFactor } = useSession();
  const { message } = App.useApp();
  const profile = useQuery(api.profile.show.queryOptions());
  const [task, setTask] = useState<Task>();
  const [codes, setCodes] = useState<readonly string[]>();
  const close = async (): Promise<void> => {
    setTask(undefined);
    setCodes(undefined);
    await refreshAll();
  };
  if (codes) return <RecoveryCodes codes={codes} onKept={() => void close()} />;
  if (task === 'enrol') return <EnrolSecondFactor onDone={() => void close()} />;
  return (
    <QueryView query={profile}>
      {({ hasSecondFactor, recoveryCodesLeft }) =>
        hasSecondFactor ? (
          <>
            <Facts
              facts={[
                ['动态口令', '已绑定，登录时除密码外还须输入'],
                ['剩余备用码', `${recoveryCodesLeft} 个`],
              ]}
            />
            {recoveryCodesLeft < 3 && (
              <Alert type="warning" showIcon className="above" title="备用码快用完了，请重新生成。" />
            )}
            {task === undefined && (
              <div className="form-buttons">
                <Button onClick={() => setTask('renew')}>重新生成备用码</Button>
                {!needsSecondFactor && (
                  <Button danger onClick={() => setTask('remove')}>
                    解除动态口令
                  </Button>
                )}
              </div>
            )}
            {task === 'renew' && (
              <Section title="重新生成备用码">
                <p className="hint">原有的备用码全部失效。</p>
                <TaskForm<{ code: string }>
                  submit="重新生成备用码"
                  onCancel={() => setTask(undefined)}
                  onSubmit={async (values, context) =>
                    setCodes((await api.profile.renewRecoveryCodes.call(values, { context })).recoveryCodes)
                  }
                >
                  <CodeField />
                </TaskForm>
              </Section>
            )}
            {task === 'remove' && (
              <Section title="解除动态口令">
                <p className="hint">解除后登录只需密码。更换手机的，解除后请重新绑定。</p>
                <TaskForm<{ code: string }>
                  submit="解除动态口令"
                  danger
                  onCancel={() => setTask(undefined)}
                  onSubmit={async (values, context) => {
                    setSession(await api.profile.removeSecondFactor.call(values, { context }));
                    void message.success('动态口令已解除');
                    await close();
                  }}
                >
                  <CodeField />
                </TaskForm>
              </Section>
            )}
          </>
        ) : (
          <div className="prose">
            <p>绑定后，登录时除密码外还须输入手机认证器上的 6 位数字，密码泄露也不会被冒用。</p>
            <p>
              <Button type="primary" onClick={() => setTask('enrol')}>
                绑定动态口令
              </Button>
            </p>
          </div>
        )
      }
    </QueryView>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../api/api.ts';
import { QueryView } from '../component/query-view.tsx';
import { SessionList } from '../component/session-list.tsx';
import { useConfirm } from '../component/use-confirm.tsx';

/** Where one is signed in; what one doesn't recognise is ended. */
export const OwnSessions = () => {
  const confirm = useConfirm();
  const sessions = useQuery(api.profile.sessions.queryOptions());
  return (
    <QueryView query={sessions}>
      {(list) => (
        <>
          <p className="hint">不认识的登录，请立即结束并修改密码。</p>
          <SessionList
            sessions={list}
            actsOf={({ id, isCurrent }) =>
              !isCurrent && (
                <div className="row-actions">
                  <Button
                    type="link"
                    danger
                    onClick={() =>
                      confirm({
                        title: '结束这个登录？',
                        consequence: '那里立即退出，没有保存的内容会丢失。',
                        verb: '结束登录',
                        danger: true,
                        done: '登录已结束',
                        act: (context) => api.profile.endSession.call({ id }, { context }),
                      })
                    }
                  >
                    结束
                  </Button>
                </div>
              )
            }
          />
          {list.some(({ isCurrent }) => !isCurrent) && (
            <div className="form-buttons">
              <Button
                onClick={() =>
                  confirm({
                    title: '结束其他全部登录？',
                    consequence: '除本次登录外，其他地方立即退出。',
                    verb: '结束其他登录',
                    done: '其他登录已结束',
                    act: (context) => api.profile.endOtherSessions.call(undefined, { context }),
                  })
                }
              >
                结束其他登录
              </Button>
            </div>
          )}
        </>
      )}
    </QueryView>
  );
};

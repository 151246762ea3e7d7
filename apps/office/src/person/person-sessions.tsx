import type { Person } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { api } from '../api/api.ts';
import { QueryView } from '../component/query-view.tsx';
import { SessionList } from '../component/session-list.tsx';
import { useConfirm } from '../component/use-confirm.tsx';
import { useMay } from '../session/use-session.ts';

/** Where somebody is signed in; 安全管理员 ends it all where an account may be in wrong hands. */
export const PersonSessions = ({
  person,
  onClose,
}: {
  readonly person: Person;
  readonly onClose: () => void;
}) => {
  const mayDo = useMay();
  const confirm = useConfirm();
  const sessions = useQuery(api.person.sessions.queryOptions({ input: { id: person.id } }));
  return (
    <Drawer open title={`${person.name}的登录`} size={720} onClose={onClose}>
      <QueryView query={sessions}>
        {(list) => (
          <>
            <SessionList sessions={list} />
            {list.length > 0 && mayDo('session.end', { agencyId: person.agencyId }) && (
              <div className="form-buttons">
                <Button
                  danger
                  onClick={() =>
                    confirm({
                      title: `结束${person.name}的全部登录？`,
                      consequence:
                        '立即退出，没有保存的内容会丢失。密码不变，仍可重新登录；怀疑被盗用的，请同时重置密码。',
                      verb: '结束全部登录',
                      danger: true,
                      done: '登录已全部结束',
                      act: (context) => api.person.endSessions.call({ id: person.id }, { context }),
                    })
                  }
                >
                  结束全部登录
                </Button>
              </div>
            )}
          </>
        )}
      </QueryView>
    </Drawer>
  );
};

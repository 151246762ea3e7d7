import { type Token, type TokenScope, tokenScopes, tokenStates } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { ListTable } from '../component/list-table.tsx';
import { Page } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';
import { showDate, showMoment } from '../component/show-time.ts';
import { Status } from '../component/status.tsx';
import { useConfirm } from '../component/use-confirm.tsx';
import { useMay } from '../session/use-session.ts';
import { CreateToken } from './create-token.tsx';

const tones = { active: 'good', expired: 'warn', revoked: 'plain' } as const;

const labelOf = (scope: string): string => tokenScopes[scope as TokenScope]?.label ?? scope;

/** 接口令牌: what other systems use the API with. */
export const TokensPage = () => {
  const mayDo = useMay();
  const confirm = useConfirm();
  const [isCreating, setCreating] = useState(false);
  const tokens = useQuery(api.token.list.queryOptions({ input: {} }));
  const revoke = (token: Token): void =>
    confirm({
      title: `作废令牌“${token.name}”？`,
      consequence: '使用它的系统立即不能再访问，不能恢复；需要时另建一个。',
      verb: '作废令牌',
      danger: true,
      done: '令牌已作废',
      act: (context) => api.token.revoke.call({ id: token.id }, { context }),
    });
  return (
    <Page
      title="接口令牌"
      intro={
        <>
          其他系统凭令牌使用接口，每个系统一个，只许可需要的操作。接口说明见 <a href="/api/docs">/api/docs</a>
          。
        </>
      }
      actions={
        mayDo('token.create') && (
          <Button type="primary" onClick={() => setCreating(true)}>
            新建令牌
          </Button>
        )
      }
    >
      <QueryView query={tokens}>
        {(list) => (
          <ListTable<Token>
            label="接口令牌"
            rows={list}
            empty="还没有令牌。有别的系统要对接时，由安全管理员新建。"
            columns={[
              { title: '使用令牌的系统', dataIndex: 'name' },
              { title: '单位', dataIndex: 'agencyName' },
              {
                title: '许可的操作',
                key: 'scopes',
                render: (_, { scopes }) => scopes.map(labelOf).join('、'),
              },
              { title: '每分钟次数', dataIndex: 'perMinute', align: 'right' },
              {
                title: '状态',
                key: 'state',
                render: (_, { state }) => <Status tone={tones[state]}>{tokenStates[state]}</Status>,
              },
              {
                title: '有效期至',
                key: 'expires',
                render: (_, { expiresAt }) => (expiresAt ? showDate(expiresAt) : '长期'),
              },
              {
                title: '最近使用',
                key: 'used',
                render: (_, { lastUsedAt }) =>
                  lastUsedAt ? showMoment(lastUsedAt) : <span className="none">还没有用过</span>,
              },
              {
                title: '创建',
                key: 'created',
                render: (_, { createdAt, createdByName }) => `${showDate(createdAt)} ${createdByName}`,
              },
              {
                title: '操作',
                hidden: !mayDo('token.revoke'),
                key: 'acts',
                render: (_, token) =>
                  mayDo('token.revoke', { agencyId: token.agencyId, state: token.state }) && (
                    <div className="row-actions">
                      <Button type="link" danger onClick={() => revoke(token)}>
                        作废
                      </Button>
                    </div>
                  ),
              },
            ]}
          />
        )}
      </QueryView>
      {isCreating && <CreateToken onClose={() => setCreating(false)} />}
    </Page>
  );
};

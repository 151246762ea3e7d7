import { DownOutlined } from '@ant-design/icons';
import { roles } from '@gongkai/contract';
import { hashKey } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../api/api.ts';
import { problemOf } from '../api/problem.ts';
import { queryClient } from '../api/query-client.ts';
import { setSession, useSession } from '../session/use-session.ts';

/** The agency acted for; those with posts at several choose here. */
export const AgencySwitch = () => {
  const { agency, held } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const agencies = new Map<string, { readonly name: string; readonly roles: string[] }>();
  for (const { agencyId, agencyName, role } of held) {
    const entry = agencies.get(agencyId) ?? { name: agencyName, roles: [] };
    entry.roles.push(roles[role]);
    agencies.set(agencyId, entry);
  }
  if (agencies.size < 2) return <span className="agency-name">{agency.name}</span>;

  const go = async (agencyId: string): Promise<void> => {
    try {
      const session = await api.session.switchAgency.call({ agencyId });
      setSession(session);
      await navigate('/');
      // Everything else that was read belongs to the other agency.
      const own = hashKey(api.session.current.queryKey());
      await queryClient.resetQueries({ predicate: ({ queryHash }) => queryHash !== own });
    } catch (error) {
      void message.error(problemOf(error).message);
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [agency.id],
        onClick: ({ key }) => void go(key),
        items: [...agencies].map(([id, { name, roles: names }]) => ({
          key: id,
          label: (
            <>
              {name}
              <small className="block">{names.join('、')}</small>
            </>
          ),
        })),
      }}
    >
      <Button type="text" className="agency-name" aria-label={`切换单位，现在是${agency.name}`}>
        {agency.name} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
};

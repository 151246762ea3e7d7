import {
  type Action,
  actionNames,
  actions,
  type Permission,
  permissions,
  type Role,
  roleNames,
  roles,
  stateNames,
  tokenScopes,
} from '../../packages/contract/src/index.ts';

const places = { own: '本单位', own_and_below: '本单位及下级' } as const;

/** What a role may do: where, and in brackets in which states; a reach that holds in every state says it all. */
const cell = (action: Action, role: Role): string => {
  const rows = permissions.filter(
    (row: Permission) => row.action === action && row.roles.includes(role),
  ) as readonly Permission[];
  const widest = rows.some(({ reach, states }) => reach === 'own_and_below' && !states)
    ? rows.filter(({ reach }) => reach === 'own_and_below')
    : rows;
  return widest
    .map(
      ({ reach, states }) =>
        places[reach] + (states ? `（${states.map((state) => stateNames[state]).join('、')}）` : ''),
    )
    .join('；');
};

/** docs/permissions.md as it must read: the one matrix of who may do what, where, and in which states. */
export const permissionsPage = (): string =>
  [
    '# Permissions (权限)',
    '',
    'The one matrix that the server decides by and the office shows by: `packages/contract/src/permission.ts`. A role (职责) is held at an agency by a post (岗位). `本单位`: at that agency alone; `本单位及下级`: there and at every agency below it in the tree. In brackets: only in these states of the thing acted on. An empty cell is a refusal, and every refused attempt stands in the audit log. A test holds this table equal to what the server decides, for every role, action, place and state.',
    '',
    'Printed by `npm run docs`.',
    '',
    `| Action | 操作 | ${roleNames.map((role) => roles[role]).join(' | ')} |`,
    `|---|---|${roleNames.map(() => '---|').join('')}`,
    ...actions.map(
      (action) =>
        `| \`${action}\` | ${actionNames[action]} | ${roleNames.map((role) => cell(action, role)).join(' | ')} |`,
    ),
    '',
    '## Kept apart (三员分立)',
    '',
    '- 系统管理员、安全管理员、审计管理员 are three different people, who hold no other role: the database refuses otherwise.',
    '- 系统管理员 proposes a post, 安全管理员 authorises it; nobody gives rights alone, nor to themselves.',
    '- 系统管理员 resets a password, 安全管理员 a second factor; nobody takes over an account alone.',
    '- The last administrator of a kind stays until a successor is in post.',
    '',
    '## API tokens (接口令牌)',
    '',
    'A token acts at one agency alone, and for each of its scopes as the role named here; a scope that it lacks is a refusal.',
    '',
    '| Scope | 操作 | As |',
    '|---|---|---|',
    ...Object.entries(tokenScopes).map(
      ([scope, { label, role }]) => `| \`${scope}\` | ${label} | ${roles[role]} |`,
    ),
    '',
  ].join('\n');

import { demonstrationOffice } from './agencies.ts';
import type { Demonstration, DemonstrationAccount } from './list-accounts.ts';

/** One account for each role, the first of its kind; of the competent department where it has one. */
const onePerRole = (accounts: readonly DemonstrationAccount[]): readonly DemonstrationAccount[] =>
  [...Map.groupBy(accounts, ({ role }) => role).values()].map(
    (held) => held.find(({ agency }) => agency === demonstrationOffice.name) ?? held[0]!,
  );

/** How wide a text stands in a terminal: Chinese characters take two columns. */
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0);

/**
 * What is printed at the first start: how to sign in, with one account for each role. `{address}` stands for the
 * address that the program listens at.
 */
export const describeAccounts = ({ password, accounts }: Demonstration): string => {
  const shown = onePerRole(accounts.filter(({ role }) => !role.includes('、')));
  const rows = [
    ['用户名', '姓名', '职责', '单位'],
    ...shown.map(({ username, name, role, agency }) => [username, name, role, agency]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    `  ${row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)))).join('  ')}`.trimEnd();
  return [
    '已建立演示区“云山区”，单位、人员和号码都是虚构的。',
    `登录办公端 {address}/office 的账号如下，密码都是 ${password}：`,
    ...rows.map(line),
    `共 ${accounts.length} 个账号，用户名由单位和职责组成，例如 minzheng-officer 是民政局的经办人。`,
  ].join('\n');
};

import { createInterface } from 'node:readline/promises';
import { roles } from '@gongkai/contract';
import { initialise } from './agency/index.ts';
import type { CommandOptions } from './command.ts';
import { openSpine } from './open-spine.ts';
import { type Config, ConfigError } from './platform/config.ts';

const questions = {
  government: '人民政府名称（如 云山区人民政府）',
  region: '六位区划代码（GB/T 2260）',
  office: '政府信息公开工作主管部门（如 云山区人民政府办公室）',
  system: '系统管理员姓名',
  security: '安全管理员姓名',
  audit: '审计管理员姓名',
} as const;

type Answers = Readonly<Record<keyof typeof questions, string>>;

/** What the options say, and the rest asked for on the terminal; without a terminal everything must be in them. */
const ask = async (options: CommandOptions): Promise<Answers> => {
  const given = (name: string): string => (typeof options[name] === 'string' ? options[name].trim() : '');
  const missing = Object.entries(questions).filter(([name]) => given(name) === '');
  if (missing.length > 0 && !process.stdin.isTTY)
    throw new ConfigError(
      `还需要：\n${missing.map(([name, question]) => `  --${name}  ${question}`).join('\n')}`,
    );
  const answers: Record<string, string> = {};
  const terminal =
    missing.length > 0 ? createInterface({ input: process.stdin, output: process.stdout }) : null;
  for (const [name, question] of Object.entries(questions)) {
    answers[name] = given(name);
    while (terminal && answers[name] === '')
      answers[name] = (await terminal.question(`${question}：`)).trim();
  }
  terminal?.close();
  return answers as unknown as Answers;
};

/** `gongkai init`: a real system in an empty data folder, or the empty database of DATABASE_URL. */
export const initCommand = async (config: Config, options: CommandOptions): Promise<undefined> => {
  const { government, region, office, system, security, audit } = await ask(options);
  // Not for long, and nobody is served yet: jobs wait for the first start.
  const opened = await openSpine({ ...config, serves: [] });
  try {
    const { accounts, calendarNotice } = await initialise(opened.spine, {
      government: { name: government, regionCode: region, creditCode: null },
      office: { name: office, creditCode: null },
      administrators: { system: { name: system }, security: { name: security }, audit: { name: audit } },
    });
    console.log(`已建立 ${government} 的系统。三名管理员的账号和初始密码（只显示这一次，首次登录须修改）：`);
    for (const { role, name, username, password } of accounts)
      console.log(`  ${roles[role]}  ${name}  用户名 ${username}  初始密码 ${password}`);
    console.log(`密钥文件：${config.keyFile}。请另存一份，和数据分开保管：丢失后，加密的内容无法恢复。`);
    if (calendarNotice) console.log(calendarNotice);
    console.log('用 gongkai serve 启动系统，由系统管理员在办公端导入单位、建立人员，由安全管理员授权。');
  } finally {
    await opened.close();
  }
  return undefined;
};

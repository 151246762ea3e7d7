import type { ParseArgsConfig } from 'node:util';

/** One option of a command: as `parseArgs` wants it, with its words for the help. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** How the help calls the value: `N`, `FILE`. */
  readonly value?: string;
  readonly help: string;
}

export interface Command {
  /** The words behind `gongkai`: `report read`. */
  readonly name: string;
  /** What follows: `FILE…`. */
  readonly operands: string;
  readonly help: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Run by the server's program (apps/server), which has the database. */
  readonly runs?: 'server';
}

const data = {
  data: { type: 'string', value: 'FOLDER', help: '数据文件夹，默认 ./data（环境变量 GONGKAI_DATA）' },
} as const satisfies Readonly<Record<string, Option>>;

const batch = {
  json: { type: 'boolean', help: '每个文件（每份报告）输出一行 JSON' },
  csv: { type: 'boolean', help: '输出 CSV，一行一个单元格（check：一行一条发现）' },
  xlsx: { type: 'string', value: 'OUT', help: '把全部结果写入一个 XLSX 文件' },
  jobs: { type: 'string', short: 'j', value: 'N', help: '同时读取的文件数，默认等于处理器核数' },
  seconds: { type: 'string', value: 'N', help: '单个文件最多读取的秒数，默认 60' },
  'no-recognise': { type: 'boolean', help: '不识别扫描件' },
} as const satisfies Readonly<Record<string, Option>>;

/** Every command of the program: parsing, help and the test of the documents read this table. */
export const commands = [
  {
    name: 'serve',
    operands: '',
    help: '启动系统：门户、办公端、接口和后台任务；没有数据时先建演示区“云山区”',
    runs: 'server',
    options: {
      ...data,
      only: { type: 'string', value: 'PART', help: '只启动一部分：portal、office、worker，可用逗号连接' },
      'no-demonstration': { type: 'boolean', help: '没有数据时不建演示区，提示先运行 gongkai init' },
    },
  },
  {
    name: 'init',
    operands: '',
    help: '建立正式使用的系统：政府、主管部门、三名管理员、工作日历',
    runs: 'server',
    options: {
      ...data,
      government: { type: 'string', value: 'NAME', help: '人民政府名称，如 云山区人民政府' },
      region: { type: 'string', value: 'CODE', help: '六位区划代码（GB/T 2260）' },
      office: { type: 'string', value: 'NAME', help: '主管部门（政府办公厅、办公室）名称' },
      system: { type: 'string', value: 'NAME', help: '系统管理员姓名' },
      security: { type: 'string', value: 'NAME', help: '安全管理员姓名' },
      audit: { type: 'string', value: 'NAME', help: '审计管理员姓名' },
    },
  },
  {
    name: 'backup',
    operands: '',
    help: '把数据库和附件备份成一个压缩文件，系统可以照常运行',
    runs: 'server',
    options: {
      ...data,
      to: { type: 'string', value: 'FILE', help: '备份文件，如 backup-2026-11-22.tar.gz' },
    },
  },
  {
    name: 'restore',
    operands: '',
    help: '把备份恢复到空的数据文件夹，或 DATABASE_URL 指明的空数据库',
    runs: 'server',
    options: { ...data, from: { type: 'string', value: 'FILE', help: '备份文件' } },
  },
  {
    name: 'audit verify',
    operands: '',
    help: '校验事件链，指出第一处断裂；--file 离线校验导出的文件',
    runs: 'server',
    options: {
      ...data,
      file: { type: 'string', value: 'FILE', help: '导出的事件文件（audit export），不需要数据库' },
      head: { type: 'string', value: 'N:HASH', help: '以前记下的链尾：位置和散列值，用来发现被截短的链' },
    },
  },
  {
    name: 'audit export',
    operands: '',
    help: '把全部事件和校验链导出成文件，供离线校验',
    runs: 'server',
    options: { ...data, to: { type: 'string', value: 'FILE', help: '要写的文件（JSONL）' } },
  },
  {
    name: 'calendar import',
    operands: 'FILE',
    help: '导入一年的放假和调休安排',
    runs: 'server',
    options: {
      ...data,
      year: { type: 'string', value: 'YYYY', help: '哪一年' },
      source: { type: 'string', value: 'TEXT', help: '依据，如 国务院办公厅关于2027年部分节假日安排的通知' },
      region: { type: 'string', value: 'CODE', help: '只对某个地区有效的节日：区划代码' },
    },
  },
  {
    name: 'report read',
    operands: 'FILE…',
    help: '读出年度报告：文件、文件夹、通配符、ZIP，或 - 表示标准输入',
    options: batch,
  },
  {
    name: 'report check',
    operands: 'FILE…',
    help: '检查年度报告；同一机关几个年度的报告一并给出时，还检查年度之间的衔接',
    options: {
      ...batch,
      parent: {
        type: 'string',
        value: 'FILE',
        help: '上级的汇总报告，FILE… 是其下级各机关的报告：检查汇总是否相等',
      },
      expected: {
        type: 'string',
        value: 'FILE',
        help: '应当报送的下级机关名单，纯文本，一行一个；和 --parent 一起用，列出缺报的',
      },
      'no-years': { type: 'boolean', help: '不检查年度之间的衔接（结果随读随出）' },
      'department-deadline': { type: 'string', value: 'MM-DD', help: '部门公布年报的最后一天，默认 01-31' },
      'government-deadline': { type: 'string', value: 'MM-DD', help: '政府公布年报的最后一天，默认 03-31' },
    },
  },
  {
    name: 'report write',
    operands: '',
    help: '把年度报告写成 .docx .pdf .html .xlsx .csv .md .json',
    options: {
      from: {
        type: 'string',
        value: 'FILE',
        help: '数据（report read --json 的输出），或任何能读的年度报告',
      },
      to: { type: 'string', value: 'FILE', help: '要写的文件，格式由扩展名决定' },
    },
  },
  {
    name: 'report compare',
    operands: 'A B',
    help: '比较两份年度报告的数字和正文',
    options: { json: { type: 'boolean', help: '输出 JSON' } },
  },
  {
    name: 'report template',
    operands: '',
    help: '生成空白的年度报告',
    options: {
      form: {
        type: 'string',
        value: '2021|2019',
        help: '格式：2021（国办公开办函〔2021〕30号，默认）或 2019',
      },
      to: { type: 'string', value: 'FILE', help: '要写的文件，格式由扩展名决定' },
      agency: { type: 'string', value: 'NAME', help: '行政机关名称' },
      year: { type: 'string', value: 'YYYY', help: '报告年度' },
    },
  },
] as const satisfies readonly Command[];

export type CommandName = (typeof commands)[number]['name'];

/** What every command understands. */
export const commonOptions = {
  help: { type: 'boolean', short: 'h', help: '显示帮助' },
  color: { type: 'boolean', help: '总是用颜色（默认只在终端里用）' },
  'no-color': { type: 'boolean', help: '不用颜色' },
} as const satisfies Readonly<Record<string, Option>>;

/** The options in the shape that `parseArgs` takes. */
export const parseConfig = (command: Command): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(
    Object.entries({ ...command.options, ...commonOptions } as Readonly<Record<string, Option>>).map(
      ([name, { type, short }]) => [name, short ? { type, short } : { type }],
    ),
  );

/**
 * What can hinder the embedded database, by stable code: what happened and what to do. `{name}` stands for a
 * detail. No code is ever used again for something else.
 */
export const databaseProblems = {
  'database.inUse': {
    what: '数据目录“{folder}”正由另一个正在运行的程序使用（进程号 {pid}），不能同时打开两次。',
    todo: '请使用已经在运行的那一个；要重新启动，请先停止它（进程号 {pid}），再启动本程序；要另开一套，请换一个数据目录。',
  },
  'database.programMissing': {
    what: '没有安装适用于本机（{platform}）的内置 PostgreSQL（{package}）。',
    todo: '请在本机重新运行 npm install（不要带 --omit=optional，也不要从其他系统拷贝 node_modules）；本机没有对应的安装包时，请安装 PostgreSQL 15 以上版本并设置 DATABASE_URL。',
  },
  'database.programUnusable': {
    what: '内置 PostgreSQL 在本机运行不起来（{program}）：{detail}。',
    todo: '请确认所在磁盘允许运行程序（没有 noexec）、系统是使用 glibc 的 Linux、macOS 或 Windows；仍不行时，请安装 PostgreSQL 15 以上版本并设置 DATABASE_URL。',
  },
  'database.noAccount': {
    what: 'PostgreSQL 不能以这个身份运行：{detail}。',
    todo: '请改用系统中已有的普通账户启动本程序，或在系统中建立 postgres 账户后再以 root 启动。',
  },
  'database.noAccess': {
    what: '没有权限使用数据库所在的文件夹“{folder}”：{detail}。',
    todo: '请用建立这个数据目录的账户启动本程序，或改正该文件夹（及其上级）的所有者和权限后再启动；其中的数据没有改动。',
  },
  'database.notFolder': {
    what: '“{folder}”不能用作数据目录：它或它的上级是一个文件，不是文件夹（{detail}）。',
    todo: '请换一个数据目录，或移走这个文件后再启动。',
  },
  'database.diskFull': {
    what: '磁盘已满，数据库不能写入“{folder}”：{detail}。',
    todo: '请腾出该磁盘的空间（建议 1 GB 以上）后再启动；请不要删除这个文件夹里的任何文件，已经保存的数据都在。',
  },
  'database.noMemory': {
    what: '系统内存或共享内存不足，数据库启动不了：{detail}。',
    todo: '请关闭其他程序，或调高系统（容器）的内存和共享内存限制后再启动。',
  },
  'database.otherVersion': {
    what: '“{folder}”里的数据库由 PostgreSQL {found} 建立，本程序内置的是 PostgreSQL {expected}，不能直接打开。',
    todo: '请用原来版本的程序执行 gongkai backup 备份，再用本程序在新的数据目录里执行 gongkai restore 恢复；原来的文件夹没有改动。',
  },
  'database.clusterAbsent': {
    what: '“{folder}”里的说明文件写着数据库在“{home}”，但那里没有数据库。',
    todo: '请把原来的“{home}”放回原处（从其他机器迁移时应使用 gongkai backup / restore）；确实要从空数据库开始时，请先移走“{note}”。',
  },
  'database.damaged': {
    what: '“{folder}”里的数据库文件不完整或已损坏：{detail}。',
    todo: '请先把这个文件夹原样另存一份，再用最近一次的备份执行 gongkai restore 恢复到新的数据目录；详情见“{log}”。',
  },
  'database.startFailed': {
    what: '“{folder}”里的数据库没有启动成功：{detail}。',
    todo: '详情见“{log}”；数据没有改动，排除原因后可以再次启动。',
  },
} as const;

export type DatabaseProblem = keyof typeof databaseProblems;

const fill = (text: string, details: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => details[name] ?? '不明');

/** The embedded database cannot be opened; the message, in Chinese, is for the one who runs the program. */
export class DatabaseError extends Error {
  readonly code: DatabaseProblem;
  readonly details: Readonly<Record<string, string>>;

  constructor(code: DatabaseProblem, details: Readonly<Record<string, string>>, cause?: unknown) {
    const problem = databaseProblems[code];
    super(fill(problem.what + problem.todo, details), { cause });
    this.name = 'DatabaseError';
    this.code = code;
    this.details = details;
  }
}

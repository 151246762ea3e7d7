/**
 * Runs a command with a PostgreSQL server of the system's own beside it, named to it by GONGKAI_TEST_DATABASE_URL:
 * `node tools/with-postgres.ts npm test apps/server` tests the server's program on Debian's PostgreSQL.
 */
import { spawn } from 'node:child_process';
import { startServerPostgres } from './server-postgres.ts';
import { needs } from './system-package.ts';

const [command, ...args] = process.argv.slice(2);
if (!command) {
  console.error('用法：node tools/with-postgres.ts 命令 [参数…]');
  process.exit(2);
}
const missing = needs('postgres');
if (missing) {
  console.error(missing);
  process.exit(1);
}
const postgres = await startServerPostgres();
const child = spawn(command, args, {
  stdio: 'inherit',
  env: { ...process.env, GONGKAI_TEST_DATABASE_URL: postgres.url },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
const code = await new Promise<number>((resolve) => {
  child.on('error', () => resolve(1));
  child.on('close', (status) => resolve(status ?? 1));
});
await postgres.remove();
process.exit(code);

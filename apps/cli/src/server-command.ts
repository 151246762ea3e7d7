import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(import.meta.resolve('@gongkai/server'));

/**
 * Runs a command of the server's program on the same terminal and returns its exit code. It is a process of its own:
 * the command line knows packages only, and the server ends on signals as it does under `npm start`.
 */
export const runServerCommand = (name: string, args: readonly string[]): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...name.split(' '), ...args], { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => child.kill(signal));
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });

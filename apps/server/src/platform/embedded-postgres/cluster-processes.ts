import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from './child-environment.ts';

/** A process of a cluster's PostgreSQL. */
export interface ClusterProcess {
  readonly pid: number;
  readonly postmaster: boolean;
}

/** postmaster.pid, by line: process, folder, start, port, socket folder, address, shared memory, state. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  readonly ready: boolean;
  readonly lines: readonly string[];
}

/** Reads postmaster.pid; null when there is none or it isn't written out yet. */
export const readPidFile = (cluster: string): PidFile | null => {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number.parseInt(lines[0] ?? '', 10);
    if (!(pid > 1)) return null;
    return {
      pid,
      port: Number(lines[3]),
      socketFolder: lines[4] ?? '',
      ready: lines[7]?.trim() === 'ready',
      lines,
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/**
 * The name under which a cluster's processes run (`cluster_name`). It comes from the folder itself, not from its
 * path: a folder has the same name by every path, and a copy of it has another.
 */
export const clusterName = (cluster: string): string => {
  const { dev, ino } = statSync(cluster, { bigint: true });
  return `gongkai-${dev.toString(36)}-${ino.toString(36)}`;
};

/** Whether a process is there (also one of another account). */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Every process's number and command line, arguments parted by a space. */
const commandLines = (): readonly (readonly [number, string])[] => {
  if (process.platform !== 'linux') {
    const table = execFileSync('ps', ['-axww', '-o', 'pid=,command='], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    return table.split('\n').map((line) => {
      const [, pid, command] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
      return [Number(pid), command ?? ''];
    });
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        return [Number(name), readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')];
      } catch {
        return [Number(name), ''];
      }
    });
};

const onWindows = (cluster: string): readonly ClusterProcess[] => {
  const pid = readPidFile(cluster)?.pid;
  if (!pid || !isAlive(pid)) return [];
  const table = execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], {
    encoding: 'utf8',
    env: childEnvironment(),
    windowsHide: true,
  });
  return /"postgres\.exe"/i.test(table) ? [{ pid, postmaster: true }] : [];
};

/**
 * The processes of a cluster's PostgreSQL that run now, found by what they call themselves and never by a number
 * alone: the number in postmaster.pid may long belong to another process.
 */
export const clusterProcesses = (cluster: string): readonly ClusterProcess[] => {
  if (process.platform === 'win32') return onWindows(cluster);
  const name = clusterName(cluster);
  const master = new RegExp(`postgres .*cluster_name=${name}( |$)`);
  return commandLines().flatMap(([pid, command]): readonly ClusterProcess[] => {
    if (command.startsWith(`postgres: ${name}: `)) return [{ pid, postmaster: false }];
    return master.test(command) ? [{ pid, postmaster: true }] : [];
  });
};

import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import type { BoundedLog } from './bounded-log.ts';
import { childEnvironment } from './child-environment.ts';
import { clusterName, isAlive, readPidFile } from './cluster-processes.ts';
import { unusable } from './create-cluster.ts';
import type { Program } from './find-program.ts';
import { isFull, nameOutput } from './name-failure.ts';
import type { Place } from './place-cluster.ts';
import { until } from './until.ts';

/** PostgreSQL's first process, the one that listens and starts the others. */
export interface Postmaster {
  readonly pid: number;
  /** Its exit code; null when a signal ended it or the system doesn't tell. */
  readonly exited: Promise<number | null>;
  /** Its exit code once it has ended. */
  readonly ended: () => boolean;
}

/**
 * Starts PostgreSQL and waits until it takes connections; after a power failure that includes the replay of what
 * was written last. `onPid` is told the process at once, before anything is waited for,
 * and 0 when it has ended.
 *
 * @throws DatabaseError when PostgreSQL ends instead, by what it wrote into its log
 */
export const runPostmaster = async (
  place: Place,
  program: Program,
  log: BoundedLog,
  onPid: (pid: number) => void,
): Promise<Postmaster> => {
  const start = log.length();
  const wasFull = isFull(place.data) || isFull(place.cluster);
  const postmaster =
    process.platform === 'win32' ? await runOnWindows(place, program) : await run(place, program, log);
  onPid(postmaster.pid);
  const ready = (): boolean => {
    const file = readPidFile(place.cluster);
    return file?.pid === postmaster.pid && file.ready;
  };
  await until(() => postmaster.ended() || ready());
  if (!postmaster.ended()) return postmaster;
  onPid(0);
  const where = { folder: place.data, log: place.log, cluster: place.cluster };
  throw nameOutput(log.since(start), where, wasFull);
};

const watchExit = (pid: number, exit: Promise<number | null>): Postmaster => {
  let ended = false;
  const exited = exit.then((code) => {
    ended = true;
    return code;
  });
  return { pid, exited, ended: () => ended };
};

/** A session of its own (`detached`): Ctrl-C in the terminal is for the program, which stops PostgreSQL last. */
const run = ({ cluster, account }: Place, { postgres }: Program, log: BoundedLog): Promise<Postmaster> =>
  new Promise((resolve, reject) => {
    const output = log.open();
    const child = spawn(postgres, ['-D', cluster, '-c', `cluster_name=${clusterName(cluster)}`], {
      cwd: cluster,
      env: childEnvironment(),
      stdio: ['ignore', output, output],
      detached: true,
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    closeSync(output);
    child.once('error', (error) => reject(unusable(postgres, error)));
    const exit = new Promise<number | null>((done) => {
      child.once('exit', done);
    });
    if (child.pid !== undefined) resolve(watchExit(child.pid, exit));
  });

/**
 * On Windows PostgreSQL refuses administrators; pg_ctl gives the rights up before it starts it. What it starts is
 * then no child of ours, so we look whether it's still there.
 */
const runOnWindows = async ({ cluster, log }: Place, { pgCtl }: Program): Promise<Postmaster> => {
  const old = readPidFile(cluster)?.pid;
  await new Promise<void>((resolve, reject) => {
    const child = spawn(pgCtl, ['start', '-s', '-W', '-D', cluster, '-l', log], {
      env: childEnvironment(),
      stdio: 'ignore',
      windowsHide: true,
    });
    child.once('error', (error) => reject(unusable(pgCtl, error)));
    child.once('exit', () => resolve());
  });
  const patience = Date.now() + 30_000;
  let pid = 0;
  await until(() => {
    const found = readPidFile(cluster)?.pid;
    if (found && found !== old) pid = found;
    return pid > 0 || Date.now() > patience;
  });
  const gone = pid === 0 ? Promise.resolve(null) : until(() => !isAlive(pid), 250).then(() => null);
  const postmaster = watchExit(pid, gone);
  if (pid === 0) await postmaster.exited;
  return postmaster;
};

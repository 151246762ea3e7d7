import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readTail } from './bounded-log.ts';
import { childEnvironment } from './child-environment.ts';
import { clusterProcesses, readPidFile } from './cluster-processes.ts';
import type { Program } from './find-program.ts';
import type { Place } from './place-cluster.ts';
import { writePrivateFile } from './private-files.ts';
import { untilOrLate } from './until.ts';

/** INT: end sessions, write everything out. QUIT: at once; the next start replays what was acknowledged. */
type Ending = 'INT' | 'QUIT' | 'KILL';

/** How long an orderly end may take, in milliseconds: writing everything out takes its time on a slow disk. */
const patience = 60_000;

/**
 * How long until PostgreSQL has to have begun with that. A PostgreSQL that is told to end while it recovers from a
 * killed session may end the recovery and then wait for ever (18.4).
 */
const patienceToBegin = 5_000;

/** Greater than any process number that a system gives out. */
const nobody = 2 ** 31 - 1;

/** Whether PostgreSQL has ended its sessions and is writing everything out, by its log. */
const isWritingOut = (log: string): boolean => {
  const said = readTail(log);
  const told = Math.max(said.lastIndexOf('LOG:  starting PostgreSQL'), said.lastIndexOf(' shutdown request'));
  return said.lastIndexOf('LOG:  shutting down') > told;
};

/** Windows has no signals; PostgreSQL's pg_ctl has a way of its own there. */
const send = async (pid: number, ending: Ending, { pgCtl }: Program): Promise<void> => {
  if (process.platform === 'win32' && ending !== 'KILL') {
    const child = spawn(pgCtl, ['kill', ending, String(pid)], {
      env: childEnvironment(),
      stdio: 'ignore',
      windowsHide: true,
    });
    await new Promise((resolve) => {
      child.once('exit', resolve).once('error', resolve);
    });
    return;
  }
  try {
    process.kill(pid, `SIG${ending}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** Ends a postmaster in order, or at once when that takes too long. */
export const endPostmaster = async (
  pid: number,
  { log }: Place,
  program: Program,
  gone: () => boolean,
): Promise<void> => {
  if (gone()) return;
  await send(pid, 'INT', program);
  await untilOrLate(() => gone() || isWritingOut(log), patienceToBegin, 20);
  if (isWritingOut(log)) await untilOrLate(gone, patience);
  if (gone()) return;
  await send(pid, 'QUIT', program);
  if (await untilOrLate(gone, 10_000)) return;
  await send(pid, 'KILL', program);
  await untilOrLate(gone, 10_000);
};

/**
 * Clears what an earlier PostgreSQL of this cluster has left: one that still runs or is shutting down because its
 * program was killed is ended in order; children that have outlived their postmaster are ended; a postmaster.pid
 * whose number another process has by now no longer counts. To be called with the folder's lock held: then none of
 * them belongs to a program that lives.
 */
export const endLeftovers = async (place: Place, program: Program): Promise<void> => {
  const { cluster, account } = place;
  for (const { pid, postmaster } of clusterProcesses(cluster)) {
    // Not asked by its number: a dead process that nobody reaps (a container whose first process doesn't) keeps it.
    const gone = (): boolean => clusterProcesses(cluster).every((one) => one.pid !== pid);
    if (postmaster) await endPostmaster(pid, place, program, gone);
  }

  // Children notice that their postmaster is gone and end by themselves, unless they are busy.
  const alone = (): boolean => clusterProcesses(cluster).length === 0;
  if (!(await untilOrLate(alone, 1_000, 20)))
    for (const { pid } of clusterProcesses(cluster)) await send(pid, 'QUIT', program);
  if (!(await untilOrLate(alone, 2_000, 20)))
    for (const { pid } of clusterProcesses(cluster)) await send(pid, 'KILL', program);
  await untilOrLate(alone, 2_000, 20);

  const stale = readPidFile(cluster);
  if (!stale) return;
  const path = join(cluster, 'postmaster.pid');
  // With the number of a process that can't be, PostgreSQL takes the file for stale, and then still makes sure that
  // nobody uses the shared memory that the file names. Deleting the file would skip that.
  if (process.platform === 'win32') rmSync(path, { force: true });
  else writePrivateFile(path, [nobody, ...stale.lines.slice(1)].join('\n'), account);
};

import { existsSync } from 'node:fs';
import { openBoundedLog } from './bounded-log.ts';
import { chooseAddress, removeSocket, removeSocketFolder } from './choose-address.ts';
import { clusterProcesses, readPidFile } from './cluster-processes.ts';
import { configureCluster } from './configure-cluster.ts';
import { createCluster, readPasswords } from './create-cluster.ts';
import { endLeftovers, endPostmaster } from './end-postmaster.ts';
import { databaseName, ensureDatabase, ownerRole } from './ensure-database.ts';
import { findProgram } from './find-program.ts';
import { keepRunning } from './keep-running.ts';
import { lockFolder } from './lock-folder.ts';
import { nameSystemError } from './name-failure.ts';
import { notePlace, type Place, type PlaceOptions, placeCluster } from './place-cluster.ts';
import { runPostmaster } from './run-postmaster.ts';
import { startWatchdog } from './start-watchdog.ts';

/** How to connect, as `pg` takes it. Stays the same while the program runs, whatever happens to PostgreSQL. */
export interface Connection {
  /** A socket's folder; on Windows an address. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface EmbeddedPostgres {
  /** As the owner of the database `gongkai`: for all of the program's work. */
  readonly connection: Connection;
  /** As PostgreSQL's superuser: for what its owner can't do, such as ending other sessions. */
  readonly administration: Connection;
  /** Ends sessions and PostgreSQL, and gives the data folder free. May be called more than once. */
  readonly stop: () => Promise<void>;
  /** Told when PostgreSQL ended by itself; it's being started again already. `code` is null after a signal. */
  readonly onExit: (listener: (code: number | null) => void) => void;
}

const connectionsOf = (
  place: Place,
  host: string,
  port: number,
): { owner: Connection; administrator: Connection } => {
  const { owner, administrator } = readPasswords(place);
  return {
    owner: { host, port, user: ownerRole, password: owner, database: databaseName },
    administrator: { host, port, user: 'postgres', password: administrator, database: databaseName },
  };
};

/** What has to be undone, last first. */
const createUndoing = () => {
  const steps: (() => void | Promise<void>)[] = [];
  return {
    add: (step: () => void | Promise<void>): void => {
      steps.push(step);
    },
    run: async (): Promise<void> => {
      for (let step = steps.pop(); step; step = steps.pop()) await step();
    },
  };
};

/**
 * Starts the PostgreSQL of a data folder and keeps it running until `stop`; sets it up where the folder is new. It
 * also ends when the program is killed, and comes back when it is killed itself.
 *
 * @throws DatabaseError with a message for the one who runs the program
 */
export const openEmbeddedPostgres = async (
  dataFolder: string,
  options: PlaceOptions = {},
): Promise<EmbeddedPostgres> => {
  const undoing = createUndoing();
  try {
    const place = placeCluster(dataFolder, options);
    const lock = lockFolder(place);
    undoing.add(lock.release);
    const program = findProgram(place);
    const log = openBoundedLog(place);
    undoing.add(log.close);
    await createCluster(place, program);
    notePlace(place);
    const left = readPidFile(place.cluster)?.socketFolder;

    const address = await chooseAddress(place);
    const socketFolder = 'socketFolder' in address ? address.socketFolder : null;
    if (socketFolder) undoing.add(() => removeSocketFolder(socketFolder, place));
    configureCluster(place, address);
    const { owner, administrator } = connectionsOf(place, socketFolder ?? '127.0.0.1', address.port);

    const watchdog = startWatchdog(
      program,
      'temporary' in address && address.temporary ? socketFolder : null,
    );
    undoing.add(watchdog.close);
    const start = async () => {
      await endLeftovers(place, program);
      if (socketFolder) removeSocket(socketFolder);
      return runPostmaster(place, program, log, watchdog.guard);
    };
    const kept = keepRunning(await start(), start);
    if (left && left !== socketFolder) removeSocketFolder(left, place);
    kept.onExit(() => watchdog.guard(0));
    undoing.add(async () => {
      const postmaster = await kept.release();
      if (postmaster) await endPostmaster(postmaster.pid, place, program, postmaster.ended);
      watchdog.guard(0);
    });
    await ensureDatabase(administrator, owner.password);

    let stopping: Promise<void> | undefined;
    const stop = (): Promise<void> => {
      stopping ??= undoing.run();
      return stopping;
    };
    return { connection: owner, administration: administrator, stop, onExit: kept.onExit };
  } catch (error) {
    await undoing.run();
    throw nameSystemError(error, { folder: dataFolder, log: `${dataFolder}/logs/postgres.log` });
  }
};

/**
 * How to connect to the PostgreSQL that another program (the server) runs on a data folder; null when none does.
 * For commands that work on the database beside the server. As `root` or as the server's own account.
 */
export const findRunningPostgres = (dataFolder: string, options: PlaceOptions = {}): Connection | null => {
  if (!existsSync(dataFolder)) return null;
  try {
    const place = placeCluster(dataFolder, options);
    const file = existsSync(place.cluster) ? readPidFile(place.cluster) : null;
    if (!file?.ready || !clusterProcesses(place.cluster).some(({ pid }) => pid === file.pid)) return null;
    return connectionsOf(place, file.socketFolder || '127.0.0.1', file.port).owner;
  } catch (error) {
    throw nameSystemError(error, { folder: dataFolder, log: `${dataFolder}/logs/postgres.log` });
  }
};

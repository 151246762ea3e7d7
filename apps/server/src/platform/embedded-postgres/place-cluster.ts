import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseError } from './database-error.ts';
import { type Account, accountOf, barrierTo, findAccount } from './find-account.ts';
import { makePrivateFolder, writePrivateFile } from './private-files.ts';

/** Where the files of a data folder's database are, and as whom PostgreSQL runs. */
export interface Place {
  /** The data folder's real path. */
  readonly data: string;
  /** The folder that holds the cluster and the lock: the data folder, or one elsewhere that PostgreSQL can reach. */
  readonly home: string;
  /** PostgreSQL's own folder. */
  readonly cluster: string;
  /** PostgreSQL's log. */
  readonly log: string;
  /** Where root keeps what PostgreSQL must reach and cannot where it is. */
  readonly system: string;
  /** As whom PostgreSQL runs; null: as the program itself. */
  readonly account: Account | null;
  /** Whose the files beside the cluster are, when root works in somebody's folder; null: the program's. */
  readonly owner: Account | null;
  /** Whether what is acknowledged is flushed to the disk. */
  readonly durable: boolean;
  /** How many may be connected at a time. */
  readonly connections: number;
}

export interface PlaceOptions {
  /** The account for a program that runs as root; default `postgres`, else `nobody`. */
  readonly account?: string;
  /** Where root keeps clusters that PostgreSQL could not reach in their data folder. */
  readonly systemFolder?: string;
  /** False only for tests: nothing is flushed to the disk, which makes them quicker. */
  readonly durable?: boolean;
  /** How many may be connected at a time; 50 are enough for a program and the commands beside it. */
  readonly connections?: number;
}

const noteName = 'postgres-location.txt';

/** The home that a data folder's note names; null without a note. */
const notedHome = (data: string): string | null => {
  const note = join(data, noteName);
  if (!existsSync(note)) return null;
  const home = readFileSync(note, 'utf8').split('\n')[0]!.trim();
  if (!existsSync(join(home, 'postgres')))
    throw new DatabaseError('database.clusterAbsent', { folder: data, home, note });
  return home;
};

/** Lets the account pass a data folder of root's on which the group has no say; nobody gets to see what's in it. */
const openTo = (folder: string, account: Account): boolean => {
  const stats = statSync(folder);
  if (stats.uid !== 0 || (stats.mode & 0o070) !== 0) return false;
  chownSync(folder, 0, account.gid);
  chmodSync(folder, (stats.mode & 0o777) | 0o010);
  return true;
};

const reachable = (data: string, account: Account): boolean =>
  barrierTo(dirname(data), account) === null && (barrierTo(data, account) === null || openTo(data, account));

const homeForRoot = (data: string, system: string, account: Account): string => {
  if (reachable(data, account)) return data;
  return join(system, createHash('sha256').update(data).digest('hex').slice(0, 16));
};

/**
 * As whom PostgreSQL runs under root: a cluster as its owner, a new one as the data folder's. So an ordinary user and
 * root may open the same folder in turn.
 */
const accountForRoot = (home: string, owner: Account | null, name?: string): Account => {
  const cluster = join(home, 'postgres');
  const present = existsSync(cluster) ? accountOf(statSync(cluster).uid) : null;
  return present ?? (name ? findAccount(name) : (owner ?? findAccount()));
};

const ordinaryOwner = (folder: string): Account | null => {
  const { uid } = statSync(folder);
  return uid === 0 ? null : accountOf(uid);
};

/** Finds the place of a data folder's database; the folder is made when it isn't there. */
export const placeCluster = (dataFolder: string, options: PlaceOptions = {}): Place => {
  makePrivateFolder(dataFolder, null);
  const data = realpathSync(dataFolder);
  const system = options.systemFolder ?? '/var/lib/gongkai';
  const noted = notedHome(data);
  const root = process.getuid?.() === 0;
  const owner = root ? ordinaryOwner(data) : null;
  const account = root ? accountForRoot(noted ?? data, owner, options.account) : null;
  const home = noted ?? (account ? homeForRoot(data, system, account) : data);
  const place = {
    data,
    home,
    cluster: join(home, 'postgres'),
    log: join(data, 'logs', 'postgres.log'),
    system,
    account,
    owner,
    durable: options.durable ?? true,
    connections: options.connections ?? 50,
  };
  if (account && home !== data) makeHome(place, account);
  return place;
};

const makeHome = ({ home, system }: Place, account: Account): void => {
  makePrivateFolder(system, null, 0o711);
  makePrivateFolder(home, null, 0o710);
  chownSync(home, 0, account.gid);
  const barrier = barrierTo(home, account);
  if (barrier === null) return;
  throw new DatabaseError('database.noAccess', {
    folder: home,
    detail: `账户 ${account.name} 进不了“${barrier}”`,
  });
};

/** Leaves word in the data folder where its database is, when that is elsewhere. Called once there is one. */
export const notePlace = ({ data, home, account }: Place): void => {
  if (home === data) return;
  writePrivateFile(
    join(data, noteName),
    `${home}

本数据目录的数据库在上面这个文件夹里：程序以 root 运行，PostgreSQL 必须以另一个账户（${account?.name ?? '不明'}）运行，
而这个账户进不了本目录。请不要移动、改名或删除上面的文件夹，也不要删除本文件。
备份和迁移请使用 gongkai backup / gongkai restore。
`,
    null,
  );
};

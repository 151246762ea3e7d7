import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '@gongkai/contract';
import { HOTP, Secret } from 'otpauth';
import { newId } from '../platform/database/new-id.ts';
import type { Database } from '../platform/database/open-database.ts';
import { createCipher } from '../platform/secret/cipher.ts';
import type { Spine } from '../platform/spine.ts';
import type { ApiRequest } from './api-request.ts';
import type { Caller } from './caller.ts';
import { hashPassword } from './password.ts';

export { newTotpSecret } from './second-factor-code.ts';

/** A clock that tests set: the time goes on only when they say so. */
export interface TestClock {
  now: Date;
  readonly pass: (minutes: number) => void;
}

const unused = (what: string) => () => {
  throw new Error(`the tests of sign-in and people use no ${what}`);
};

/** A spine on a test's database with a clock of its own. */
export const spineFor = (database: Database): { readonly spine: Spine; readonly clock: TestClock } => {
  const clock: TestClock = {
    now: new Date('2026-03-16T01:00:00Z'),
    pass: (minutes) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    },
  };
  const spine: Spine = {
    database,
    db: database.db,
    now: () => clock.now,
    cipher: createCipher(randomBytes(32)),
    jobs: { enqueue: unused('jobs') },
    files: {
      keep: unused('files'),
      receive: unused('files'),
      describe: unused('files'),
      read: unused('files'),
      open: unused('files'),
    },
  };
  return { spine, clock };
};

let made = 0;

export const buildAgency = async (
  { db }: Spine,
  agency: { readonly name?: string; readonly parentId?: string } = {},
): Promise<string> => {
  const id = newId();
  made += 1;
  const name = agency.name ?? `测试单位${made}`;
  await db
    .insertInto('agency')
    .values({
      id,
      parent_id: agency.parentId ?? null,
      kind: agency.parentId ? 'department' : 'government',
      name,
      short_name: name,
      region_code: '990101',
    })
    .execute();
  return id;
};

export const goodPassword = 'Yunshan-2026';

const hashes = new Map<string, Promise<string>>();
const hashOnce = (password: string): Promise<string> => {
  const hashed = hashes.get(password) ?? hashPassword(password);
  hashes.set(password, hashed);
  return hashed;
};

export interface BuiltPerson {
  readonly id: string;
  readonly username: string;
  readonly agencyId: string;
}

/** A person who has long been here: the password changed, posts authorised. */
export const buildPerson = async (
  { db, now }: Spine,
  agencyId: string,
  roles: readonly Role[] = [],
  person: { readonly mustChange?: boolean } = {},
): Promise<BuiltPerson> => {
  const id = newId();
  const username = `u${createHash('sha256').update(id).digest('hex').slice(0, 12)}`;
  await db
    .insertInto('person')
    .values({
      id,
      agency_id: agencyId,
      username,
      name: `王${username.slice(1, 3)}`,
      password_hash: await hashOnce(goodPassword),
      password_changed_at: now(),
      must_change_password: person.mustChange ?? false,
    })
    .execute();
  for (const role of roles) await buildPost({ db, now }, id, agencyId, role);
  return { id, username, agencyId };
};

export const buildPost = async (
  { db, now }: Pick<Spine, 'db' | 'now'>,
  personId: string,
  agencyId: string,
  role: Role,
): Promise<string> => {
  const id = newId();
  await db
    .insertInto('post')
    .values({ id, person_id: personId, agency_id: agencyId, role, authorised_at: now(), proposed_at: now() })
    .execute();
  return id;
};

/** Whoever holds these roles at their agency, having proved who they are just now. */
export const callerFor = ({ now }: Spine, person: BuiltPerson, roles: readonly Role[]): Caller => ({
  actor: { kind: 'person', id: person.id, postId: null },
  agencyId: person.agencyId,
  name: '测试',
  held: roles.map((role) => ({ role, agencyId: person.agencyId })),
  scopes: null,
  confirmedAt: now(),
  requestId: null,
});

/** A request as the API gets it. */
export const request = (
  headers: Readonly<Record<string, string>> = {},
  address = '192.0.2.7',
): ApiRequest => ({ id: 'r1', address, browser: 'Firefox', isSecure: true, headers: new Headers(headers) });

export const withCookie = (secret: string): ApiRequest => request({ cookie: `__Host-gongkai=${secret}` });

/** What an authenticator shows. */
export const codeAt = (secret: string, at: Date, steps = 0): string =>
  HOTP.generate({
    secret: Secret.fromBase32(secret),
    counter: Math.floor(at.getTime() / 30_000) + steps,
  });

import { createHash, randomBytes } from 'node:crypto';
import {
  contract,
  type HeldRole,
  type Role,
  roleNames,
  type TokenScope,
  tokenScopeNames,
} from '@gongkai/contract';
import { sql } from 'kysely';
import {
  type BuiltPerson,
  buildAgency,
  buildPerson,
  buildPost,
  codeAt,
  newTotpSecret,
} from './agency/people-test-kit.ts';
import { newId } from './platform/database/new-id.ts';
import { receiveApplicantFiles, submitRequest } from './request/index.ts';
import { cookieOf, type TestServer } from './server-test-kit.ts';

/** One procedure of the contract, as the contract itself names it. */
export interface Procedure {
  /** `agency.create` */
  readonly name: string;
  readonly method: string;
  /** Below /api, with places: `/agencies/{id}`. */
  readonly path: string;
}

/** Every procedure there is: one that is added can't be forgotten. */
export const procedures: readonly Procedure[] = Object.entries(contract).flatMap(([area, group]) =>
  Object.entries(group).map(([name, procedure]) => {
    const { method = 'POST', path = '' } = procedure['~orpc'].route;
    return { name: `${area}.${name}`, method, path };
  }),
);

/** Words of the agency that everything is tried on: they must stand in no answer to somebody who may not see it. */
export const marks = {
  agency: '秘云局',
  person: '秘小明',
  phone: '13900001111',
  email: 'mi.xiaoming@yunshan.example',
  column: '秘密栏目',
  work: '秘密待办',
  token: '秘密令牌',
  setting: '秘密设置',
  applicant: '秘申人',
  application: '秘密申请',
  caseFile: '秘密材料',
} as const;

/** What everything is tried on: things of one department. */
export interface Subject {
  readonly rootId: string;
  readonly agencyId: string;
  readonly personId: string;
  readonly lockedId: string;
  readonly proposedPostId: string;
  readonly activePostId: string;
  readonly tokenId: string;
  readonly columnId: string;
  readonly workId: string;
  readonly requestId: string;
  readonly caseFileId: string;
}

export interface District extends Subject {
  /** Another department of the same government, and a government below it: both are strangers to the subject. */
  readonly otherId: string;
  readonly townshipId: string;
}

export const buildDistrict = async ({ spine }: TestServer): Promise<District> => {
  const { db, cipher } = spine;
  const now = spine.now();
  const rootId = await buildAgency(spine, { name: '云山区人民政府' });
  const agencyId = await buildAgency(spine, { name: marks.agency, parentId: rootId });
  const otherId = await buildAgency(spine, { parentId: rootId });
  const townshipId = await buildAgency(spine, { parentId: rootId });
  await db.updateTable('agency').set({ kind: 'government' }).where('id', '=', townshipId).execute();
  const name = async (person: BuiltPerson) => {
    await db
      .updateTable('person')
      .set({
        name: marks.person,
        phone: cipher.encrypt(marks.phone, 'person.phone'),
        email: cipher.encrypt(marks.email, 'person.email'),
      })
      .where('id', '=', person.id)
      .execute();
    return person.id;
  };
  const personId = await name(await buildPerson(spine, agencyId, ['officer']));
  const lockedId = await name(await buildPerson(spine, agencyId));
  await db
    .updateTable('person')
    .set({ locked_until: new Date(now.getTime() + 3_600_000), failed_attempts: 5 })
    .where('id', '=', lockedId)
    .execute();
  const activePostId = await buildPost(spine, personId, agencyId, 'reviewer');
  const proposedPostId = await buildPost(spine, personId, agencyId, 'secrecy_reviewer');
  await db.updateTable('post').set({ authorised_at: null }).where('id', '=', proposedPostId).execute();
  const tokenId = newId();
  await db
    .insertInto('api_token')
    .values({
      id: tokenId,
      agency_id: agencyId,
      name: marks.token,
      hash: randomBytes(32),
      scopes: ['agency.view'],
      per_minute: 60,
      created_by: personId,
      created_at: now,
      expires_at: null,
    })
    .execute();
  const columnId = newId();
  await db
    .insertInto('disclosure_column')
    .values({ id: columnId, agency_id: agencyId, block: 'statutory_content', name: marks.column })
    .execute();
  const workId = newId();
  await db
    .insertInto('work_item')
    .values({
      id: workId,
      agency_id: agencyId,
      kind: 'calendar_missing',
      subject_kind: 'agency',
      subject_id: agencyId,
      title: marks.work,
      role: 'officer',
      person_id: personId,
    })
    .execute();
  const nobody = { requestId: null };
  const files = await receiveApplicantFiles(spine, nobody, agencyId, [
    { kind: 'attachment', name: `${marks.caseFile}.txt`, bytes: Buffer.from(marks.caseFile) },
  ]);
  const { id: requestId } = await submitRequest(
    spine,
    nobody,
    {
      agencyId,
      applicant: {
        kind: 'naturalPerson',
        name: marks.applicant,
        identity: null,
        contactPerson: null,
        phone: marks.phone,
        email: null,
        address: null,
      },
      content: { title: null, documentNumber: null, description: marks.application },
      form: 'electronic',
      way: 'electronic',
    },
    files,
  );
  const { id: caseFileId } = await db
    .selectFrom('request_file')
    .select('id')
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  return {
    requestId,
    caseFileId,
    rootId,
    agencyId,
    personId,
    lockedId,
    proposedPostId,
    activePostId,
    tokenId,
    columnId,
    workId,
    otherId,
    townshipId,
  };
};

/** Whoever asks: a cookie, a token, or nothing. */
export interface Identity {
  readonly name: string;
  readonly cookie?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What a person who is fully signed in holds; null for everybody else. */
  readonly held: readonly HeldRole[] | null;
  readonly scopes?: readonly string[];
}

/** Somebody with an authenticator that is bound; its secret. */
export const bindAuthenticator = async ({ spine }: TestServer, personId: string): Promise<string> => {
  const secret = newTotpSecret();
  await spine.db
    .updateTable('person')
    .set({
      totp_secret: spine.cipher.encrypt(secret, 'person.totp_secret'),
      totp_confirmed_at: spine.now(),
    })
    .where('id', '=', personId)
    .execute();
  return secret;
};

/** Signs somebody in, by password and authenticator; the cookie. */
export const signInWholly = async (server: TestServer, person: BuiltPerson): Promise<string> => {
  const secret = await bindAuthenticator(server, person.id);
  const half = await server.signIn(person);
  const answer = await server.ask('POST', '/api/session/second-factor', {
    cookie: half,
    json: { code: codeAt(secret, server.clock.now) },
  });
  if (answer.status !== 200) throw new Error(await answer.text());
  return cookieOf(answer);
};

/** Somebody with a role at an agency, signed in. */
export const holder = async (
  server: TestServer,
  agencyId: string,
  role: Role,
  where: string,
): Promise<Identity> => {
  const person = await buildPerson(server.spine, agencyId, [role]);
  return {
    name: `${role} of ${where}`,
    cookie: await signInWholly(server, person),
    held: [{ role, agencyId }],
  };
};

/** Holders of every role at every agency given. */
export const holders = async (
  server: TestServer,
  places: Readonly<Record<string, string>>,
): Promise<readonly Identity[]> =>
  Promise.all(
    Object.entries(places).flatMap(([where, agencyId]) =>
      roleNames.map((role) => holder(server, agencyId, role, where)),
    ),
  );

/** A token, as the table has it after it was made. */
export const issueToken = async (
  { spine }: TestServer,
  createdBy: string,
  options: {
    readonly agencyId: string;
    readonly scopes: readonly TokenScope[];
    readonly revoked?: boolean;
    readonly expired?: boolean;
  },
): Promise<string> => {
  const now = spine.now();
  const secret = `gk_${randomBytes(32).toString('base64url')}`;
  await spine.db
    .insertInto('api_token')
    .values({
      id: newId(),
      agency_id: options.agencyId,
      name: '外部系统',
      hash: createHash('sha256').update(secret).digest(),
      scopes: [...options.scopes],
      per_minute: 6000,
      created_by: createdBy,
      created_at: now,
      expires_at: new Date(now.getTime() + (options.expired ? -1 : 1) * 3_600_000),
      revoked_at: options.revoked ? now : null,
    })
    .execute();
  return secret;
};

export const allScopes: readonly TokenScope[] = tokenScopeNames;

/** Tables that asking changes without anything having been done: limits, when somebody was last seen, the record. */
const passing = new Set(['event', 'event_link', 'event_chain_head', 'rate_bucket', 'session', 'api_token']);

/** A hash of everything that stands in the database but for traces of asking; the same as long as nothing is done. */
export const stateOf = async ({ spine }: TestServer): Promise<string> => {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(relname) as name
    from pg_stat_user_tables where schemaname = 'public' order by 1`.execute(spine.db);
  const hash = createHash('sha256');
  for (const { name } of rows) {
    const table = name.slice('public.'.length);
    const what =
      table === 'session'
        ? sql`(t.id, t.agency_id, t.ended_at, t.confirmed_at, t.second_factor_at)::text`
        : table === 'api_token'
          ? sql`(t.id, t.revoked_at, t.scopes)::text`
          : passing.has(table)
            ? sql`null::text`
            : sql`t::text`;
    const { rows: sums } = await sql<{ sum: string | null }>`
      select md5(string_agg(${what}, '|' order by ${what})) as sum from ${sql.raw(name)} t`.execute(spine.db);
    hash.update(`${name} ${sums[0]?.sum}\n`);
  }
  return hash.digest('hex');
};

/** The events since one. */
export const eventsAfter = async (
  { spine }: TestServer,
  after: number,
): Promise<readonly { readonly id: number; readonly kind: string; readonly text: string }[]> => {
  const { rows } = await sql<{ id: number; kind: string; text: string }>`
    select id, kind, data::text as text from event where id > ${after} order by id`.execute(spine.db);
  return rows;
};

/** Eight at a time: as many requests as a server has under way on a busy morning. */
export const inParallel = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  const waiting = [...all];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await work(next);
    }),
  );
};

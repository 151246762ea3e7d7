import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import type { OpenedSpine } from '../apps/server/src/open-spine.ts';
import { ask } from './faults-test-kit.ts';
import { until } from './running-program.ts';

/** Somebody who applies through the portal without JavaScript, with a file. */
export interface Visitor {
  readonly description: string;
  readonly attachment: Uint8Array;
  readonly sha256: string;
  /** Visitors come from addresses of their own. */
  readonly address: string;
  /** The draft's cookie, once the form with the file was taken. */
  cookie: string | null;
  /** What the receipt says, once it has been shown. */
  number: string | null;
  /** Why there was none the last time. */
  problem: string;
}

export const makeVisitors = (count: number, round: number): readonly Visitor[] =>
  Array.from({ length: count }, (_, index) => {
    // Every one of its own, of some pages' size.
    const attachment = Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      randomBytes(20_000 + (index % 7) * 15_000),
      Buffer.from('\n%%EOF\n'),
    ]);
    return {
      description: `${2000 + round}年第${index}号征地补偿安置方案`,
      attachment,
      sha256: createHash('sha256').update(attachment).digest('hex'),
      address: `10.${round}.${Math.floor(index / 200)}.${index % 200}`,
      cookie: null,
      number: null,
      problem: '',
    };
  });

const knock = (url: string, path: string, visitor: Visitor, body?: FormData | URLSearchParams) =>
  fetch(`${url}${path}`, {
    method: body ? 'POST' : 'GET',
    redirect: 'manual',
    headers: {
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': visitor.address,
      ...(visitor.cookie && { cookie: visitor.cookie }),
    },
    ...(body && { body }),
  });

const writeForm = async (url: string, agencyId: string, visitor: Visitor): Promise<void> => {
  const form = new FormData();
  const typed = {
    agencyId,
    draft: '',
    kind: 'naturalPerson',
    name: '申小兰',
    identityKind: 'idCard',
    identityNumber: '11010519491231002X',
    phone: '10000001234',
    description: visitor.description,
    form: 'electronic',
    way: 'electronic',
    act: 'review',
  };
  for (const [name, value] of Object.entries(typed)) form.append(name, value);
  const file = new File([visitor.attachment as Uint8Array<ArrayBuffer>], '附图.pdf', {
    type: 'application/pdf',
  });
  form.append('attachment', file);
  const answer = await knock(url, '/apply/form', visitor, form);
  await answer.arrayBuffer();
  assert.equal(answer.headers.get('location'), '/apply/review', `the form is taken (${answer.status})`);
  visitor.cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? null;
};

const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

/** Goes as far as the receipt; how far it came before doesn't matter. Throws where the program doesn't answer. */
const apply = async (url: string, agencyId: string, visitor: Visitor): Promise<void> => {
  if (visitor.cookie === null) await writeForm(url, agencyId, visitor);
  const review = await knock(url, '/apply/review', visitor);
  const page = await review.text();
  // Sent already, and only the answer was lost: the program leads on to the receipt.
  if (review.status === 200) {
    const sent = await knock(
      url,
      '/apply/send',
      visitor,
      new URLSearchParams({ draft: hidden(page, 'draft'), version: hidden(page, 'version') }),
    );
    await sent.arrayBuffer();
    assert.equal(sent.headers.get('location'), '/apply/receipt', `the application is sent (${sent.status})`);
  }
  const receipt = await (await knock(url, '/apply/receipt', visitor)).text();
  visitor.number = /[^\s<>"]+〔\d{4}〕\d+号/.exec(receipt)?.[0] ?? null;
  assert.ok(visitor.number, 'the receipt has a number');
};

/** Applies; whatever isn't a receipt leaves the visitor without a number. */
export const tryToApply = (url: string, agencyId: string, visitor: Visitor): Promise<void> =>
  apply(url, agencyId, visitor).catch((error: Error) => {
    visitor.problem = error.message;
  });

/** Applies again until each has a receipt, as people do whose browser showed none. */
export const applyUntilDone = async (
  url: string,
  agencyId: string,
  visitors: readonly Visitor[],
): Promise<void> => {
  const waiting = visitors.filter(({ number }) => number === null);
  await Promise.all(
    waiting.map((visitor) =>
      until(`${visitor.description} has its receipt`, async () => {
        await tryToApply(url, agencyId, visitor);
        return visitor.number ?? undefined;
      }).catch((error: Error) => {
        throw new Error(`${error.message}: ${visitor.problem}`);
      }),
    ),
  );
};

interface Row {
  readonly id: string;
  readonly number: string;
  readonly serial: number;
  readonly steps: number;
  readonly events: number;
  readonly work: number;
  readonly files: number;
  readonly searchable: number;
  readonly file: string | null;
  readonly sha256: string | null;
}

const rowsOf = (place: string, agencyId: string): Promise<Row[]> =>
  ask<Row & Record<string, unknown>>(
    place,
    `select r.id, r.number, r.serial,
       (select count(*)::int from request_step s where s.request_id = r.id) as steps,
       (select count(*)::int from event e where e.kind = 'request_submitted' and e.subject_id = r.id::text) as events,
       (select count(*)::int from work_item w where w.subject_id = r.id::text and w.done_at is null) as work,
       (select count(*)::int from request_file f where f.request_id = r.id) as files,
       (select count(*)::int from request_search t where t.request_id = r.id) as searchable,
       f.id as file, encode(f.sha256, 'hex') as sha256
     from request r left join request_file rf on rf.request_id = r.id left join file f on f.id = rf.id
     where r.agency_id = $1 order by r.serial`,
    [agencyId],
  );

/**
 * Every application with a receipt is there whole, the file's bytes included; none is there half, none twice, and no
 * number is left out. Applications without a receipt may be there: the answer was lost.
 */
export const checkApplications = async (
  { spine }: OpenedSpine,
  place: string,
  agencyId: string,
  visitors: readonly Visitor[],
): Promise<number> => {
  const rows = await rowsOf(place, agencyId);
  const byFile = new Map(visitors.map((visitor) => [visitor.sha256, visitor]));
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    assert.equal(row.serial, index + 1, 'numbers without gaps and doubles');
    const { steps, events, work, files, searchable } = row;
    assert.deepEqual(
      { steps, events, work, files, searchable },
      { steps: 1, events: 1, work: 1, files: 1, searchable: 1 },
      `${row.number} is whole`,
    );
    const { sha256, file } = row;
    assert.ok(sha256 && file && byFile.has(sha256), `${row.number} has the file that somebody handed in`);
    assert.ok(!seen.has(sha256), `${row.number} is there once`);
    seen.add(sha256);
    const { number } = byFile.get(sha256)!;
    assert.ok(number === null || number === row.number, 'the receipt says the number that it has');
  }
  const numbers = new Set(rows.map(({ number }) => number));
  for (const { number, description } of visitors)
    assert.ok(number === null || numbers.has(number), `${description} has a receipt and is there`);
  const stored = rows.slice(-400);
  for (const { file, sha256 } of stored) {
    const bytes = await spine.files.read(spine.db, file!);
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256);
  }
  return rows.length;
};

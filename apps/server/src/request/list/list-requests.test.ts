import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  applicantKinds,
  dueWindows,
  intakeChannels,
  isEnded,
  listRequestsSchema,
  type RequestFilter,
  requestStateNames,
  waitingFor,
} from '@gongkai/contract';
import fc from 'fast-check';
import { refusalOf } from '../../agency/agency-test-kit.ts';
import { buildAgency } from '../../agency/people-test-kit.ts';
import { at, openTestOffice, type TestOffice } from '../request-test-kit.ts';
import { countRequests } from './count-requests.ts';
import { listRequests } from './list-requests.ts';
import { insertRows, type PlainRow } from './request-rows-test-kit.ts';

const keys = <T extends object>(words: T) => Object.keys(words) as (keyof T)[];
let office: TestOffice;
let me: string;
let other: string;
let rows: Awaited<ReturnType<typeof insertRows>>;

// 2026-03-16 is a Monday without holidays near: three working days end on the 19th, seven on the 25th.
const windowOf = (dueOn: string | null): keyof typeof dueWindows => {
  if (dueOn === null) return 'none';
  if (dueOn < '2026-03-16') return 'overdue';
  if (dueOn === '2026-03-16') return 'today';
  if (dueOn <= '2026-03-19') return 'soon';
  return dueOn <= '2026-03-25' ? 'week' : 'later';
};

const names = ['张三', '李小兰', '云山区建设有限公司', '王五'];
const titles = [null, '征地补偿安置方案', '2025年度部门决算', '关于老旧小区改造的批复'];
const descriptions = [
  '文化路12号的征地补偿方案及批复',
  '部门决算公开表',
  '小区改造的施工图纸和预算',
  '补偿 标准',
];
const day = (from: string) =>
  fc
    .integer({ min: 0, max: 40 })
    .map((days) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10));

const anyRow = (): fc.Arbitrary<PlainRow> =>
  fc.record({
    state: fc.constantFrom(...requestStateNames),
    waiting: fc.constantFrom(...keys(waitingFor)),
    channel: fc.constantFrom(...keys(intakeChannels)),
    kind: fc.constantFrom(...keys(applicantKinds)),
    submittedOn: day('2026-02-01'),
    dueOn: fc.option(day('2026-03-05')),
    officerId: fc.constantFrom(null, me, other),
    draftedBy: fc.constantFrom(null, me, other),
    outcome: fc.constantFrom('withdrawn', 'closed_not_corrected'),
    name: fc.constantFrom(...names),
    title: fc.constantFrom(...titles),
    description: fc.constantFrom(...descriptions),
  });

const anyFilter = (): fc.Arbitrary<RequestFilter> =>
  fc.record(
    {
      state: fc.constantFrom(...requestStateNames),
      open: fc.boolean(),
      due: fc.constantFrom(...keys(dueWindows)),
      waiting: fc.constantFrom(...keys(waitingFor)),
      mine: fc.constantFrom('assigned', 'drafted'),
      officerId: fc.constantFrom(me, other),
      channel: fc.constantFrom(...keys(intakeChannels)),
      applicantKind: fc.constantFrom(...keys(applicantKinds)),
      outcome: fc.constantFrom('withdrawn', 'closed_not_corrected'),
      from: day('2026-02-01'),
      to: day('2026-02-01'),
      q: fc.constantFrom(
        '征地',
        '补偿标准',
        '张三',
        '决算 2025',
        '建设有限公司 改造',
        '号',
        '〔2026〕1',
        '没有的',
      ),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<RequestFilter>;

const plain = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');

/** The same by looking at every row in clear. */
const fits = (row: (typeof rows)[number], filter: RequestFilter): boolean => {
  const isOver = isEnded(row.state);
  const checks: Record<keyof RequestFilter, () => boolean> = {
    state: () => row.state === filter.state,
    open: () => isOver !== filter.open,
    due: () => !isOver && windowOf(row.dueOn) === filter.due,
    waiting: () => !isOver && row.waiting === filter.waiting,
    mine: () => !isOver && (filter.mine === 'assigned' ? row.officerId : row.draftedBy) === me,
    officerId: () => row.officerId === filter.officerId,
    channel: () => row.channel === filter.channel,
    applicantKind: () => row.kind === filter.applicantKind,
    outcome: () => isOver && row.outcome === filter.outcome,
    from: () => row.submittedOn >= (filter.from ?? ''),
    to: () => row.submittedOn <= (filter.to ?? ''),
    q: () =>
      (filter.q ?? '')
        .split(' ')
        .every((word) =>
          [row.number, row.name, row.title ?? '', row.description].some((text) =>
            plain(text).includes(plain(word)),
          ),
        ),
  };
  return keys(filter).every((name) => filter[name] === undefined || checks[name]());
};

const walk = async (
  filter: RequestFilter,
  order: 'newest' | 'due',
  size = 7,
  between: () => Promise<unknown> = async () => {},
) => {
  const seen: string[] = [];
  let after: string | undefined;
  for (;;) {
    const asked = {
      ...listRequestsSchema.parse({ agencyId: office.officeId, order, size }),
      ...filter,
      after,
    };
    const { items, next } = await listRequests(office.spine, office.people.officer, asked);
    seen.push(...items.map(({ id }) => id));
    if (next === null) return seen;
    after = next;
    await between();
  }
};

before(async () => {
  office = await openTestOffice();
  at(office, '2026-03-16');
  me = office.people.officer.actor.id ?? '';
  other = office.people.reviewer.actor.id ?? '';
  rows = await insertRows(office.spine, office.officeId, fc.sample(anyRow(), { numRuns: 120, seed: 44 }));
});

test('whatever a list is narrowed by, it shows what a look at every application finds, in either order', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyFilter(),
      fc.constantFrom('newest' as const, 'due' as const),
      async (filter, order) => {
        // A single character is found nowhere: that is told, not answered with nothing.
        if (filter.q === '号') {
          assert.match(await refusalOf(walk(filter, order)), /两个字/);
          return;
        }
        const wanted = rows
          .filter((row) => fits(row, filter))
          .map((row) => ({ ...row, dueOn: isEnded(row.state) ? null : row.dueOn }))
          .toSorted((a, b) => (a.id < b.id ? 1 : -1));
        if (order === 'due')
          wanted.sort((a, b) => {
            const [first, second] = [`${a.dueOn ?? '~'}${a.id}`, `${b.dueOn ?? '~'}${b.id}`];
            return first < second ? -1 : 1;
          });
        assert.deepEqual(
          await walk(filter, order),
          wanted.map(({ id }) => id),
        );
      },
    ),
    { numRuns: 150 },
  );
});

test('the counts above the list are what the list shows under each of them', async () => {
  const counts = await countRequests(office.spine, office.people.officer, office.officeId);
  const open = rows.filter(({ state }) => !isEnded(state));
  assert.equal(counts.open, open.length);
  for (const due of keys(dueWindows))
    assert.equal(counts.due[due], (await walk({ due }, 'newest', 200)).length, due);
  for (const waiting of keys(waitingFor))
    assert.equal(counts.waiting[waiting], open.filter((row) => row.waiting === waiting).length, waiting);
  assert.equal(counts.assigned, open.filter(({ officerId }) => officerId === me).length);
  assert.equal(counts.drafted, open.filter(({ draftedBy }) => draftedBy === me).length);
});

test('a list that is walked while others add and settle applications shows what stays once and nothing twice', async () => {
  const { spine, officeId } = office;
  const staying = rows.filter(({ state }) => !isEnded(state)).map(({ id }) => id);
  let turn = 0;
  const seen = await walk({ open: true }, 'newest', 5, async () => {
    turn += 1;
    const [row] = fc.sample(anyRow(), { numRuns: 1, seed: 1000 + turn });
    if (row) await insertRows(spine, officeId, [{ ...row, state: 'handling' }]);
  });
  assert.equal(new Set(seen).size, seen.length);
  assert.deepEqual(
    staying.filter((id) => !seen.includes(id)),
    [],
  );
});

test('who supervises from above sees how applications stand, no applicant and no title, and finds them by number alone', async () => {
  const { spine, governmentId, officeId } = office;
  const supervisor = await office.as('supervisor', governmentId);
  const ask = (q?: string) =>
    listRequests(spine, supervisor, {
      ...listRequestsSchema.parse({ agencyId: officeId, size: 200 }),
      ...(q && { q }),
    });
  const { items } = await ask();
  assert.ok(items.length > 100);
  assert.ok(items.every(({ applicantName, title }) => applicantName === '' && title === null));
  assert.deepEqual((await ask('张三')).items, []);
  assert.deepEqual((await ask('征地补偿')).items, []);
  const [{ number } = { number: '' }] = rows;
  assert.ok((await ask(number)).items.some((item) => item.number === number));
});

test('nobody lists another agency’s applications', async () => {
  const stranger = await office.as('officer', await buildAgency(office.spine));
  const asked = listRequestsSchema.parse({ agencyId: office.officeId });
  assert.match(await refusalOf(listRequests(office.spine, stranger, asked)), /没有权限/);
  assert.match(await refusalOf(countRequests(office.spine, stranger, office.officeId)), /没有权限/);
});

test('what is kept to search by can’t be read, and tells nothing across agencies', async () => {
  const { spine } = office;
  const elsewhere = await buildAgency(spine);
  const [row] = fc.sample(anyRow(), { numRuns: 1, seed: 5 });
  assert.ok(row);
  const same = { ...row, name: '欧阳小兰', title: '征地补偿安置方案' };
  const [here] = await insertRows(spine, office.officeId, [same]);
  const [there] = await insertRows(spine, elsewhere, [same]);
  const { rows: kept } = await spine.database.pool.query(
    `select row_to_json(s)::text as text, tokens, bands, s.request_id from request_search s`,
  );
  for (const { text } of kept) assert.doesNotMatch(text, /[一-鿿]/);
  const of = (id: string | undefined) => kept.find(({ request_id }) => request_id === id);
  assert.equal(of(here?.id).tokens.filter((token: number) => of(there?.id).tokens.includes(token)).length, 0);
  assert.equal(of(here?.id).bands.filter((band: number) => of(there?.id).bands.includes(band)).length, 0);
});

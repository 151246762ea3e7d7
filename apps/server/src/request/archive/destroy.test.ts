import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { eventsOf, refusalOf } from '../../agency/agency-test-kit.ts';
import type { Caller } from '../../agency/index.ts';
import { sweepFiles } from '../../platform/file/sweep-files.ts';
import type { Spine } from '../../platform/spine.ts';
import { readRequest } from '../read-request.ts';
import { at } from '../request-test-kit.ts';
import { openArchiveOffice, pdfOf, planted, wholeCase } from './archive-test-kit.ts';
import { destroyCases } from './destroy-cases.ts';
import { listExpired } from './expired-cases.ts';
import { exportCase } from './export-case.ts';
import { freezeCase } from './freeze-case.ts';
import { holdCase, releaseCase } from './hold-case.ts';
import { readCatalogue } from './read-catalogue.ts';

/** Every encrypted value of the database, opened: what somebody with the key could still read. */
const everythingReadable = async ({ db, cipher }: Spine): Promise<string> => {
  const { rows: columns } = await sql<{ table: string; column: string; type: string }>`
    select table_name as "table", column_name as "column", data_type as type
    from information_schema.columns where table_schema = 'public'`.execute(db);
  const found: string[] = [];
  for (const { table, column, type } of columns) {
    const { rows } = await sql<{ value: unknown }>`
      select ${type === 'bytea' ? sql.ref(column) : sql`${sql.ref(column)}::text`} as value
      from ${sql.table(table)} where ${sql.ref(column)} is not null`.execute(db);
    for (const { value } of rows) {
      if (!Buffer.isBuffer(value)) {
        found.push(String(value));
        continue;
      }
      for (const place of places)
        try {
          found.push(cipher.decrypt(value, place));
        } catch {
          // Not a value of this place.
        }
      found.push(value.toString('latin1'));
    }
  }
  return found.join('\n');
};

const places = [
  'request.applicant',
  'request.content',
  'request_step.sealed',
  'request_letter.document',
  'request_archive.catalogue',
  'request_file.removal',
  'file.name',
];

/** The figures that the annual report is counted from. */
const figures = async ({ db }: Spine): Promise<unknown> => {
  const { rows: cases } = await sql`
    select number, state, outcome, applicant_kind, channel, form, way, submitted_on, received_on, due_on
    from request order by number`.execute(db);
  const { rows: steps } = await sql`
    select request_id, position, step, happened_on, person_id, facts from request_step
    order by request_id, position`.execute(db);
  const { rows: letters } = await sql`
    select id, template, number, state, dated_on from request_letter order by id`.execute(db);
  return { cases, steps, letters };
};

const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

describe('a case whose period is over', async () => {
  const office = await openArchiveOffice();
  const { spine, people, take, files, officeId } = office;
  const { officer, disclosure_head } = people;
  /** The head, who has just proved once more who they are. */
  const head = (): Caller => ({ ...disclosure_head, confirmedAt: spine.now() });
  const destroy = (ids: readonly string[], who = head()) =>
    destroyCases(spine, who, { agencyId: officeId, ids, reason: '保存期限届满，经鉴定无继续保存价值' });

  const whole = await wholeCase(office);
  at(office, '2026-04-01');
  await take(officer, whole, 'archive');
  await freezeCase(spine, whole);
  const shared = await pdfOf('共用', ['两件案卷都有的材料']);
  const given = await office.begun('撤回的一件');
  await office.add(given, 'attachment', '共用.pdf', shared);
  at(office, '2026-04-01');
  await take(officer, given, 'withdraw', { reason: '已经得到' });
  await take(officer, given, 'archive');
  await freezeCase(spine, given);
  const open = await office.begun('还在办理的一件');
  await office.add(open, 'attachment', '共用.pdf', shared);

  it('is on the list of the head from the day after, by the period of its outcome', async () => {
    const listed = async (day: string): Promise<readonly string[]> => {
      at(office, day);
      const { items, total } = await listExpired(spine, disclosure_head, { agencyId: officeId, page: 1 });
      assert.equal(total, items.length);
      return items.map(({ id, keepUntil }) => `${id === whole ? 'whole' : 'given'} ${keepUntil}`);
    };
    assert.deepEqual(await listed('2036-12-31'), []);
    assert.deepEqual(await listed('2037-01-01'), ['given 2036-12-31']);
    assert.deepEqual((await listed('2057-01-01')).toSorted(), ['given 2036-12-31', 'whole 2056-12-31']);
    assert.match(await refusalOf(listExpired(spine, officer, { agencyId: officeId, page: 1 })), /没有权限/);
  });

  it('is destroyed neither too early, nor held, nor by anybody else, nor unproved', async () => {
    at(office, '2040-01-01');
    const { rows: sealed } =
      await sql`select md5(string_agg(sealed::text, '' order by request_id, position)) from request_step`.execute(
        spine.db,
      );
    assert.match(await refusalOf(destroy([given, whole])), /一件也没有销毁：.*保存期限到 2056-12-31 才届满/);
    assert.match(await refusalOf(destroy([open])), /还没有归档/);
    assert.match(await refusalOf(destroy([given], disclosure_head)), /再次核验身份/);
    assert.match(await refusalOf(destroy([given], { ...officer, confirmedAt: spine.now() })), /没有权限/);
    const elsewhere = await office.as('disclosure_head', office.governmentId);
    const other = destroyCases(
      spine,
      { ...elsewhere, confirmedAt: spine.now() },
      { agencyId: office.governmentId, ids: [given], reason: '别的单位' },
    );
    assert.match(await refusalOf(other), /不是本单位的申请/);
    await holdCase(spine, officer, { id: given, reason: `${planted.name}申请行政复议` });
    assert.match(await refusalOf(holdCase(spine, officer, { id: given, reason: '又一次' })), /已经列为/);
    assert.match(await refusalOf(destroy([given])), /已列为暂缓销毁/);
    const { items } = await listExpired(spine, disclosure_head, { agencyId: officeId, page: 1 });
    assert.equal(items[0]!.hold, `${planted.name}申请行政复议`);
    await releaseCase(spine, disclosure_head, { id: given });
    assert.match(await refusalOf(releaseCase(spine, officer, { id: given })), /没有列为/);
    const { rows: after } =
      await sql`select md5(string_agg(sealed::text, '' order by request_id, position)) from request_step`.execute(
        spine.db,
      );
    assert.deepEqual(after, sealed);
  });

  it('leaves nothing to be read, in the database and among the files, and every figure as it was', async () => {
    at(office, '2057-01-01');
    const before = await figures(spine);
    const bytesBefore = (await filesIn(files.folder)).length;
    assert.ok((await everythingReadable(spine)).includes(planted.opinion));
    assert.deepEqual(await destroy([whole, given]), { destroyed: 2 });
    assert.deepEqual(await figures(spine), before);

    const text = await everythingReadable(spine);
    // The applicant of the case that is still open has the same name.
    for (const [what, words] of Object.entries(planted))
      if (!['name', 'identity', 'phone'].includes(what)) assert.ok(!text.includes(words), what);
    assert.ok(!text.includes('情况说明') && !text.includes('身份证.png'));
    const { rows } = await sql<{ kept: number }>`
      select count(*) as kept from request where id in (${whole}, ${given}) and (applicant is not null
        or content is not null or identity_index is not null or phone_index is not null
        or octet_length(matter_index) > 0)`.execute(spine.db);
    assert.equal(rows[0]!.kept, 0);

    await sweepFiles(
      spine.db,
      files.store,
      files.options.temporaryFolder,
      new Date(Date.now() + 2 * 86_400_000),
    );
    const left = await filesIn(files.folder);
    assert.ok(bytesBefore > 15);
    assert.equal(left.length, 1, 'the file that an open case has, too, stays');
    const [kept] = await spine.db.selectFrom('request_file').select('id').execute();
    assert.deepEqual(Buffer.from(await files.files.read(spine.db, kept!.id)), Buffer.from(shared));
    assert.ok((await readFile(left[0]!)).length > 0);
  });

  it('still tells that it was, when, and how it ended, and that it was destroyed by whom and on what opinion', async () => {
    const read = await readRequest(spine, officer, whole);
    assert.equal(read.content, null);
    assert.equal(read.applicantName, '');
    assert.equal(read.outcomeName, '部分公开（区分处理）');
    assert.ok(
      read.timeline.length > 15 && read.timeline.every(({ texts }) => Object.keys(texts).length === 0),
    );
    const { documents, destroyed, frozen } = await readCatalogue(spine, officer, whole);
    assert.deepEqual(documents, []);
    assert.equal(destroyed!.on, '2057-01-01');
    assert.match(destroyed!.opinion, /无继续保存价值/);
    assert.match(frozen!.catalogueSha256, /^[0-9a-f]{64}$/);
    assert.ok((await eventsOf(spine, whole)).includes('request_destroyed'));
    assert.match(
      await refusalOf(exportCase(spine, officer, whole, 'archive.pdf')),
      /已于2057-01-01按保存期限销毁/,
    );
    assert.match(await refusalOf(destroy([whole])), /已经销毁/);
    assert.match(
      await refusalOf(holdCase(spine, officer, { id: whole, reason: '迟了' })),
      /已按保存期限销毁/,
    );
  });
});

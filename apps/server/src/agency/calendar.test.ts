import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ImportCalendarYear } from '@gongkai/contract';
import { addWorkingDays, civilDate } from '@gongkai/statute';
import exceljs from 'exceljs';
import { eventsOf, openTestDistrict, refusalOf } from './agency-test-kit.ts';
import { listCalendarYears } from './calendar-years.ts';
import { importCalendarYear, previewCalendarYear } from './import-calendar-year.ts';
import { makeCalendarTemplate } from './make-calendar-template.ts';
import { PermissionDenied } from './permit.ts';
import { readCalendar } from './read-calendar.ts';
import { remindOfCalendar } from './remind-of-calendar.ts';

const notice = '国务院办公厅关于2027年部分节假日安排的通知（测试）';
const year2027 = [
  '2027-01-01至2027-01-03,放假,元旦',
  '2027-02-05至2027-02-12,放假,春节',
  '2027-01-31,上班',
  '2027-04-03至2027-04-05,放假,清明节',
  '2027-05-01至2027-05-05,放假,劳动节',
  '2027-06-09,放假,端午节',
  '2027-09-15,放假,中秋节',
  '2027-10-01至2027-10-07,放假,国庆节',
].join('\n');

describe('the working-day calendar', async () => {
  const { spine, clock, as, administrator, officeId, governmentId } = await openTestDistrict();
  const { db } = spine;
  const input = (more: Partial<ImportCalendarYear> = {}): ImportCalendarYear => ({
    year: 2027,
    regionCode: '',
    source: notice,
    text: year2027,
    ...more,
  });
  const take = (more?: Partial<ImportCalendarYear>) => importCalendarYear(spine, administrator, input(more));
  const preview = (more?: Partial<ImportCalendarYear>) =>
    previewCalendarYear(spine, administrator, input(more));
  const openReminders = () =>
    db
      .selectFrom('work_item')
      .select(['subject_id', 'role', 'agency_id', 'due_on'])
      .where('kind', '=', 'calendar_missing')
      .where('done_at', 'is', null)
      .execute();
  /** 2026-12-10 and 20 working days, as law says. */
  const golden = async (region?: string) =>
    addWorkingDays(await readCalendar(db, region), civilDate('2026-12-10'), 20);

  it('counts on announced years and marks what rests on the next one', async () => {
    assert.deepEqual(await golden(), { date: '2027-01-07', provisional: true });
    const { years } = await listCalendarYears(db, '', clock.now);
    const [next, current] = years;
    assert.deepEqual([next?.year, next?.origin, next?.source], [2027, 'unannounced', null]);
    assert.deepEqual([current?.year, current?.origin, current?.workingDays], [2026, 'built_in', 248]);
  });

  it('is asked for from November on, on the list of the system administrator, once', async () => {
    clock.now = new Date('2026-10-31T12:00:00Z');
    await remindOfCalendar(spine);
    assert.deepEqual(await openReminders(), []);
    assert.equal((await listCalendarYears(db, '', clock.now)).notice, null);
    // Midnight in Beijing.
    clock.now = new Date('2026-10-31T16:00:00Z');
    await Promise.all([remindOfCalendar(spine), remindOfCalendar(spine)]);
    await remindOfCalendar(spine);
    assert.deepEqual(await openReminders(), [
      { subject_id: '2027', role: 'system_administrator', agency_id: governmentId, due_on: '2026-12-24' },
    ]);
    assert.match((await listCalendarYears(db, '', clock.now)).notice ?? '', /^2027年的工作日历还没有导入/);
  });

  it('shows what an import would say and leaves everything as it was', async () => {
    const shown = await preview();
    assert.deepEqual(
      [shown.problemCount, shown.warnings, shown.replaces, shown.year?.off.length, shown.year?.worked],
      [0, [], 'nothing', 7, ['2027-01-31']],
    );
    assert.deepEqual((await golden()).provisional, true);
  });

  it('names each wrong line, and takes nothing', async () => {
    const text = '2027-13-01,放假,元旦\n2027-02-08,上班';
    assert.deepEqual(
      (await preview({ text })).problems.map(({ row }) => row),
      [1, 2],
    );
    assert.match(
      await refusalOf(take({ text })),
      /^有 2 个问题，没有导入。第 1 行：没有“2027-13-01”这个日期/,
    );
    assert.match(await refusalOf(take({ text: '' })), /没有读到任何日期/);
    assert.deepEqual(await db.selectFrom('calendar_year').selectAll().execute(), []);
  });

  it('warns of what is missing but lets an extraordinary year pass', async () => {
    const { warnings, problemCount } = await preview({ text: '2027-01-01至2027-01-03,放假,元旦' });
    assert.equal(problemCount, 0);
    assert.match(warnings.join(''), /没有找到春节、清明、劳动节、端午、中秋、国庆/);
  });

  it('once imported settles the dates at once, and the reminder is done', async () => {
    const { year } = await take();
    assert.equal(year?.source, notice);
    assert.deepEqual(await golden(), { date: '2027-01-08', provisional: false });
    assert.deepEqual(await openReminders(), []);
    assert.deepEqual(await eventsOf(spine, '2027'), ['calendar_year_imported']);
    const [, listed] = (await listCalendarYears(db, '', clock.now)).years;
    // The clock stands in 2026, so that 2027 comes first.
    assert.equal(listed?.year, 2026);
    assert.equal((await preview()).replaces, 'imported');
    assert.equal((await preview({ year: 2025, text: '2025-01-01,放假,元旦' })).replaces, 'built_in');
  });

  it('imported again stands in for what was there', async () => {
    await take({ text: year2027.replace('2027-01-01至2027-01-03', '2027-01-01至2027-01-04') });
    assert.deepEqual(await golden(), { date: '2027-01-11', provisional: false });
    await take();
    assert.deepEqual(await golden(), { date: '2027-01-08', provisional: false });
  });

  it("has a region's own holidays beside the country's, found from any place in the region", async () => {
    await take({
      year: 2026,
      regionCode: '990000',
      source: '云州民族自治地方假日',
      text: '2026-12-15,放假,年节',
    });
    await take({
      year: 2027,
      regionCode: '990000',
      source: '云州民族自治地方假日',
      text: '2027-03-10,放假,年节',
    });
    for (const region of ['990000', '990101', '990101001'])
      assert.deepEqual(await golden(region), { date: '2027-01-11', provisional: false }, region);
    assert.deepEqual(await golden('110101'), { date: '2027-01-08', provisional: false });
    const { years } = await listCalendarYears(db, '990000', clock.now);
    assert.deepEqual(
      years.map(({ year, origin }) => [year, origin]),
      [
        [2027, 'imported'],
        [2026, 'imported'],
      ],
    );
  });

  it('is read from a workbook whose rows keep their numbers, and the template can be filled in', async () => {
    const book = new exceljs.Workbook();
    await book.xlsx.load(await (await makeCalendarTemplate(2027)).arrayBuffer());
    const sheet = book.worksheets[0] as exceljs.Worksheet;
    for (const line of year2027.split('\n')) sheet.addRow(line.split(','));
    const file = async () => new File([new Uint8Array(await book.xlsx.writeBuffer())], '2027.xlsx');
    assert.equal((await preview({ file: await file() })).problemCount, 0);
    sheet.getCell('B4').value = '休假';
    assert.deepEqual(
      (await preview({ file: await file() })).problems.map(({ row, message }) => [row, message]),
      [[4, '“休假”应写“放假”或“上班”。']],
    );
    // Dates as a spreadsheet keeps them.
    sheet.getCell('B4').value = '上班';
    sheet.getCell('A2').value = new Date('2027-01-01T00:00:00Z');
    sheet.getCell('A2').numFmt = 'yyyy-mm-dd';
    assert.deepEqual((await preview({ file: await file() })).problems, []);
  });

  it('refuses files that are none, with what to do', async () => {
    const cases: readonly (readonly [Uint8Array<ArrayBuffer>, RegExp])[] = [
      [
        new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
        /只能读取 XLSX、CSV 和文本文件/,
      ],
      [new TextEncoder().encode('PK\u0003\u0004'), /已损坏/],
      [new Uint8Array(2 * 1024 * 1024), /不能超过 1 MB/],
      [new TextEncoder().encode('[{"日期": '), /不是完整的 JSON/],
    ];
    for (const [bytes, expected] of cases) {
      const { problems } = await preview({ file: new File([bytes], 'x') });
      assert.match(problems.map(({ message }) => message).join(), expected);
    }
  });

  it('is imported by the system administrator of the whole installation alone', async () => {
    for (const role of [
      'security_administrator',
      'audit_administrator',
      'disclosure_head',
      'officer',
    ] as const)
      await assert.rejects(importCalendarYear(spine, await as(role), input()), PermissionDenied);
    const ofDepartment = await as('system_administrator', officeId);
    await assert.rejects(importCalendarYear(spine, ofDepartment, input()), PermissionDenied);
    await assert.rejects(previewCalendarYear(spine, ofDepartment, input()), PermissionDenied);
  });
});

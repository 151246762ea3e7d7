import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../civil-date.ts';
import { announcedYears } from './announced-years.ts';
import { doubtAnnouncement } from './doubt-announcement.ts';
import { readAnnouncement } from './read-announcement.ts';

const about = { year: 2027, announced: civilDate('2026-11-10'), source: '测试通知' };
const read = (...lines: string[]) => readAnnouncement(lines.join('\n'), about);
const errors = (...lines: string[]) =>
  read(...lines).errors.map(({ line, message }) => `第 ${line} 行：${message}`);

test('every announced year that is written out as a table of dates reads back as it was', () => {
  for (const year of announcedYears) {
    const text = [
      '日期,安排,名称',
      ...year.off.map((off) => `${off.from}至${off.to},放假,${off.name}`),
      ...year.worked.map((date) => `${date},上班`),
    ].join('\r\n');
    const { year: yearNumber, announced, source } = year;
    assert.deepEqual(readAnnouncement(text, { year: yearNumber, announced, source }), { year, errors: [] });
    assert.deepEqual(doubtAnnouncement(year), []);
  }
});

test('dates may be written the Chinese way, with blanks, with tabs, day by day, with remarks between', () => {
  const { year } = read(
    '\uFEFF# 抄自国务院办公厅通知',
    '2026年12月31日 ~ 2027年1月2日  休  元旦',
    '',
    '2027/2/5\t放假\t春节',
    '2027.2.6\t放假\t春节',
    '20270207，放假，春节',
    '2027-01-03 调休上班',
  );
  assert.deepEqual(year?.off, [
    { name: '元旦', from: '2026-12-31', to: '2027-01-02' },
    { name: '春节', from: '2027-02-05', to: '2027-02-07' },
  ]);
  assert.deepEqual(year?.worked, ['2027-01-03']);
});

test('JSON is read, in Chinese and as open holiday data write it', () => {
  const expected = {
    off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-01' }],
    worked: ['2027-01-03'],
  };
  for (const days of [
    [
      { 日期: '2027-01-01', 安排: '放假', 名称: '元旦' },
      { 日期: '2027-01-03', 安排: '上班' },
    ],
    {
      year: 2027,
      days: [
        { name: '元旦', date: '2027-01-01', isOffDay: true },
        { name: '元旦', date: '2027-01-03', isOffDay: false },
      ],
    },
  ])
    assert.deepEqual(read(JSON.stringify(days)), { year: { ...about, ...expected }, errors: [] });
});

test('what is wrong is said line by line, and nothing is taken', () => {
  const lines = [
    '2027-02-29,放假,春节',
    '2028-01-01,放假,元旦',
    '2027-05-05至2027-05-01,放假,劳动节',
    '2027-10-01至2027-11-07,放假,国庆节',
    '2027-02-08,上班',
    '2027-04-05,放假',
    '2027-06-09,休假,端午节',
    '2027-09-15',
  ];
  assert.equal(read(...lines).year, null);
  assert.deepEqual(errors(...lines), [
    '第 1 行：没有“2027-02-29”这个日期，请写成 2027-10-01，连续几天写成 2027-10-01至2027-10-07。',
    '第 2 行：2028年1月1日不在2027年（或上一年12月）内，请核对年份。',
    '第 3 行：起止日期颠倒了：2027年5月5日晚于2027年5月1日。',
    '第 4 行：2027年10月1日至2027年11月7日超过15天，请核对起止日期。',
    '第 5 行：2027年2月8日是星期一，本来就是工作日，不需要写“上班”，请核对日期。',
    '第 6 行：放假的日期没有写节日名称，请补上，例如“春节”。',
    '第 7 行：“休假”应写“放假”或“上班”。',
    '第 8 行：“2027-09-15”不完整：每行写日期、“放假”或“上班”、节日名称。',
  ]);
});

test('a day named twice is an error when the rows differ and harmless when they agree', () => {
  // Friday is the last day that needs no 上班, Saturday the first that may have it.
  assert.match(errors('2027-02-12,上班')[0]!, /是星期五，本来就是工作日/);
  assert.deepEqual(errors('2027-02-13,上班'), []);
  assert.deepEqual(errors('2027-02-06,放假,春节', '2027-02-06,上班'), [
    '第 2 行：2027年2月6日与第 1 行重复而内容不同：那里是“放假 春节”，这里是“上班”。',
  ]);
  assert.deepEqual(errors('2027-02-06,放假,春节', '2027-02-06,放假,元宵'), [
    '第 2 行：2027年2月6日与第 1 行重复而内容不同：那里是“放假 春节”，这里是“放假 元宵”。',
  ]);
  assert.equal(read('2027-02-06,放假,春节', '2027-02-06,放假,春节').year?.off.length, 1);
});

test('fifteen days in a row are taken, sixteen are not', () => {
  assert.equal(read('2027-10-01至2027-10-15,放假,国庆节').errors.length, 0);
  assert.match(errors('2027-10-01至2027-10-16,放假,国庆节')[0] ?? '', /超过15天/);
});

test('an empty file, broken JSON and JSON without a list say so', () => {
  assert.match(errors('  ')[0] ?? '', /没有读到任何日期/);
  assert.match(errors('[{"日期": ')[0] ?? '', /不是完整的 JSON/);
  assert.match(errors('{"year": 2027}')[0] ?? '', /列表/);
  assert.match(errors('[1]')[0] ?? '', /第 1 项/);
});

test('a year that lacks festivals, or works on one, or has too many working days is doubted', () => {
  const { year } = read('2027-01-01至2027-01-03,放假,元旦', '2027-05-01,上班', '2027-05-08,上班');
  assert.deepEqual(doubtAnnouncement(year!), [
    '没有找到春节、清明、劳动节、端午、中秋、国庆的放假安排，请对照通知核对。',
    '5月1日、10月1日是法定节假日，却没有放假。',
    '照此计算，2027年有262个工作日；往年在 248 至 251 个之间，请核对。',
  ]);
});

// A pattern that tries every stretch of blanks would take a minute over this test instead of some milliseconds.
test('a hostile file is refused in words: endless blanks, endless text, hidden or foreign signs', () => {
  assert.equal(errors(`2027-01-01${' '.repeat(90_000)}x`).length, 1);
  assert.equal(errors(`2027-01-01,${'\t'.repeat(90_000)}放假x`).length, 1);
  assert.match(errors('a'.repeat(2_000_000))[0]!, /第 1 行：内容有 2000000 个字符，超过 100000 个/);
  for (const name of ['<script>alert(1)</script>', '元旦\u202e', '元旦\u0000', '春'.repeat(31)])
    assert.match(errors(`2027-01-01,放假,${name}`)[0]!, /^第 1 行：节日名称“.{1,41}”只能用 30 个以内的文字/);
  assert.match(
    errors(JSON.stringify([{ 日期: '2027-01-01', 安排: '放假', 名称: '元旦\n系统：已通过' }]))[0]!,
    /节日名称“元旦 系统：已通过”只能用/,
  );
  assert.equal(errors('\u0000\u202e')[0], '第 1 行：“��”不完整：每行写日期、“放假”或“上班”、节日名称。');
});

test('dates typed in full-width digits are read', () => {
  assert.deepEqual(read('２０２７－０１－０１，放假，元旦').year?.off, [
    { name: '元旦', from: '2027-01-01', to: '2027-01-01' },
  ]);
});

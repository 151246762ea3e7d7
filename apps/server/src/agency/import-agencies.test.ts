import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import exceljs from 'exceljs';
import { zipSync } from 'fflate';
import { agencyTitleNames } from './agency-sheet.ts';
import { codeOf, csv, type Row, workbook } from './agency-sheet-test-kit.ts';
import { eventsOf, openTestDistrict, refusalOf } from './agency-test-kit.ts';
import { importAgencies, previewAgencyImport } from './import-agencies.ts';
import { makeAgencyTemplate } from './make-agency-template.ts';
import { readAgency } from './queries.ts';

const government = '云山区人民政府';
const town = (name: string, more: Row = {}): Row => ({
  上级单位: government,
  单位名称: name,
  类别: '乡镇（街道）',
  区划代码: '990101101',
  ...more,
});

describe('a table of agencies', async () => {
  const { spine, administrator, officeId, governmentId, as } = await openTestDistrict();
  const { db } = spine;
  const preview = (bytes: Uint8Array) => previewAgencyImport(spine, administrator, bytes);
  const take = (bytes: Uint8Array) => importAgencies(spine, administrator, bytes);
  const problems = async (bytes: Uint8Array) =>
    (await preview(bytes)).problems.map(({ row, column, message }) => `${row} ${column} ${message}`);
  const byName = (name: string) =>
    db.selectFrom('agency').selectAll().where('name', '=', name).executeTakeFirst();

  it('shows what it would do, does it, and the same again does nothing', async () => {
    const bytes = await workbook([
      { 上级单位: '云山区卫生健康局', 单位名称: '云山区疾病预防控制局', 类别: '政府部门' },
      {
        上级单位: government,
        单位名称: '云山区卫生健康局',
        类别: '政府部门',
        统一社会信用代码: codeOf(1),
        电话: '0000-8120011',
      },
      { 上级单位: government, 单位名称: '云山区人民政府办公室', 地址: '云山大道 1 号' },
    ]);
    const expected = {
      problems: [],
      problemCount: 0,
      created: 2,
      changed: 1,
      unchanged: 0,
      rows: [
        {
          row: 2,
          name: '云山区疾病预防控制局',
          parent: '云山区卫生健康局',
          outcome: 'created',
          changes: [{ field: '类别', before: '', after: '政府部门' }],
        },
        {
          row: 3,
          name: '云山区卫生健康局',
          parent: government,
          outcome: 'created',
          changes: [{ field: '类别', before: '', after: '政府部门' }],
        },
        {
          row: 4,
          name: '云山区人民政府办公室',
          parent: government,
          outcome: 'changed',
          changes: [{ field: '地址', before: '', after: '云山大道 1 号' }],
        },
      ],
    };
    assert.deepEqual(await preview(bytes), expected);
    assert.equal(await byName('云山区卫生健康局'), undefined, 'a preview changes nothing');
    assert.deepEqual(await take(bytes), expected);

    const health = await byName('云山区卫生健康局');
    assert.equal(health?.region_code, '990101', "the region code is the parent's");
    assert.equal(health?.organisation_code, codeOf(1).slice(8, 17));
    assert.deepEqual(await eventsOf(spine, health?.id ?? ''), ['agency_created']);
    const before = await db.selectFrom('event').select('id').execute();
    assert.deepEqual(await take(bytes), { ...expected, created: 0, changed: 0, unchanged: 3, rows: [] });
    assert.equal((await db.selectFrom('event').select('id').execute()).length, before.length);
  });

  it('finds an agency by its credit code though its name changed, and takes a freed name and a new parent', async () => {
    await take(
      await workbook([
        { 上级单位: government, 单位名称: '云山区商务局', 类别: '政府部门', 统一社会信用代码: codeOf(2) },
        { 上级单位: government, 单位名称: '云山区招商中心', 类别: '政府部门' },
      ]),
    );
    const { id = '' } = (await byName('云山区商务局')) ?? {};
    const { rows } = await take(
      await workbook([
        { 上级单位: government, 单位名称: '云山区商务和投资促进局', 统一社会信用代码: codeOf(2) },
        { 上级单位: government, 单位名称: '云山区商务局', 类别: '政府部门' },
        { 上级单位: '云山区商务局', 单位名称: '云山区招商中心' },
      ]),
    );
    assert.equal((await readAgency(db, id)).name, '云山区商务和投资促进局');
    assert.deepEqual(rows.find(({ row }) => row === 4)?.changes, [
      { field: '上级单位', before: government, after: '云山区商务局' },
    ]);
  });

  it('names every problem by row and column, and takes nothing', async () => {
    const bytes = await workbook([
      town('云山区青石镇人民政府', { 区划代码: '9901' }),
      town('', { 简称: '无名' }),
      town('云山区柳溪镇人民政府', { 类别: '镇政府' }),
      town('云山区柳溪镇人民政府'),
      town('云山区柳溪镇人民政府'),
      town('云山区枫桥镇人民政府', { 上级单位: '云山区不存在局' }),
      town('云山区东湖镇人民政府', { 统一社会信用代码: codeOf(3).replace(/.$/, '?') }),
      town('云山区南湖镇人民政府', { 邮箱: '南湖' }),
      town('云山区西湖镇人民政府', { 类别: '' }),
      town('云山区北湖镇人民政府', { 是否主管部门: '是' }),
      { 上级单位: '云山区二局', 单位名称: '云山区一局', 类别: '政府部门' },
      { 上级单位: '云山区一局', 单位名称: '云山区二局', 类别: '政府部门' },
    ]);
    assert.deepEqual(await problems(bytes), [
      '2 区划代码 区划代码“9901”应为 6 位、9 位或 12 位数字。',
      '3 单位名称 没有填写单位名称。',
      '4 类别 “镇政府”应写人民政府、政府部门、乡镇（街道）。',
      '6 单位名称 单位名称“云山区柳溪镇人民政府”与第 5 行重复，请只保留一行。',
      '7 上级单位 没有“云山区不存在局”这个单位，请核对名称，或在本表中加上这个单位。',
      '8 统一社会信用代码 统一社会信用代码只用数字和除 I、O、S、V、Z 以外的大写字母，现在有“?”。',
      '9 邮箱 电子邮箱“南湖”的格式不对。',
      '10 类别 新增的单位必须填写类别：人民政府、政府部门、乡镇（街道）。',
      '11 是否主管部门 主管部门应当是人民政府的直属部门，例如办公室。',
      '12 上级单位 上下级关系形成了循环，请核对上级单位。',
      '13 上级单位 上下级关系形成了循环，请核对上级单位。',
    ]);
    assert.match(
      await refusalOf(take(bytes)),
      /^表中有 11 个问题，没有导入任何单位。第 2 行“区划代码”：区划代码“9901”应为/,
    );
    assert.equal(await byName('云山区南湖镇人民政府'), undefined);
  });

  it('says each mistake once, not again for what stands below it', async () => {
    const below = (parent: string, name: string) => ({ 上级单位: parent, 单位名称: name, 类别: '政府部门' });
    const bytes = await workbook([
      { 上级单位: government, 单位名称: '云山区写错类别局', 类别: '部委' },
      below('云山区写错类别局', '云山区写错类别所'),
      below('云山区写错类别所', '云山区写错类别站'),
      below('云山区没有的局', '云山区没有的所'),
      below('云山区没有的所', '云山区没有的站'),
    ]);
    assert.deepEqual(await problems(bytes), [
      '2 类别 “部委”应写人民政府、政府部门、乡镇（街道）。',
      '5 上级单位 没有“云山区没有的局”这个单位，请核对名称，或在本表中加上这个单位。',
    ]);
  });

  it('keeps one competent department to each government', async () => {
    const county = (rows: readonly Row[]) =>
      workbook([
        { 上级单位: government, 单位名称: '云山区高新区管委会', 类别: '人民政府', 区划代码: '990171' },
        ...rows,
      ]);
    assert.deepEqual(await problems(await county([])), [
      '2 单位名称 “云山区高新区管委会”没有主管部门：请在本表中加上它的办公室，“是否主管部门”写“是”（条例第三条）。',
    ]);
    const office = (name: string) => ({
      上级单位: '云山区高新区管委会',
      单位名称: name,
      类别: '政府部门',
      是否主管部门: '是',
    });
    assert.deepEqual(await problems(await county([office('高新区办公室'), office('高新区党政办')])), [
      '4 是否主管部门 “云山区高新区管委会”的主管部门在第 3 行已有一个。一级政府只有一个主管部门，原来的请写“否”。',
    ]);
    await take(await county([office('高新区办公室')]));
    assert.equal((await byName('高新区办公室'))?.is_competent, true);

    assert.deepEqual(
      await problems(
        await workbook([{ 上级单位: government, 单位名称: '云山区人民政府办公室', 是否主管部门: '否' }]),
      ),
      ['2 是否主管部门 这样一来上级政府就没有主管部门了，请同时把另一个部门写“是”。'],
    );
    const successor = { 上级单位: government, 单位名称: '云山区行政审批局', 类别: '政府部门' };
    const { rows } = await take(await workbook([{ ...successor, 是否主管部门: '是' }]));
    assert.deepEqual(
      rows.map(({ name, changes }) => [name, changes.at(-1)?.field]),
      [
        ['云山区人民政府办公室', '是否主管部门'],
        ['云山区行政审批局', '类别'],
      ],
    );
    assert.equal((await readAgency(db, officeId)).isCompetent, false);
    await take(
      await workbook([
        { 上级单位: government, 单位名称: '云山区行政审批局', 是否主管部门: '否' },
        { 上级单位: government, 单位名称: '云山区人民政府办公室', 是否主管部门: '是' },
      ]),
    );
    assert.equal((await readAgency(db, officeId)).isCompetent, true);
  });

  it('reaches no further than its importer does', async () => {
    const own = await as('system_administrator', officeId);
    const bytes = await workbook([
      { 上级单位: '云山区人民政府办公室', 单位名称: '云山区政务公开中心', 类别: '政府部门' },
      { 上级单位: government, 单位名称: '云山区越权局', 类别: '政府部门' },
    ]);
    const { problems: found } = await previewAgencyImport(spine, own, bytes);
    assert.deepEqual(
      found.map(({ row, message }) => [row, message]),
      [[3, '“云山区越权局”不在您管理的单位范围内，请从表中删去这一行。']],
    );
  });

  it('is read from CSV in GB18030 too, under a heading, with its columns in any order', async () => {
    // 单位名称,上级单位,类别 / 云山区水利局,云山区人民政府,政府部门
    const national = Buffer.from(
      'b5a5cebbc3fbb3c62cc9cfbcb6b5a5cebb2cc0e0b1f00ad4c6c9bdc7f8cbaec0fbbed62cd4c6c9bdc7f8c8cbc3f1d5feb8ae2cd5feb8aeb2bfc3c50a',
      'hex',
    );
    assert.deepEqual(await problems(national), []);
    assert.equal((await preview(national)).rows[0]?.name, '云山区水利局');
    const headed = csv(
      `云山区单位一览表\r\n\r\n类别,单位名称,上级单位\r\n政府部门,云山区林业局,${government}`,
    );
    assert.deepEqual(
      (await preview(headed)).rows.map(({ row, name }) => [row, name]),
      [[4, '云山区林业局']],
    );
  });

  it('that is no table, or a hostile one, is refused with what to do', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': new Uint8Array(10),
      'xl/workbook.xml': new Uint8Array(40 * 1024 * 1024),
    });
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('单位');
    sheet.addRow(['单位名称', '上级单位']);
    sheet.addRow(['云山区甲局', government]);
    sheet.model.merges.push('A3:XFD1048576');
    const wide = new Uint8Array(await book.xlsx.writeBuffer());
    const cases: readonly (readonly [Uint8Array, RegExp])[] = [
      [new Uint8Array(0), /文件是空的/],
      [csv('%PDF-1.7'), /只能读取 XLSX 和 CSV 文件/],
      [csv('PK\u0003\u0004 not a zip'), /文件已损坏/],
      [bomb, /已拒绝读取/],
      [new Uint8Array(11 * 1024 * 1024), /超过 10 MB/],
      [csv('名称,电话\n甲,1'), /没有找到表头/],
      [csv('单位名称,上级单位\n'), /表头下面没有内容/],
      [csv(`单位名称,上级单位,电话号码\n甲,${government},1`), /认不出“电话号码”这一列/],
      [csv(`单位名称,上级单位,单位名称\n甲,${government},乙`), /出现了两次/],
      [csv(`单位名称,上级单位\n${`甲,${government}\n`.repeat(5001)}`), /一次最多导入 5000 行/],
      [csv(`单位名称,上级单位,类别\n${'长'.repeat(5000)},${government},政府部门`), /太长，请缩短/],
      [wide, /新增的单位必须填写类别/],
      [csv(`单位名称,上级单位,类别\n云山区甲\u0000局,${government},政府部门`), /只能读取 XLSX 和 CSV 文件/],
      [
        csv(`单位名称,上级单位,类别\n云山区\u202e甲局,${government},政府部门`),
        /2 单位名称 文字中有不能显示的字符/,
      ],
      [csv(`单位名称,上级单位,类别\n"甲,${government},政府部门`), /没有找到|新增|太长|没有填写/],
    ];
    for (const [bytes, expected] of cases) assert.match((await problems(bytes)).join('\n'), expected);
  });

  it('never fails on rubbish in any cell but names what is wrong', async () => {
    const rubbish = ['=cmd|1', "'; drop table agency; --", '\u0000', '🏛️'.repeat(60), '<script>', '\u202e倒'];
    const rows = agencyTitleNames.flatMap((title) =>
      rubbish.map((text, index) => town(`云山区测试${title}${index}镇`, { [title]: text })),
    );
    const { problemCount, created } = await preview(await workbook(rows));
    assert.ok(problemCount > 0);
    assert.equal(created + problemCount >= rows.length, true);
    // What passes is kept as it was written.
    const [odd] = rubbish.slice(1);
    await take(await workbook([town(`云山区测试镇`, { 地址: odd ?? '' })]));
    assert.equal((await byName('云山区测试镇'))?.address, odd);
  });

  it('of three thousand agencies is taken in one act, with an event and a job for each', async () => {
    const rows = Array.from({ length: 3000 }, (_, index): Row => {
      const parent = index < 60 ? government : `云山区第${index % 60}局`;
      const name = index < 60 ? `云山区第${index}局` : `云山区第${index % 60}局第${index}分局`;
      return { 上级单位: parent, 单位名称: name, 类别: '政府部门', 统一社会信用代码: codeOf(1000 + index) };
    });
    const bytes = await workbook(rows);
    assert.equal((await take(bytes)).created, 3000);
    const { count } = await db
      .selectFrom('event')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('kind', '=', 'agency_created')
      .executeTakeFirstOrThrow();
    assert.ok(count >= 3000);
    assert.deepEqual(
      await take(bytes).then(({ created, changed, unchanged }) => [created, changed, unchanged]),
      [0, 0, 3000],
    );
    assert.equal((await readAgency(db, governmentId)).below.length >= 60, true);
  });

  it('in which each agency stands below the next is refused, as long as it may be', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, index): Row => ({
        上级单位: index === 2999 ? government : `云山区链${index + 1}局`,
        单位名称: `云山区链${index}局`,
        类别: '政府部门',
      }),
    );
    const { problemCount, problems: found } = await preview(await workbook(rows));
    assert.equal(problemCount, 3000 - 11);
    assert.match(found[0]?.message ?? '', /层级最多 12 级/);
  });

  it('comes as a template that, filled in, is taken', async () => {
    const template = await makeAgencyTemplate();
    assert.equal(template.name, '单位导入模板.xlsx');
    const book = new exceljs.Workbook();
    await book.xlsx.load(await template.arrayBuffer());
    const sheet = book.worksheets[0] as exceljs.Worksheet;
    assert.deepEqual((sheet.getRow(1).values as string[]).slice(1), agencyTitleNames);
    sheet.getRow(2).getCell(agencyTitleNames.indexOf('单位名称') + 1).value = '云山区体育局';
    sheet.getRow(2).getCell(agencyTitleNames.indexOf('上级单位') + 1).value = government;
    sheet.getRow(2).getCell(agencyTitleNames.indexOf('类别') + 1).value = '政府部门';
    const filled = new Uint8Array(await book.xlsx.writeBuffer());
    assert.deepEqual(await problems(filled), []);
    assert.equal((await take(filled)).created, 1);
  });
});

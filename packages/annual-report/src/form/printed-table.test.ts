import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormId } from './form.ts';
import { cellIndex, forms } from './forms.ts';
import { printedForm } from './printed-form.ts';
import { type PrintedTable, printedTables } from './printed-table.ts';

const cells = (table: PrintedTable) => table.rows.flat();
const find = (table: PrintedTable, text: string) => cells(table).find((cell) => cell.text === text)!;
const requests = (form: FormId) => printedForm(form)[1]!;

test('every cell of both forms is printed exactly once', () => {
  for (const form of forms) {
    const printed = printedForm(form.id).flatMap((table) => cells(table).flatMap((cell) => cell.cell ?? []));
    assert.deepEqual(printed.toSorted(), [...cellIndex(form.id).keys()].toSorted());
  }
});

test('cells fill the whole grid of each table without gap or overlap', () => {
  for (const form of forms) {
    for (const table of printedForm(form.id)) {
      const seen = new Map<string, number>();
      for (const cell of cells(table)) {
        for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
          for (let c = cell.column; c < cell.column + cell.columnSpan; c++) {
            seen.set(`${r}:${c}`, (seen.get(`${r}:${c}`) ?? 0) + 1);
          }
        }
      }
      assert.equal(seen.size, table.rows.length * table.columns);
      assert.ok([...seen.values()].every((count) => count === 1));
      assert.equal(table.widths.length, table.columns);
      assert.ok(Math.abs(table.widths.reduce((a, b) => a + b) - 1) < 1e-9);
    }
  }
});

test('table 三 has 28 rows by 10 columns in the 2021 form and 26 in the 2019 form', () => {
  assert.deepEqual([requests('2021').rows.length, requests('2021').columns], [28, 10]);
  assert.deepEqual([requests('2019').rows.length, requests('2019').columns], [26, 10]);
});

test('the corner remark, the applicants and the outcome groups of table 三 are merged as on the form', () => {
  const table = requests('2021');
  const spans = (text: string) => [find(table, text).rowSpan, find(table, text).columnSpan];
  const corner = cells(table).find((cell) => cell.role === 'corner')!;
  assert.deepEqual([corner.rowSpan, corner.columnSpan], [3, 3]);
  assert.deepEqual(spans('申请人情况'), [1, 7]);
  assert.deepEqual(spans('法人或其他组织'), [1, 5]);
  assert.deepEqual(spans('自然人'), [2, 1]);
  assert.deepEqual(spans('三、本年度办理结果'), [22, 1]);
  assert.deepEqual(spans('（三）不予公开'), [8, 1]);
  assert.deepEqual(spans('（七）总计'), [1, 2]);
  assert.deepEqual(spans('四、结转下年度继续办理'), [1, 3]);
  assert.deepEqual([find(requests('2019'), '（六）其他处理').columnSpan], [2]);
});

test('each figure knows the heads and labels that name it', () => {
  const names = (table: PrintedTable, id: string) => {
    const headers = cells(table).find((cell) => cell.cell === id)!.headers!;
    return headers.map((key) => cells(table).find((cell) => cell.key === key)!.text);
  };
  const [proactive, three, four] = printedForm('2021');
  assert.deepEqual(names(proactive!, 'proactive.20-6.coercion.decisions'), [
    '第二十条第（六）项',
    '本年处理决定数量',
    '行政强制',
  ]);
  assert.deepEqual(names(three!, 'requests.refused.security.business'), [
    '申请人情况',
    '法人或其他组织',
    '商业企业',
    '三、本年度办理结果',
    '（三）不予公开',
    '3.危及“三安全一稳定”',
  ]);
  assert.deepEqual(names(four!, 'reviews.litigation.direct.pending'), [
    '行政诉讼',
    '未经复议直接起诉',
    '尚未审结',
  ]);
  assert.deepEqual(names(four!, 'reviews.reconsideration.total'), ['行政复议', '总计']);
});

test('a hybrid prints each table on its own form', () => {
  const [proactive, three] = printedTables({ 'proactive.20-1': '2021', requests: '2019' });
  assert.equal(find(proactive!, '本年制发件数').role, 'head');
  assert.equal(three!.rows.length, 26);
});

test('rows, columns and tables that the report does not have are left out, and the merges shrink', () => {
  const kept = (id: string) => !/\.(refused\.security|received)\./.test(id) && !id.endsWith('.research');
  const [table] = printedTables({ requests: '2021' }, kept);
  assert.deepEqual([table!.rows.length, table!.columns], [26, 9]);
  assert.equal(find(table!, '（三）不予公开').rowSpan, 7);
  assert.equal(find(table!, '法人或其他组织').columnSpan, 4);
  const [reviews] = printedTables({ reviews: '2021' }, () => false);
  assert.deepEqual([reviews!.rows.length, reviews!.headRows], [3, 3]);
});

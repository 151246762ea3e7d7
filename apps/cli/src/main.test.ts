import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  cleanDraft,
  createRandom,
  type Draft,
  generate,
  generateFamily,
  generateSeries,
  getLayout,
  lay,
  render,
} from '@gongkai/synthetic-report';

const program = fileURLToPath(new URL('../bin/gongkai.mjs', import.meta.url));
/** As `npm test` does; otherwise each of the many starts compiles everything anew. */
const cache = fileURLToPath(new URL('../../../node_modules/.cache/gongkai', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gongkai 年报 '));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const gongkai = (args: readonly string[], input?: Uint8Array): Promise<Run> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: { NODE_COMPILE_CACHE: cache, ...process.env },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });

const lines = (text: string): readonly Record<string, unknown>[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const put = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return name;
};

const file = async (draft: Draft, name: string, layout = 'docx.plain'): Promise<string> => {
  const made = await render(getLayout(layout), lay(1, draft), createRandom(1), name);
  return put(made.name, made.bytes);
};

const clean = cleanDraft(3, { year: 2023 });

/** The same report with one request more in a sum than its parts hold. */
const broken: Draft = {
  ...clean,
  figures: {
    ...clean.figures,
    values: new Map(clean.figures.values).set(
      'requests.received.total',
      String(Number(clean.figures.values.get('requests.received.total') ?? 0) + 7),
    ),
  },
};

test('reading gives every cell of a report as one JSON object a line', async () => {
  const report = await generate(21, { layout: 'html.site' });
  const { code, out } = await gongkai(['report', 'read', put(report.name, report.bytes), '--json']);
  assert.equal(code, 0);
  const [object] = lines(out) as [
    { agency: string; year: number; cells: Record<string, { value: number | null; status: string }> },
  ];
  assert.equal(object.agency, report.truth.agency);
  assert.equal(object.year, report.truth.year);
  assert.deepEqual(new Set(Object.keys(object.cells)), new Set(report.truth.cells.keys()));
});

test('a clean report ends with 0, a wrong sum with 1 and the cell named, an unreadable file with 2', async () => {
  const good = await file(clean, 'clean');
  assert.equal((await gongkai(['report', 'check', good])).code, 0);
  const { code, out } = await gongkai(['report', 'check', await file(broken, 'broken'), '--json']);
  assert.equal(code, 1);
  const [object] = lines(out) as [{ findings: { rule: string; cells: string[] }[] }];
  assert.ok(
    object.findings.some(
      ({ rule, cells }) => rule.startsWith('sums.') && cells.includes('requests.received.total'),
    ),
  );
  const bad = await gongkai([
    'report',
    'check',
    good,
    put('bad.pdf', Buffer.from('%PDF-1.7 nothing')),
    'missing.docx',
    '--json',
  ]);
  assert.equal(bad.code, 2);
  assert.equal(lines(bad.out).length, 3);
  assert.match(bad.err, /2 个读不出来/);
});

test('a folder, a pattern, a ZIP and standard input are all read, and a bad file stops nothing', async () => {
  const report = await generate(22, { layout: 'docx.plain' });
  const name = put('输入.docx', report.bytes);
  assert.equal(
    lines((await gongkai(['report', 'read', '-', '--json'], report.bytes)).out)[0]?.agency,
    report.truth.agency,
  );
  assert.equal(lines((await gongkai(['report', 'read', '输*.docx', '--json'])).out)[0]?.file, name);
  put('另一份.docx', report.bytes);
  put('说明.json', Buffer.from('{}'));
  const all = lines((await gongkai(['report', 'read', '.', '--json'])).out);
  assert.ok(all.length >= 2 && all.every((object) => object.file !== '说明.json'));
  const { buildZip } = await import('../../../packages/annual-report/src/read/zip/build-zip.ts');
  put(
    '一批.zip',
    buildZip([
      { name: '内/报告.docx', data: report.bytes },
      { name: '__MACOSX/._x', data: Buffer.from('x') },
      { name: '说明.json', data: Buffer.from('{}') },
    ]),
  );
  const zipped = lines((await gongkai(['report', 'read', '一批.zip', '--json'])).out);
  assert.deepEqual(
    zipped.map((object) => [object.file, object.agency]),
    [['一批.zip/内/报告.docx', report.truth.agency]],
  );
});

test('one agency’s reports of several years are checked against each other', async () => {
  const [first, second] = generateSeries(31, [2022, 2023]) as [Draft, Draft];
  const moved: Draft = {
    ...second,
    figures: {
      ...second.figures,
      values: new Map(second.figures.values)
        .set('requests.carriedIn.naturalPerson', '77')
        .set('requests.carriedIn.total', '77'),
    },
  };
  const files = [await file(moved, 'y2023'), await file(first, 'y2022')];
  const over = lines((await gongkai(['report', 'check', ...files, '--json'])).out) as {
    file: string;
    findings: { rule: string }[];
  }[];
  assert.equal(over.length, 2);
  assert.ok(over[0]?.findings.some(({ rule }) => rule.startsWith('years.')));
  assert.ok(!over[1]?.findings.some(({ rule }) => rule.startsWith('years.')));
  const alone = await gongkai(['report', 'check', ...files, '--json', '--no-years']);
  assert.ok(!alone.out.includes('"years.'));
});

test('a parent is checked against its children', async () => {
  const [parent, ...children] = generateFamily(41, 2) as [Draft, ...Draft[]];
  const childFiles = await Promise.all(children.map((child, index) => file(child, `child${index}`)));
  const fine = await gongkai([
    'report',
    'check',
    ...childFiles,
    '--parent',
    await file(parent, 'parent'),
    '--json',
  ]);
  assert.ok(!fine.out.includes('"agencies.sum"'));
  put('名单.txt', Buffer.from(`${children.map(({ agency }) => agency.name).join('\n')}\n云山区档案局\n`));
  const short = await gongkai([
    'report',
    'check',
    ...childFiles,
    '--parent',
    'parent.docx',
    '--expected',
    '名单.txt',
    '--json',
  ]);
  assert.ok(short.out.includes('"agencies.missing"') && short.out.includes('云山区档案局'));
  const wrong: Draft = {
    ...parent,
    figures: {
      ...parent.figures,
      values: new Map(parent.figures.values).set('proactive.20-6.penalties.decisions', '999999'),
    },
  };
  const found = await gongkai([
    'report',
    'check',
    ...childFiles,
    '--parent',
    await file(wrong, 'wrong'),
    '--json',
  ]);
  assert.ok(
    (lines(found.out)[0] as { findings: { rule: string }[] }).findings.some(
      ({ rule }) => rule === 'agencies.sum',
    ),
  );
});

test('what is read can be written in every format and read again', async () => {
  const source = await file(clean, 'source');
  const { out } = await gongkai(['report', 'read', source, '--json']);
  put('data.json', Buffer.from(out));
  const figures = (text: string): unknown =>
    Object.entries((lines(text)[0] as { cells: Record<string, { value: number | null }> }).cells).map(
      ([id, { value }]) => [id, value],
    );
  for (const format of ['docx', 'html', 'xlsx', 'pdf', 'md', 'json']) {
    assert.equal(
      (await gongkai(['report', 'write', '--from', 'data.json', '--to', `copy.${format}`])).code,
      0,
      format,
    );
    assert.deepEqual(
      figures((await gongkai(['report', 'read', `copy.${format}`, '--json'])).out),
      figures(out),
      format,
    );
  }
  const same = await gongkai(['report', 'compare', source, 'copy.docx']);
  assert.match(same.out, /不同 0/);
});

test('a blank form can be had in the layout of either notice', async () => {
  for (const form of ['2019', '2021']) {
    const name = `blank-${form}.docx`;
    assert.equal(
      (
        await gongkai([
          'report',
          'template',
          '--form',
          form,
          '--to',
          name,
          '--agency',
          '云山区人民政府',
          '--year',
          '2025',
        ])
      ).code,
      0,
    );
    const [object] = lines((await gongkai(['report', 'read', name, '--json'])).out) as [
      { form: string; agency: string; cells: Record<string, { status: string }> },
    ];
    assert.equal(object.form, form);
    assert.equal(object.agency, '云山区人民政府');
    assert.deepEqual(new Set(Object.values(object.cells).map(({ status }) => status)), new Set(['blank']));
  }
});

test('results go into CSV and XLSX files that a spreadsheet opens', async () => {
  const name = await file(clean, 'table');
  const csv = (await gongkai(['report', 'read', name, '--csv'])).out;
  assert.equal(csv.codePointAt(0), 0xfeff);
  assert.equal(csv.trim().split('\r\n').length, 201);
  assert.equal((await gongkai(['report', 'read', name, '--xlsx', 'all.xlsx'])).code, 0);
  assert.equal(readFileSync(join(folder, 'all.xlsx')).subarray(0, 2).toString(), 'PK');
});

test('a command written wrongly says how to write it', async () => {
  for (const args of [
    ['report', 'fly'],
    ['report', 'read'],
    ['report', 'read', 'a', '--yaml'],
    ['report', 'read', 'a', '--jobs', 'x'],
    ['report', 'write', '--to', 'a.doc'],
  ]) {
    const { code, err } = await gongkai(args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, /[\u4e00-\u9fff]/);
    assert.doesNotMatch(err, /at .*\.ts:\d+/, 'no stack trace');
  }
  assert.match((await gongkai(['--help'])).out, /gongkai report check/);
  assert.match((await gongkai(['report', 'check', '--help'])).out, /--parent/);
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import {
  cleanDraft,
  createRandom,
  errorKinds,
  type Generated,
  generateFamily,
  generateSeries,
  getLayout,
  lay,
  render,
} from '@gongkai/synthetic-report';
import { openTestApp } from './upload-test-kit.ts';

let time = Date.now();
const { app, examine, get, close } = openTestApp({ GONGKAI_UPLOAD_MB: '8' }, () => time);
after(close);

const withError = (seed: number, name: string, layout: string): Promise<Generated> => {
  const draft = cleanDraft(seed, { year: 2024 });
  const planted = errorKinds
    .find((kind) => kind.name === name)
    ?.plant(createRandom(seed), draft, lay(seed, draft));
  assert.ok(planted, name);
  return render(getLayout(layout), planted.laid, createRandom(seed), `${draft.agency.name}-${seed}`);
};

const clean = (seed: number): Promise<Generated> => {
  const draft = cleanDraft(seed, { year: 2024 });
  return render(
    getLayout('docx.plain'),
    lay(seed, draft),
    createRandom(seed),
    `${draft.agency.name}-${seed}`,
  );
};

/** The names of reports in the order of the list. */
const listed = (html: string): readonly string[] =>
  [...html.matchAll(/<th scope="row"><a href="[^"]+\/(\d+)">/g)].map(([, index]) => index as string);

test('the list begins with the worst, can be narrowed and ordered by links, and says how many have errors', async () => {
  const { url, html } = await examine([
    await clean(21),
    await withError(5, 'outcomeCell', 'html.site'),
    await clean(23),
  ]);
  assert.match(html, /3 个文件，读出 3 份报告，其中 1 份有错误/);
  assert.equal(listed(html)[0], '2');
  assert.deepEqual(listed(await get(`${url}?show=errors`)), ['2']);
  assert.deepEqual(listed(await get(`${url}?show=clean`)).toSorted(), ['1', '3']);
  assert.deepEqual(listed(await get(`${url}?order=file`)), ['1', '2', '3']);
  assert.deepEqual(listed(await get(`${url}?show=nonsense&order=nonsense`))[0], '2');
});

test('all findings of an upload can be taken away as a table, unread files among them', async () => {
  const bad = await withError(5, 'outcomeCell', 'html.site');
  const { url } = await examine([bad, { name: '空.docx', bytes: new Uint8Array(0) }]);
  const csv = await get(`${url}/findings.csv`);
  assert.match(csv, /^文件,机关,年度,轻重,/);
  assert.ok(csv.includes('空.docx,,,读不出,file.empty'));
  assert.ok(csv.includes(`${bad.truth.agency},2024,错误,sums.`));
  const book = await app.request(`${url}/findings.xlsx`);
  assert.equal(Buffer.from(await book.arrayBuffer()).toString('latin1', 0, 2), 'PK');
  assert.equal((await get(`${url}/1/findings.csv`)).includes('空.docx'), false);
  assert.equal((await app.request(`${url}/findings.exe`)).status, 404);
});

test('the figure that should stand in a cell stands in the cell, in its window and in the finding', async () => {
  const { url, html } = await examine([await withError(5, 'outcomeCell', 'html.site')]);
  const [, cell = '', value = ''] =
    /<td id="c-([\w.-]+)" class="[^"]*flagged[^"]*"[^>]*>(?:(?!<\/td>).)*应为 ([\d,]+)</s.exec(html) ?? [];
  assert.notEqual(cell, '');
  assert.match(html, new RegExp(`<a href="#c-${cell}">[^<]+</a>应为 <b>${value.replaceAll(',', '')}</b>`));
  assert.ok((await get(`${url}/1/cells/${cell}`)).includes(`应为 ${value}`));
});

test('a parent that is not the sum of its children is found out, and one that is passes', async () => {
  const family = generateFamily(3, 4, { year: 2024 });
  const files = await Promise.all(
    family.map((draft, at) => render(getLayout('docx.plain'), lay(3, draft), createRandom(3), `${at}`)),
  );
  const { url, html } = await examine(files);
  assert.ok(html.includes('与下级汇总核对'));
  assert.match(html, /<select name="parent">\s*<option value="1">/);
  assert.match(await get(`${url}/family?parent=1`), /汇总数与下级之和逐格一致|severity (?:notice|warning)/);
  assert.doesNotMatch(await get(`${url}/family?parent=1`), /severity error/);
  assert.match(await get(`${url}/family?parent=2`), /汇总报告与 4 份下级报告之和不一致/);
  assert.equal((await app.request(`${url}/family?parent=9`)).status, 404);
});

test('the chart, the table under it and the file to take away tell the same numbers', async () => {
  const files = await Promise.all(
    generateSeries(14, [2022, 2023, 2024]).map((draft) =>
      render(getLayout('docx.plain'), lay(14, draft), createRandom(14), String(draft.year)),
    ),
  );
  const { url, html } = await examine(files);
  const csv = (await get(`${url}/years-1.csv`)).trim().split('\r\n').slice(1);
  assert.equal(csv.length, 3);
  for (const line of csv) {
    const [year, ...figures] = line.split(',');
    const row =
      new RegExp(`<tr><th scope="row"><a [^>]+>${year}</a></th>(.*?)</tr>`, 's').exec(html)?.[1] ?? '';
    const cells = [...row.matchAll(/<td class="figure">([\d,]+)<\/td>/g)].map(([, text]) =>
      text?.replaceAll(',', ''),
    );
    assert.deepEqual(cells.slice(0, figures.length), figures, year);
    const bars = [...html.matchAll(new RegExp(`<title>${year} 年[^<]*? ([\\d,]+) 件</title>`, 'g'))];
    assert.deepEqual(
      bars.map(([, text]) => text?.replaceAll(',', '')),
      figures.filter((figure, at) => at === 0 || figure !== '0'),
      year,
    );
  }
});

test('when its time is over, a result is gone with all its pages, pictures and files', async () => {
  const draft = cleanDraft(6, { year: 2024 });
  const pdf = await render(getLayout('pdf.ruled'), lay(6, draft), createRandom(6), 'report');
  const { url } = await examine([pdf]);
  const paths = ['', '/1', '/1/pages/1', '/1/pages/1.png', '/1/report.json', '/findings.csv', '/progress'];
  for (const path of paths) {
    const answer = await app.request(url + path);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers.get('cache-control'), 'no-store', path);
  }
  time += 60 * 60_000 + 1;
  for (const path of paths) assert.equal((await app.request(url + path)).status, 404, path);
});

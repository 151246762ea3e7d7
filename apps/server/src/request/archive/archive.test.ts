import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { ArchiveFormat } from '@gongkai/contract';
import { needs } from '../../../../../tools/system-package.ts';
import { eventsOf, refusalOf } from '../../agency/agency-test-kit.ts';
import { keyOf } from '../../platform/file/byte-store.ts';
import { at } from '../request-test-kit.ts';
import {
  bytesOf,
  openArchiveOffice,
  pagesOf,
  pdfOf,
  planted,
  run,
  testFolder,
  wholeCase,
} from './archive-test-kit.ts';
import { exportCase } from './export-case.ts';
import { freezeCase } from './freeze-case.ts';
import { readFrozen } from './frozen-catalogue.ts';
import { readCatalogue, verifyArchive } from './read-catalogue.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const titles = [
  '政府信息公开申请登记表',
  '来件扫描件：申请表扫描件',
  '申请附件：情况说明',
  `身份证明：${planted.name}身份证`,
  '政府信息公开申请补正告知书',
  '政府信息检索记录',
  '检索证据：检索截屏',
  '关于政府信息公开征求意见的函',
  '意见材料：第三方意见',
  '征求意见情况表',
  '延长答复期限审批单',
  '政府信息公开申请延长答复期限告知书',
  '政府信息公开答复审批单',
  '政府信息公开申请答复书',
  '所申请的政府信息：批复',
  '所申请的政府信息：评估报告原件',
  '不予公开部分及理由',
  '送达、缴费凭证：邮政回执',
  '政府信息公开申请办理过程表',
];

describe('the file of a case', async () => {
  const office = await openArchiveOffice();
  const id = await wholeCase(office);
  at(office, '2026-04-01');
  await office.take(office.people.officer, id, 'archive');
  await freezeCase(office.spine, id);
  const get = async (format: ArchiveFormat): Promise<Buffer> =>
    bytesOf(await exportCase(office.spine, office.people.officer, id, format));

  it('lists its documents in the order of an archive, with numbers, authors, pages and hashes', async () => {
    const { documents, keepUntil, frozen, archivedOn } = await readCatalogue(
      office.spine,
      office.people.reviewer,
      id,
    );
    assert.deepEqual(
      documents.map(({ title }) => title),
      titles,
    );
    assert.deepEqual([archivedOn, keepUntil, frozen?.agrees], ['2026-04-01', '2056-12-31', true]);
    const reply = documents.find(({ title }) => title === '政府信息公开申请答复书')!;
    assert.match(reply.number!, /〔2026〕\d+号$/);
    assert.equal(reply.author, '云山区人民政府办公室');
    assert.equal(documents[1]!.author, '申请人');
    let next = 1;
    for (const { pages, firstPage, sha256: hash } of documents) {
      assert.match(hash!, /^[0-9a-f]{64}$/);
      assert.equal(firstPage, pages === null ? null : next);
      next += pages ?? 0;
    }
    assert.equal(documents.find(({ title }) => title.includes('截屏'))!.pages, null);
  });

  it('is a ZIP that other programs unpack and whose hashes they confirm', {
    skip: needs('unzip'),
  }, async () => {
    const folder = await testFolder();
    await writeFile(join(folder, 'a.zip'), await get('archive.zip'));
    run('unzip', ['-qq', 'a.zip', '-d', 'out'], folder);
    const out = join(folder, 'out');
    const checked = run('sha256sum', ['-c', 'SHA256SUMS'], out).trim().split('\n');
    assert.equal(checked.length, titles.length + 3);
    assert.ok(checked.every((line) => line.endsWith(': OK')));
    const names = (await readdir(out)).filter((name) => /^\d{3}-/.test(name)).toSorted();
    assert.deepEqual(
      names.map((name) => name.replace(/^\d{3}-|\.[a-z]+$/g, '')),
      titles,
    );
    const csv = await readFile(join(out, '卷内文件目录.csv'), 'utf8');
    const json = JSON.parse(await readFile(join(out, '卷内文件目录.json'), 'utf8'));
    for (const { serial, title, path, sha256: hash } of json.documents) {
      assert.ok(csv.includes(`${serial},`) && csv.includes(title) && csv.includes(hash));
      assert.equal(sha256(await readFile(join(out, path))), hash);
    }
    assert.deepEqual(json.missing, []);
  });

  it('is one PDF with everything in order, each page under the number that the catalogue says', {
    skip: needs('pdftotext'),
  }, async () => {
    const pages = await pagesOf(await testFolder(), await get('archive.pdf'));
    const cover = 2;
    assert.ok(pages[0]!.includes('政府信息公开申请案卷') && pages[0]!.includes(planted.name));
    assert.ok(pages[0]!.includes('2056年12月31日'));
    const { documents } = await readCatalogue(office.spine, office.people.officer, id);
    const bound = documents.filter(({ firstPage }) => firstPage !== null);
    for (const { title, firstPage, pages: count } of bound) {
      const range = count === 1 ? `${firstPage}` : `${firstPage}-${firstPage! + count! - 1}`;
      assert.ok(pages[1]!.includes(title.replace(/\s/g, '').slice(0, 8)), title);
      assert.ok(pages[1]!.includes(range), `${title} ${range}`);
      for (let page = firstPage!; page < firstPage! + count!; page += 1)
        assert.ok(pages[cover + page - 1]!.startsWith(String(page)), `${title}: ${page}`);
    }
    const pageOf = (title: string): string =>
      pages[cover + bound.find((one) => one.title === title)!.firstPage! - 1]!;
    assert.ok(pageOf('政府信息公开申请登记表').includes(planted.identity));
    assert.ok(pageOf('政府信息公开申请登记表').includes(planted.description));
    assert.ok(pageOf('申请附件：情况说明').includes(planted.file));
    assert.ok(pageOf('政府信息检索记录').includes('以“青溪”“征地补偿”检索标题和全文'));
    assert.ok(pageOf('征求意见情况表').includes(planted.opinion));
    assert.ok(pageOf('延长答复期限审批单').includes('延长10个工作日'));
    assert.ok(pageOf('政府信息公开答复审批单').includes('报价部分已删减'));
    assert.ok(pageOf('不予公开部分及理由').includes('商业秘密'));
    const process = pages.slice(cover + bound.at(-1)!.firstPage! - 1).join('');
    for (const words of ['登记申请人收到答复', '三、期限逐日计算', '2026-03-10不计', '等待申请人补正'])
      assert.ok(process.includes(words), words);
    assert.equal(pages.length, cover + bound.reduce((sum, { pages: own }) => sum + own!, 0));
  });

  it('gives evidence with what each proves, the legal basis, and nothing that was withheld', {
    skip: needs('unzip'),
  }, async () => {
    const folder = await testFolder();
    await writeFile(join(folder, 'e.zip'), await get('evidence.zip'));
    run('unzip', ['-qq', 'e.zip', '-d', 'out'], folder);
    const out = join(folder, 'out');
    assert.ok(run('sha256sum', ['-c', 'SHA256SUMS'], out).includes('03-证据材料合订本.pdf: OK'));
    const names = await readdir(join(out, '证据'));
    assert.ok(
      names.some((name) => name.includes('答复书')) && names.some((name) => name.includes('邮政回执')),
    );
    assert.ok(!names.some((name) => name.includes('评估报告原件')));
    const [list, basis] = [
      (await pagesOf(folder, await readFile(join(out, '01-证据目录.pdf')))).join(''),
      (await pagesOf(folder, await readFile(join(out, '02-法律依据清单.pdf')))).join(''),
    ];
    assert.ok(
      list.includes('已尽检索义务') && list.includes('没有收入的材料：所申请的政府信息：评估报告原件'),
    );
    assert.ok(basis.includes('第三十七条') && basis.includes('部分公开'));
    const bound = await pagesOf(folder, await readFile(join(out, '03-证据材料合订本.pdf')));
    assert.ok(!bound.join('').includes('含报价的原件'));
    assert.ok(bound.join('').includes(planted.file));
  });

  it('has the same bytes at every export', async () => {
    for (const format of ['archive.zip', 'archive.pdf', 'evidence.zip'] as const) {
      const first = sha256(await get(format));
      at(office, '2026-09-01');
      assert.equal(sha256(await get(format)), first, format);
      at(office, '2026-04-01');
    }
  });

  it('is for the officers and the head of its own agency; each export stands in the record', async () => {
    const { spine, people } = office;
    const strangers = [
      people.reviewer,
      await office.as('officer', office.governmentId),
      await office.as('supervisor', office.governmentId),
      office.administrator,
    ];
    for (const stranger of strangers)
      assert.match(await refusalOf(exportCase(spine, stranger, id, 'archive.zip')), /没有权限/);
    assert.match(await refusalOf(readCatalogue(spine, strangers[2]!, id)), /没有权限/);
    const before = (await eventsOf(spine, id)).length;
    await get('archive.pdf');
    assert.deepEqual((await eventsOf(spine, id)).slice(before), [
      'personal_data_shown',
      'request_archive_exported',
    ]);
  });

  it('adds what comes after the archiving behind what was frozen, which stays as it was', async () => {
    const { spine } = office;
    const { documents: frozen } = (await readFrozen(spine.db, spine.cipher, {
      agency_id: office.officeId,
      id,
    }))!;
    // Somebody's name changes: sheets that were frozen still say who it was then.
    await spine.db
      .updateTable('person')
      .set({ name: '改名之人' })
      .where('id', '=', office.people.officer.actor.id!)
      .execute();
    const { documents, frozen: state } = await readCatalogue(spine, office.people.officer, id);
    assert.equal(state!.agrees, true);
    assert.deepEqual(
      documents.slice(0, frozen!.length).map(({ sha256: hash }) => hash),
      frozen!.map(({ sha256: hash }) => hash),
    );
  });
});

describe('a frozen case', () => {
  it('says which document is no longer what it was, and hands out the rest', async () => {
    const office = await openArchiveOffice();
    const { spine, people, take, files } = office;
    const id = await office.begun('某件');
    const bytes = await pdfOf('附件', ['要损坏的附件']);
    await office.add(id, 'attachment', '要损坏的.pdf', bytes);
    await take(people.officer, id, 'withdraw', { reason: '不需要了' });
    assert.match(await refusalOf(verifyArchive(spine, people.officer, id)), /还没有归档固定/);
    await take(people.officer, id, 'archive');
    await freezeCase(spine, id);
    await freezeCase(spine, id);
    assert.equal((await verifyArchive(spine, people.officer, id)).agrees, true);
    assert.equal((await readCatalogue(spine, people.officer, id)).keepUntil, '2036-12-31');

    const { path } = { path: join(files.folder, keyOf(sha256(bytes), true)) };
    const stored = await readFile(path);
    stored[stored.length - 100]! ^= 1;
    await writeFile(path, stored);
    const found = await verifyArchive(spine, people.officer, id);
    assert.equal(found.agrees, false);
    assert.match(found.differences.join(), /申请附件：要损坏的”与归档时不一致/);
    const folder = await testFolder();
    const pages = await pagesOf(
      folder,
      await bytesOf(await exportCase(spine, people.officer, id, 'archive.pdf')),
    );
    assert.ok(pages.join('').includes('不需要了') === false && pages.join('').includes('办理过程表'));
    assert.ok(!pages.join('').includes('要损坏的附件'));
    await writeFile(
      join(folder, 'a.zip'),
      await bytesOf(await exportCase(spine, people.officer, id, 'archive.zip')),
    );
    run('unzip', ['-qq', 'a.zip', '-d', 'out'], folder);
    const json = JSON.parse(await readFile(join(folder, 'out', '卷内文件目录.json'), 'utf8'));
    assert.deepEqual(json.missing, ['2. 申请附件：要损坏的']);
  });

  it('that is not archived yet is exported as it stands', async () => {
    const office = await openArchiveOffice();
    const id = await office.begun('还在办理的');
    const answer = await exportCase(office.spine, office.people.officer, id, 'evidence.zip');
    assert.match(answer.headers.get('content-disposition')!, /filename\*=UTF-8''/);
    assert.ok((await bytesOf(answer)).length > 10_000);
    const { documents, frozen, keepUntil } = await readCatalogue(office.spine, office.people.officer, id);
    assert.deepEqual([frozen, keepUntil, documents[0]!.sha256], [null, null, null]);
  });
});

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { mostFilesOfCase } from '@gongkai/contract';
import { openArchiveOffice } from './archive-test-kit.ts';
import { exportCase } from './export-case.ts';

const megabyte = 1024 * 1024;

test('a case of 300 files of a megabyte each is handed out whole without being held in memory', async () => {
  const office = await openArchiveOffice();
  const { spine, people, officeId } = office;
  const id = await office.begun('材料很多的一件');
  // One megabyte on the disk, three hundred files that are read: what is written is not what is tested here.
  const bytes = randomBytes(megabyte);
  // As text it has no pages: a picture of noise would test PDFium, not us.
  bytes[0] = 0;
  const received = await spine.files.receive({
    agencyId: officeId,
    name: '材料.bin',
    bytes,
    encrypted: true,
  });
  for (let index = 0; index < mostFilesOfCase; index += 1) {
    const kept = await spine.files.keep(spine.db, received);
    await spine.db
      .insertInto('request_file')
      .values({
        agency_id: officeId,
        request_id: id,
        id: kept.id,
        kind: 'attachment',
        person_id: people.officer.actor.id,
        added_at: spine.now(),
        is_from_applicant: false,
      })
      .execute();
  }
  // Fonts, typesetting and PDFium are there once, whatever is exported.
  const small = await office.begun('材料不多的一件');
  await (await exportCase(spine, people.officer, small, 'archive.zip')).arrayBuffer();
  const before = process.memoryUsage.rss();
  let [most, size] = [0, 0];
  const answer = await exportCase(spine, people.officer, id, 'archive.zip');
  for await (const chunk of answer.body!) {
    size += chunk.length;
    most = Math.max(most, process.memoryUsage.rss() - before);
  }
  assert.ok(size > mostFilesOfCase * megabyte, String(size));
  // Half of what it holds would be in memory if anything were gathered; pieces and garbage are far less.
  assert.ok(most < 150 * megabyte, `${Math.round(most / megabyte)} MB`);
});

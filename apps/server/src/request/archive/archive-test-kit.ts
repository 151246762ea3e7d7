import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { RequestFileKind } from '@gongkai/contract';
import { writeSheet } from '@gongkai/reply-document';
import { encodePng, readFonts } from '@gongkai/report-worker';
import { openTestFiles, type TestFiles } from '../../platform/file/files-test-kit.ts';
import type { Spine } from '../../platform/spine.ts';
import { addFile } from '../file/add-file.ts';
import { changeFile } from '../file/change-file.ts';
import { type LetterOffice, openLetterOffice, takeWithLetter } from '../letter/letter-test-kit.ts';
import { loadCase } from '../load-case.ts';
import { at } from '../request-test-kit.ts';

/** An office whose cases have files. */
export interface ArchiveOffice extends LetterOffice {
  readonly files: TestFiles;
  readonly add: (id: string, kind: RequestFileKind, name: string, bytes: Uint8Array) => Promise<string>;
}

export const openArchiveOffice = async (): Promise<ArchiveOffice> => {
  const office = await openLetterOffice();
  const files = await openTestFiles({ cipher: office.spine.cipher });
  const spine: Spine = { ...office.spine, files: files.files };
  return {
    ...office,
    spine,
    files,
    add: async (id, kind, name, bytes) =>
      (await addFile(spine, office.people.officer, id, { kind, name, bytes })).id,
  };
};

const fonts = readFonts();

/** A PDF of some pages that say a text each. */
export const pdfOf = (title: string, pages: readonly string[]): Promise<Uint8Array> =>
  writeSheet(
    {
      kind: 'form',
      organ: '某单位',
      title,
      number: null,
      blocks: pages.map((text, index) => ({
        kind: 'text',
        text: index === 0 ? text : `${'\n'.repeat(70)}${text}`,
      })),
    },
    fonts,
  );

/** A grey picture. */
export const pngOf = (width: number, height: number): Uint8Array =>
  encodePng({ width, height, rgba: new Uint8Array(width * height * 4).fill(200) });

/** What somebody planted that must not be found again once it is destroyed. */
export const planted = {
  name: '申小兰',
  identity: '11010519491231002X',
  phone: '13800001234',
  description: '关于青溪片区征地补偿安置方案的批复及其附件',
  reply: '现提供批复全文，评估报告中的报价部分不予公开',
  opinion: '报价属于我公司的商业秘密',
  file: '附件中只有这里才有的一句话',
} as const;

/** Takes a case through everything that leaves a document, up to the day before it is archived. */
export const wholeCase = async (office: ArchiveOffice): Promise<string> => {
  const { spine, people, take, add } = office;
  const { officer, reviewer, secrecy_reviewer, disclosure_head } = people;
  const id = await office.begun(planted.description);
  await add(id, 'scan', '申请表扫描件.png', pngOf(600, 800));
  await add(id, 'identity_proof', `${planted.name}身份证.png`, pngOf(400, 250));
  await add(id, 'attachment', '情况说明.pdf', await pdfOf('情况说明', [planted.file, '第二页的话']));
  await takeWithLetter(office, officer, id, {
    step: 'ask_for_correction',
    workingDays: 10,
    matter: '写明征地项目的名称',
  });
  await take(officer, id, 'record_notice_received', { notice: 'correction' });
  at(office, '2026-03-09');
  await take(officer, id, 'receive_correction', { description: `${planted.description}（青溪河整治项目）` });
  await take(officer, id, 'record_search', {
    where: '办公室档案室、公文系统，2020年至2025年',
    how: '以“青溪”“征地补偿”检索标题和全文，并查阅纸质案卷',
    found: '找到批复1件、评估报告1件',
  });
  await add(id, 'search_evidence', '检索截屏.txt', Buffer.from('检索词：青溪，命中 2 件'));
  await takeWithLetter(office, officer, id, {
    step: 'consult',
    party: 'third_party',
    name: '青溪评估有限公司',
    matter: '评估报告中的报价',
  });
  const consultationId = (await loadCase(spine.db, id)).facts.consultations.at(-1)!.id;
  at(office, '2026-03-11');
  await take(officer, id, 'record_consultation_delivery', { consultationId });
  at(office, '2026-03-18');
  await take(officer, id, 'record_opinion', {
    consultationId,
    answer: 'objectsWithReason',
    opinion: planted.opinion,
  });
  await add(id, 'opinion', '第三方意见.pdf', await pdfOf('意见', [planted.opinion]));
  await take(officer, id, 'propose_extension', { workingDays: 10, reason: '需要逐处区分处理' });
  await take(disclosure_head, id, 'approve_extension');
  await takeWithLetter(office, officer, id, { step: 'notify_extension' });
  const provided = await add(id, 'information', '批复.pdf', await pdfOf('批复', ['批复正文']));
  await changeFile(spine, officer, { id, fileId: provided, isProvided: true });
  await add(id, 'information', '评估报告原件.pdf', await pdfOf('评估报告', ['含报价的原件']));
  at(office, '2026-03-25');
  await takeWithLetter(office, officer, id, {
    step: 'draft_decision',
    outcome: 'partially_disclosed',
    reply: planted.reply,
    reasons: '报价公开会损害第三方的合法权益',
    withheld: [
      { what: '评估报告第三章的报价', exemption: 'trade_secret', reason: '属于商业秘密，第三方不同意公开' },
    ],
    earlierRequestId: null,
    rightAgency: null,
  });
  await take(reviewer, id, 'review', { note: '事实清楚，同意' });
  await take(secrecy_reviewer, id, 'review_secrecy', {
    conclusion: 'after_deletion',
    basis: '报价部分已删减',
  });
  await take(disclosure_head, id, 'approve', { note: '同意' });
  await take(officer, id, 'sign');
  at(office, '2026-03-27');
  await take(officer, id, 'deliver', { way: 'post', proof: '挂号 XA00000000011' });
  at(office, '2026-03-30');
  await take(officer, id, 'record_service', { proof: '回执签收' });
  await add(id, 'proof', '邮政回执.png', pngOf(500, 300));
  return id;
};

export const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

/** A folder that is gone after the tests. */
export const testFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-archive-'));
  after(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** Runs a program of the system; its output, or what it complained of. */
export const run = (program: string, args: readonly string[], cwd?: string): string => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', cwd, maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}${stdout}`);
  return stdout;
};

/** A PDF's pages as text, blanks left out. */
export const pagesOf = async (folder: string, bytes: Uint8Array): Promise<readonly string[]> => {
  const file = join(folder, 'pages.pdf');
  await writeFile(file, bytes);
  return run('pdftotext', ['-layout', file, '-'])
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ''));
};

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { at } from '../request-test-kit.ts';
import { changeTemplate, checkTemplateText, listTemplates } from './letter-templates.ts';
import { openLetterOffice, takeWithLetter } from './letter-test-kit.ts';
import { readLetter } from './open-letter.ts';

describe('the templates of an agency', async () => {
  const office = await openLetterOffice();
  const { spine, people, officeId: agencyId, begun, as } = office;
  const { officer, disclosure_head: head } = people;
  const template = 'correction_notice';
  const read = async () =>
    (await listTemplates(spine, head, agencyId)).find((one) => one.template === template)!;
  const reworded = async () =>
    (await read()).builtIn.replace('特此告知。', '如有疑问，欢迎来电。\n特此告知。');

  it('are the built-in ones until it words its own, without the line that says since when', async () => {
    const all = await listTemplates(spine, head, agencyId);
    assert.equal(all.length, 41);
    assert.ok(all.every(({ isOwn, text, builtIn }) => !isOwn && text === builtIn && !text.includes('施行')));
    assert.ok(all.every(({ slots }) => slots.some(({ required }) => required)));
  });

  it('are shown with their faults by line while they are changed, else as they print', async () => {
    const { builtIn } = await read();
    const whole = await checkTemplateText(spine, officer, { agencyId, template, text: builtIn });
    assert.deepEqual(whole.problems, []);
    assert.match(whole.html ?? '', /补正事项之一.*云山区人民政府办公室/s);
    const lines = builtIn.split('\n');
    const at = lines.findIndex((line) => line.includes('{申请内容}'));
    const { problems, html } = await checkTemplateText(spine, officer, {
      agencyId,
      template,
      text: builtIn.replace('{申请内容}', '{申请内荣}'),
    });
    assert.equal(html, null);
    assert.equal(problems[0]?.line, at + 1);
    assert.match(problems[0]!.message, /申请内容/);
    const lacking = await checkTemplateText(spine, officer, {
      agencyId,
      template,
      text: lines.filter((line) => line !== '{补正事项}').join('\n'),
    });
    assert.match(lacking.problems.map(({ message }) => message).join(''), /缺少\{补正事项\}/);
    const other = await checkTemplateText(spine, officer, {
      agencyId,
      template: 'extension_notice',
      text: builtIn,
    });
    assert.match(other.problems[0]!.message, /文书种类不能改/);
  });

  it('hold from the day they are changed on; letters made before stay as they are', async () => {
    const correction = { step: 'ask_for_correction', workingDays: 10, matter: '请写明年度' } as const;
    const before = await begun();
    const old = await takeWithLetter(office, officer, before, correction);
    await changeTemplate(spine, head, { agencyId, template, text: await reworded() });
    const own = await read();
    assert.deepEqual([own.isOwn, own.from], [true, '2026-03-04']);
    const after = await takeWithLetter(office, officer, await begun(), correction);
    assert.ok(after.letter.document.body.some(({ text }) => text === '如有疑问，欢迎来电。'));
    const kept = await readLetter(spine, officer, { id: before, letterId: old.letter.id });
    assert.deepEqual(kept.document, old.letter.document);

    at(office, '2026-03-05');
    await changeTemplate(spine, head, { agencyId, template, text: null });
    const restored = await read();
    assert.deepEqual([restored.isOwn, restored.text === restored.builtIn], [false, true]);
    const { rows } = await spine.database.pool.query(
      "select kind from event where kind like 'letter_template%' order by id",
    );
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['letter_template_changed', 'letter_template_restored'],
    );
  });

  it("can lose nothing that the law wants, and are the head's to change", async () => {
    const text = (await reworded()).replace('{补正期限的工作日数}个工作日内', '适当期限内');
    await assert.rejects(changeTemplate(spine, head, { agencyId, template, text }), {
      code: 'LETTER_TEMPLATE_WRONG',
      message: /补正期限/,
    });
    for (const stranger of [officer, await as('disclosure_head')])
      await assert.rejects(changeTemplate(spine, stranger, { agencyId, template, text: await reworded() }), {
        name: 'PermissionDenied',
      });
    await assert.rejects(listTemplates(spine, await as('officer'), agencyId), { name: 'PermissionDenied' });
  });
});

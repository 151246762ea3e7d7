import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadCase } from '../load-case.ts';
import { letterFile } from './letter-file.ts';
import { fillIn, openLetterOffice, takeWithLetter, textOfDocx } from './letter-test-kit.ts';
import { lettersForApplicant, lettersOf } from './letters-of.ts';
import { readLetter } from './open-letter.ts';
import { previewLetter } from './preview-letter.ts';

describe('letters of a case', async () => {
  const office = await openLetterOffice();
  const { spine, people, take, as, begun } = office;
  const { officer, reviewer } = people;

  it('refuse the step, naming all that is missing, and leave nothing behind', async () => {
    const id = await begun();
    await assert.rejects(
      take(officer, id, 'draft_decision', {
        outcome: 'refused_state_secret',
        reply: '不予公开',
        reasons: '涉密',
        letter: { values: {}, edited: null },
      } as never),
      (error: { code: string; fields: readonly { field: string }[] }) => {
        assert.equal(error.code, 'LETTER_INCOMPLETE');
        assert.deepEqual(
          error.fields.map(({ field }) => field),
          ['letter.values.secrecyBasis'],
        );
        return true;
      },
    );
    const { row, steps } = await loadCase(spine.db, id);
    assert.deepEqual([row.state, steps.length, (await lettersOf(spine, row)).length], ['handling', 1, 0]);
  });

  it('carry the reply, which is written outside of them only where there are none', async () => {
    const id = await begun();
    const refusal = { outcome: 'refused_internal_affairs', reasons: '属于内部管理' } as const;
    await assert.rejects(take(officer, id, 'draft_decision', refusal as never), {
      code: 'STEP_INCOMPLETE',
      message: /答复的内容/,
    });
    const { letter } = await takeWithLetter(office, officer, id, { step: 'draft_decision', ...refusal });
    assert.equal(letter.state, 'draft');
  });

  it('on fees are void, and no longer the applicant’s to read, once the notice is taken back', async () => {
    const id = await begun();
    await takeWithLetter(office, officer, id, {
      step: 'issue_fee_notice',
      scheme: 'page',
      quantity: 200,
      reason: '200页',
    });
    const { row } = await loadCase(spine.db, id);
    assert.equal((await lettersForApplicant(spine, row)).length, 1);
    await take(people.disclosure_head, id, 'waive_fee', { reason: '不再收费' });
    assert.deepEqual(
      (await lettersOf(spine, row)).map(({ template, state }) => [template, state]),
      [['fee_notice', 'superseded']],
    );
    assert.deepEqual(await lettersForApplicant(spine, row), []);
  });

  it('that came back keep what was given for them, words too, and are set aside', async () => {
    const id = await begun();
    const taken = {
      step: 'draft_decision',
      outcome: 'refused_internal_affairs',
      reply: '不予公开',
      reasons: '属于内部管理',
    } as const;
    const { preview, letter } = await fillIn(office, officer, id, taken);
    const edited = {
      ...preview.document!,
      body: preview.document!.body.map((paragraph, at) =>
        at === 0 ? { ...paragraph, text: `${paragraph.text}特此说明。` } : paragraph,
      ),
    };
    const { step, ...input } = taken;
    await take(officer, id, step, { ...input, letter: { ...letter, edited } } as never);
    await take(reviewer, id, 'send_back', { reason: '改' });
    const again = await previewLetter(spine, officer, { id, taken, letter: { values: {}, edited: null } });
    assert.equal(again?.missing.length, 0);
    assert.match(again!.earlier!.body[0]!.text, /特此说明。$/);
    const { row } = await loadCase(spine.db, id);
    assert.deepEqual(
      (await lettersOf(spine, row)).map(({ state }) => state),
      ['superseded'],
    );
    assert.deepEqual(await lettersForApplicant(spine, row), []);
  });

  it('may be reworded, but for the remedies and what is left open', async () => {
    const id = await begun();
    const taken = {
      step: 'draft_decision',
      outcome: 'not_processed_publication',
      reply: '告知',
      reasons: null,
    } as const;
    const { preview, letter } = await fillIn(office, officer, id, taken);
    const without = {
      ...preview.document!,
      body: preview.document!.body.filter(({ role }) => role !== 'remedy'),
    };
    const { problems } = (await previewLetter(spine, officer, {
      id,
      taken,
      letter: { ...letter, edited: without },
    }))!;
    assert.match(problems.join(''), /救济途径/);
    const { step, ...input } = taken;
    await assert.rejects(
      take(officer, id, step, { ...input, letter: { ...letter, edited: without } } as never),
      {
        code: 'LETTER_EDIT_WRONG',
      },
    );
  });

  it('get numbers without gaps or doubles when many are made at once', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 12; count += 1) ids.push(await begun());
    const serial = (number: string | null): number => Number(/〕(\d+)号$/.exec(number ?? '')?.[1]);
    // Every third lacks what its letter needs: its number must not be lost.
    const taken = await Promise.allSettled(
      ids.map((id, at) =>
        take(officer, id, 'ask_for_correction', {
          workingDays: 10,
          matter: '请写明年度',
          letter: { values: at % 3 === 0 ? { requested: '' } : {}, edited: null },
        } as never),
      ),
    );
    assert.equal(taken.filter(({ status }) => status === 'rejected').length, 4);
    const { rows } = await spine.database.pool.query(
      "select number from request_letter where number like '%依申请函%'",
    );
    const serials = rows.map(({ number }) => serial(number)).toSorted((a, b) => a - b);
    assert.deepEqual(
      serials,
      serials.map((_, at) => at + 1),
    );
    assert.ok(serials.length >= 8);
  });

  it('are not for another agency, nor for who supervises from above', async () => {
    const id = await begun();
    const { letter } = await takeWithLetter(office, officer, id, {
      step: 'ask_for_correction',
      workingDays: 10,
      matter: '年度',
    });
    for (const stranger of [await as('officer'), await as('disclosure_head'), await as('supervisor')]) {
      await assert.rejects(readLetter(spine, stranger, { id, letterId: letter.id }), {
        name: 'PermissionDenied',
      });
      await assert.rejects(
        previewLetter(spine, stranger, {
          id,
          taken: { step: 'set_delay' },
          letter: { values: {}, edited: null },
        }),
        { name: 'PermissionDenied' },
      );
    }
    const other = await begun();
    await assert.rejects(readLetter(spine, officer, { id: other, letterId: letter.id }), {
      code: 'LETTER_NOT_FOUND',
    });
  });

  it('say where a PDF lacks a rare character, and come as DOCX all the same', async () => {
    const id = await begun();
    const { letter } = await takeWithLetter(office, officer, id, {
      step: 'ask_for_correction',
      workingDays: 10,
      matter: '𪚥字怎么写',
    });
    await assert.rejects(letterFile(letter.document, 'pdf'), { code: 'LETTER_UNPRINTABLE', message: /𪚥/ });
    assert.match(textOfDocx((await letterFile(letter.document, 'docx')).bytes), /𪚥/);
  });
});

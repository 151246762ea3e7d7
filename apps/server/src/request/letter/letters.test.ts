import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requirementsOf } from '@gongkai/reply-document';
import {
  civilDate,
  findRemedy,
  inChinese,
  outcomes,
  type ReplyTemplateId,
  replyTemplates,
} from '@gongkai/statute';
import { loadCase } from '../load-case.ts';
import { queryCode } from '../query-code.ts';
import { at } from '../request-test-kit.ts';
import { letterForApplicant, receiptForApplicant } from './letter-download.ts';
import { letterFile } from './letter-file.ts';
import {
  type MadeLetter,
  openLetterOffice,
  takeWithLetter,
  textOfDocx,
  textOfPdf,
} from './letter-test-kit.ts';
import { lettersForApplicant, lettersOf } from './letters-of.ts';
import { readLetter } from './open-letter.ts';

const plain = (text: string): string => text.replace(/\s/g, '');

describe('the letters of a case', async () => {
  const office = await openLetterOffice();
  const { spine, people, take, begun } = office;
  const { officer, reviewer, secrecy_reviewer, disclosure_head } = people;
  const kindsMade = new Set<ReplyTemplateId>();

  const openConsultation = async (id: string): Promise<string> =>
    (await loadCase(spine.db, id)).facts.consultations.at(-1)!.id;

  /** The letter as it went out is the one that was shown, and says all that its kind must. */
  const check = async ({ preview, letter }: MadeLetter): Promise<void> => {
    const { document } = letter;
    kindsMade.add(document.kind);
    assert.deepEqual({ ...document, number: null }, preview.document);
    const [pdf, docx] = [await letterFile(document, 'pdf'), await letterFile(document, 'docx')];
    const { always, phrases, remedySubject } = requirementsOf(document.kind);
    const must = [
      ...(document.number === null ? [] : [document.number]),
      document.addressee,
      document.organ,
      inChinese(civilDate(document.date)),
      ...phrases,
      ...preview.slots
        .filter(({ id, value }) => (always as readonly string[]).includes(id) && value !== null)
        .flatMap(({ value, type }) =>
          type === 'date'
            ? [inChinese(civilDate(String(value)))]
            : [value!].flat().flatMap((text) => text.split('\n')),
        ),
    ];
    if (remedySubject !== null) {
      const remedy = findRemedy({
        subject: remedySubject,
        date: document.date,
        organ: {
          kind: 'localDepartment',
          name: '云山区人民政府办公室',
          bodies: { ownGovernment: '云山区人民政府' },
          court: '云山区人民法院',
        },
      });
      assert.ok(remedy.ok);
      must.push(remedy.value.paragraph);
    }
    for (const text of [textOfPdf(pdf.bytes), textOfDocx(docx.bytes)])
      for (const words of must) assert.ok(text.includes(plain(words)), `${document.kind}: ${words}`);
  };

  it('go with each step on the way to a reply, as they were shown before', async () => {
    const id = await begun();
    await check(
      await takeWithLetter(office, officer, id, {
        step: 'consult',
        party: 'third_party',
        name: '甲公司',
        matter: '审核表中贵公司的报价',
      }),
    );
    await take(officer, id, 'record_opinion', {
      consultationId: await openConsultation(id),
      answer: 'objects',
      opinion: '不同意',
    });
    await check(
      await takeWithLetter(office, officer, id, {
        step: 'consult',
        party: 'joint_maker',
        name: '云山区财政局',
        matter: '共同印发的通知',
      }),
    );
    await take(officer, id, 'close_consultation', {
      consultationId: await openConsultation(id),
      reason: '已当面商定',
    });
    await check(
      await takeWithLetter(office, officer, id, {
        step: 'consult',
        party: 'other_organ',
        name: '云山区审计局',
        matter: '审计报告',
      }),
    );
    await check(
      await takeWithLetter(office, officer, id, {
        step: 'send_letter',
        template: 'consultation_notice',
        matter: '告知',
      }),
    );
    await check(
      await takeWithLetter(office, officer, id, {
        step: 'send_letter',
        template: 'assistance_letter',
        matter: '核查2019年的档案',
      }),
    );
    await check(
      await takeWithLetter(office, officer, id, {
        step: 'send_letter',
        template: 'transfer_letter',
        matter: '该信息由你单位制作',
      }),
    );
    await take(officer, id, 'close_consultation', {
      consultationId: await openConsultation(id),
      reason: '已答复',
    });
    await take(officer, id, 'propose_extension', { workingDays: 20, reason: '检索范围大' });
    await take(disclosure_head, id, 'approve_extension');
    const extension = await takeWithLetter(office, officer, id, { step: 'notify_extension' });
    await check(extension);
    assert.match(
      extension.letter.document.body.map(({ text }) => text).join(''),
      /因检索范围大.*延长20个工作日/,
    );
    await check(
      await takeWithLetter(office, officer, id, { step: 'ask_for_reasons', matter: '各件申请的用途' }),
    );
    await take(officer, id, 'record_reasons', { reasons: '研究需要' });
    await check(
      await takeWithLetter(office, officer, id, {
        step: 'set_delay',
        until: '2026-06-30',
        reason: '涉及档案多',
      }),
    );
    await check(
      await takeWithLetter(office, officer, id, {
        step: 'issue_fee_notice',
        scheme: 'page',
        quantity: 120,
        reason: '数量多',
      }),
    );
    const { row } = await loadCase(spine.db, id);
    assert.ok((await lettersOf(spine, row)).every(({ state, number }) => state === 'issued' && number));
  });

  it('close an application that was not corrected, or not paid, or was withdrawn', async () => {
    const uncorrected = await begun();
    const asked = await takeWithLetter(office, officer, uncorrected, {
      step: 'ask_for_correction',
      workingDays: 10,
      matter: '写明年度\n写明项目',
    });
    await check(asked);
    assert.deepEqual(
      asked.letter.document.body.filter(({ role }) => role === 'entry').map(({ text }) => text),
      ['写明年度；', '写明项目。'],
    );
    await take(officer, uncorrected, 'record_notice_received', { notice: 'correction' });
    at(office, '2026-03-30');
    await check(
      await takeWithLetter(office, disclosure_head, uncorrected, {
        step: 'close_uncorrected',
        reason: '没有说明',
      }),
    );

    const unpaid = await begun();
    const fee = await takeWithLetter(office, officer, unpaid, {
      step: 'issue_fee_notice',
      scheme: 'page',
      quantity: 120,
      reason: '数量多',
    });
    assert.ok(
      fee.letter.document.body.some(({ text }) => text.includes('第31—100页，70页 × 10元/页 = 700元')),
    );
    await take(officer, unpaid, 'record_notice_received', { notice: 'fee' });
    at(office, '2026-05-20');
    await check(
      await takeWithLetter(office, disclosure_head, unpaid, { step: 'close_unpaid', reason: '没有缴纳' }),
    );

    const withdrawn = await begun();
    await take(officer, withdrawn, 'withdraw');
    await check(
      await takeWithLetter(office, officer, withdrawn, {
        step: 'send_letter',
        template: 'reply.withdrawn',
        matter: '撤回',
      }),
    );
  });

  /** What has to come before a decision of this outcome. */
  const before: Readonly<Record<string, (id: string) => Promise<object>>> = {
    unavailable_nonexistent: async (id) => {
      await take(officer, id, 'record_search', { where: '档案室', how: '按年度和关键词', found: '没有找到' });
      return {};
    },
    unavailable_still_unclear: async (id) => {
      await take(officer, id, 'ask_for_correction', { workingDays: 10, matter: '请写明年度' });
      await take(officer, id, 'record_notice_received', { notice: 'correction' });
      await take(officer, id, 'receive_correction', { description: '全部文件' });
      return {};
    },
    unavailable_not_responsible: async () => ({
      rightAgency: { name: '云山区财政局', contact: '电话 8120002' },
    }),
    refused_third_party: async (id) => {
      await take(officer, id, 'consult', { party: 'third_party', name: '甲公司', matter: '报价' });
      await take(officer, id, 'record_opinion', {
        consultationId: await openConsultation(id),
        answer: 'objectsWithReason',
        opinion: '属于商业秘密',
      });
      return {};
    },
    disclosed_public_interest: async (id) => before.refused_third_party!(id),
    not_processed_excessive: async (id) => {
      await take(officer, id, 'ask_for_reasons', { matter: '用途' });
      await take(officer, id, 'record_reasons', { reasons: '随便看看' });
      return {};
    },
    not_processed_duplicate: async () => {
      const earlierRequestId = await begun('2024年的批复');
      await decide(earlierRequestId, 'disclosed_provided', {});
      return { earlierRequestId };
    },
    partially_disclosed: async () => ({
      withheld: [{ what: '第3页的身份证件号码', exemption: 'personal_privacy', reason: '属于个人隐私' }],
    }),
  };
  const decide = async (id: string, outcome: string, more: object): Promise<MadeLetter> => {
    const made = await takeWithLetter(office, officer, id, {
      step: 'draft_decision',
      outcome,
      reply: '现答复如下',
      reasons: '依照条例的规定',
      ...more,
    });
    await take(reviewer, id, 'review');
    await take(secrecy_reviewer, id, 'review_secrecy', {
      conclusion: outcome === 'partially_disclosed' ? 'after_deletion' : 'may_disclose',
      basis: '不涉密',
    } as never);
    await take(disclosure_head, id, 'approve');
    at(office, '2026-03-06');
    await take(officer, id, 'sign');
    await take(officer, id, 'deliver', { way: 'post', proof: '邮件号 1' });
    return made;
  };

  for (const { id: outcome, template, name } of outcomes.filter(({ origin }) => origin === 'decision'))
    it(`of “${name}” are drafted, numbered and dated when signed, and issued when delivered`, async () => {
      const id = await begun();
      const made = await decide(id, outcome, (await before[outcome]?.(id)) ?? {});
      assert.deepEqual([made.letter.state, made.letter.number], ['draft', null]);
      const { row, facts } = await loadCase(spine.db, id);
      const { html: _, ...letter } = await readLetter(spine, officer, { id, letterId: made.letter.id });
      assert.equal(letter.template, template);
      assert.equal(letter.state, 'issued');
      assert.equal(letter.number, facts.decision?.documentNumber);
      assert.equal(letter.document.number, letter.number);
      assert.equal(letter.document.date, '2026-03-06');
      const dated = { ...made.preview, document: { ...made.preview.document!, date: '2026-03-06' } };
      await check({ preview: dated, letter });
      assert.ok((await lettersForApplicant(spine, row)).some((one) => one.id === letter.id));
      const file = await letterForApplicant(spine, { ...(await loadCase(spine.db, id)) }, letter.id, 'pdf');
      assert.ok(textOfPdf(file.bytes).includes(letter.number!));
    });

  it('tell a third party of what is disclosed all the same, and are not for the applicant', async () => {
    const id = await begun();
    await before.refused_third_party!(id);
    await takeWithLetter(office, officer, id, {
      step: 'draft_decision',
      outcome: 'disclosed_public_interest',
      reply: '提供',
      reasons: '关系到公共安全',
    });
    await take(reviewer, id, 'review');
    await take(secrecy_reviewer, id, 'review_secrecy', { conclusion: 'may_disclose', basis: '不涉密' });
    await take(disclosure_head, id, 'approve');
    const notice = await takeWithLetter(office, officer, id, {
      step: 'send_letter',
      template: 'third_party_notice',
      matter: '报价总额',
    });
    await check(notice);
    assert.equal(notice.letter.document.addressee, '甲公司');
    assert.equal(notice.letter.toApplicant, false);
    const { row } = await loadCase(spine.db, id);
    await assert.rejects(
      letterForApplicant(spine, { ...(await loadCase(spine.db, id)), row }, notice.letter.id, 'pdf'),
      {
        code: 'LETTER_NOT_FOUND',
      },
    );
  });

  it('give a receipt with the query code once the day of receipt is settled', async () => {
    const id = await begun();
    const found = await loadCase(spine.db, id);
    const { bytes } = await receiptForApplicant(spine, found, 'pdf');
    const text = textOfPdf(bytes);
    for (const words of [found.row.number, queryCode(spine.cipher, id), inChinese(civilDate('2026-03-30'))])
      assert.ok(text.includes(plain(words)), words);
    kindsMade.add('registration_receipt');
    const unconfirmed = await office.submit();
    await assert.rejects(receiptForApplicant(spine, await loadCase(spine.db, unconfirmed.id), 'pdf'), {
      code: 'LETTER_INCOMPLETE',
    });
  });

  it('are all reached by what an agency does: no template is there for nothing', () => {
    assert.deepEqual(
      replyTemplates.map(({ id }) => id).filter((id) => !kindsMade.has(id)),
      [],
    );
  });
});

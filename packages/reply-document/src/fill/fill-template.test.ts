import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findRemedy, organKinds, type ReplyTemplateId, remedyRoutes } from '@gongkai/statute';
import fc from 'fast-check';
import { checkEdited } from '../check-edited.ts';
import { replyDocumentSchema } from '../document.ts';
import { buildDocument, buildFacts, builtInOf, bureau, day, everyValue, kinds } from '../facts-test-kit.ts';
import { isFrameSlot, type SlotId, slots } from '../slot/slots.ts';
import { requirementsOf } from '../template/requirements.ts';
import { slotsToFill } from '../template/slots-to-fill.ts';
import { slotsOf } from '../template/template.ts';
import { slipOf } from '../write/slip.ts';
import { writeText } from '../write/write-text.ts';
import { type SlotValues, slotValuesSchema } from './facts.ts';
import { fillTemplate } from './fill-template.ts';
import { sayWithheld } from './say-withheld.ts';

const golden = (kind: ReplyTemplateId): string =>
  fileURLToPath(new URL(`../../golden/${kind}.txt`, import.meta.url));

for (const kind of kinds) {
  test(`the text of ${kind} stands as it was approved`, (t) => {
    t.assert.fileSnapshot(writeText(buildDocument(kind)), golden(kind), {
      serializers: [(value: unknown) => String(value)],
    });
  });
}

const everyKind = fc.constantFrom(...kinds);

/** Everything but what a template can't do without stands or not, as chance has it. */
const someValues = fc
  .subarray(Object.keys(everyValue) as (keyof SlotValues)[])
  .map((left): SlotValues => Object.fromEntries(left.map((id) => [id, everyValue[id]])));

test('either a document without a gap comes out, or a list that names each missing slot and why', () => {
  fc.assert(
    fc.property(everyKind, someValues, (kind, values) => {
      const filled = fillTemplate(builtInOf(kind), { values, organ: bureau });
      if (filled.ok) {
        assert.doesNotMatch(
          writeText(filled.document),
          /[{}｛｝]|undefined|null|：[。；，]|，，|。。|（）|“”/,
        );
        assert.ok(replyDocumentSchema.safeParse(filled.document).success);
        return;
      }
      assert.ok(filled.missing.length > 0);
      for (const { slot, label, message, problem } of filled.missing) {
        assert.ok(!(slot in values), slot);
        assert.equal(problem, 'absent');
        assert.match(message, new RegExp(`^还没有填写“${label}”：.+。$`));
      }
      assert.equal(new Set(filled.missing.map(({ slot }) => slot)).size, filled.missing.length);
      // Filling in exactly what was listed is enough, or brings what that in turn calls for.
      const added = Object.fromEntries(
        filled.missing.map(({ slot }) => [slot, everyValue[slot as keyof SlotValues]]),
      );
      assert.ok(fillTemplate(builtInOf(kind), { values: { ...values, ...added }, organ: bureau }).ok);
    }),
    { numRuns: 400 },
  );
});

const occurrences = (text: string, part: string): number => text.split(part).length - 1;

test('every text that was given stands in the document once, where the template has its slot', () => {
  for (const kind of kinds) {
    const template = builtInOf(kind);
    const marked = slots.filter(
      ({ type, options, id }) => type === 'text' && options === undefined && id !== 'documentNumber',
    );
    const marker = (id: string): string => `〈${id}〉`;
    const values = Object.fromEntries(marked.map(({ id }) => [id, marker(id)]));
    const document = buildDocument(kind, values);
    const text = writeText(document);
    const printed = template.paragraphs.filter(({ when }) => when === null || when.given);
    const inText = new Set(printed.flatMap(slotsOf));
    for (const { id } of marked) {
      const expected = inText.has(id) || isFrameSlot(id) ? 1 : 0;
      assert.equal(occurrences(text, marker(id)), expected, `${kind}: ${id}`);
    }
    // A slip (回执) names the letter that it answers.
    assert.equal(occurrences(text, '云民公开〔2026〕12号'), slipOf(document) === null ? 1 : 2, kind);
  }
});

test('filling in what the form calls needed is enough for every kind, and nothing of it can be left out', () => {
  for (const kind of kinds) {
    const template = builtInOf(kind);
    const needed = slotsToFill(template).flatMap(({ slot, need }) => (need === 'needed' ? [slot.id] : []));
    const onlyWithout = slotsToFill(template).flatMap(({ slot, need }) =>
      typeof need === 'object' && !need.given ? [slot.id] : [],
    );
    const ids = [...needed, ...onlyWithout];
    const fill = (left: readonly string[]) =>
      fillTemplate(template, {
        values: Object.fromEntries(left.map((id) => [id, everyValue[id as keyof SlotValues]])),
        organ: bureau,
      });
    assert.ok(fill(ids).ok, kind);
    for (const id of needed) {
      const filled = fill(ids.filter((other) => other !== id));
      assert.ok(!filled.ok && filled.missing.some(({ slot }) => slot === id), `${kind}: ${id}`);
    }
  }
});

test('dates, amounts and lists stand in the document once, printed as official letters print them', () => {
  const sayings: readonly (readonly [SlotId, string])[] = [
    ['receivedOn', '2026年2月9日'],
    ['correctionDue', '2026年2月27日'],
    ['extendedDue', '2026年4月14日'],
    ['feeAmount', '1100元（人民币壹仟壹佰元整）'],
    ['withheldParts', '2.批复附件中关于预算分配的讨论记录。'],
    ['provided', '1.2025年度养老机构运营补贴汇总表，共12页；'],
  ];
  for (const kind of kinds) {
    const text = writeText(buildDocument(kind));
    const printed = builtInOf(kind).paragraphs.filter(({ when }) => when === null || when.given);
    const inText = new Set(printed.flatMap(slotsOf));
    for (const [slot, said] of sayings)
      assert.equal(occurrences(text, said), inText.has(slot) ? 1 : 0, `${kind}: ${slot}`);
  }
});

test('the remedies stand in a document exactly when the statute names some, word for word', () => {
  const everyBody = Object.fromEntries(
    [
      'self',
      'ownGovernment',
      'upperGovernment',
      'establishingGovernment',
      'localGovernment',
      'parentDepartment',
      'superiorDepartment',
      'managingOrgan',
    ].map((role) => [role, `${role}机关`]),
  );
  const date = fc.constantFrom('2021-06-01', '2023-12-31', '2024-01-01', '2025-06-01', day);
  fc.assert(
    fc.property(
      everyKind,
      fc.constantFrom(...organKinds),
      date,
      fc.constantFrom(...remedyRoutes),
      (kind, organKind, on, route) => {
        const organ = { kind: organKind, name: '答复机关', bodies: everyBody };
        const subject = requirementsOf(kind).remedySubject;
        const choices = subject === null ? {} : { [subject]: route };
        const filled = fillTemplate(builtInOf(kind), {
          ...buildFacts({ date: on }, organ),
          routeChoices: choices,
        });
        assert.ok(filled.ok);
        const remedies = filled.document.body.filter(({ role }) => role === 'remedy').map(({ text }) => text);
        const due = subject === null ? null : findRemedy({ subject, date: on, organ, choices });
        const paragraph = due?.ok ? due.value.paragraph : '';
        assert.deepEqual(remedies, paragraph === '' ? [] : [paragraph]);
      },
    ),
    { numRuns: 300 },
  );
});

test('where the reconsidering body is not set, no reply is made and the settings are named', () => {
  const filled = fillTemplate(builtInOf('reply.third_party'), buildFacts({}, { ...bureau, bodies: {} }));
  assert.ok(!filled.ok);
  assert.match(filled.missing[0]!.message, /还没有填写它的名称。请在机关设置中填写。/);
  const nameless = fillTemplate(builtInOf('reply.provided'), buildFacts({}, { ...bureau, name: ' ' }));
  assert.ok(!nameless.ok && nameless.missing[0]!.slot === 'organ');
});

test('what is given and unusable is refused with the reason, also where the slot is optional', () => {
  const messages = (kind: ReplyTemplateId, values: SlotValues): readonly string[] => {
    const filled = fillTemplate(builtInOf(kind), buildFacts(values));
    return filled.ok ? [] : filled.missing.map(({ message }) => message);
  };
  assert.deepEqual(messages('reply.provided', { correctedOn: '2026-02-30' }), [
    '“收到补正日期”的日期“2026-02-30”不存在或者写法不对，应当是 2026-03-16 这样。',
  ]);
  assert.match(messages('fee_notice', { feeAmount: '1,100元' })[0]!, /金额“1,100元”写法不对/);
  assert.match(messages('fee_notice', { feeScheme: '随意' })[0]!, /只能是按件计收、按量计收之一/);
  assert.match(messages('reply.provided', { documentNumber: '十二号' })[0]!, /不是发文字号/);
  assert.match(messages('registration_receipt', { documentNumber: '十二号' })[0]!, /不是发文字号/);
  assert.match(
    messages('fee_notice', { date: '2020-06-01', basis: [{ instrument: 'feeMeasure', article: 6 }] })[0]!,
    /没有施行，不能引用/,
  );
});

test('a receipt does without a document number, a reply does not', () => {
  assert.equal(buildDocument('registration_receipt', { documentNumber: '' }).number, null);
  assert.throws(() => buildDocument('reply.provided', { documentNumber: '' }), /还没有填写“文号”/);
});

test('an officer’s own articles are cited instead of those of the outcome', () => {
  const text = writeText(
    buildDocument('reply.nonexistent', {
      basis: [
        { instrument: 'regulation', article: 36, item: 4 },
        { instrument: 'regulation', article: 2 },
      ],
    }),
  );
  assert.match(text, /《中华人民共和国政府信息公开条例》第三十六条第（四）项、第二条的规定/);
});

test('nothing in a fact is read as template, and its full stop is not doubled', () => {
  const requested = '关于{理由}的文件\n以及【有 理由】的附件。';
  const text = writeText(buildDocument('reply.provided', { requested }));
  assert.match(text, /申请获取的政府信息为：关于\{理由\}的文件 以及【有 理由】的附件。\n/);
});

test('facts from storage are taken or refused by their shape', () => {
  assert.deepEqual(slotValuesSchema.parse(everyValue), everyValue);
  for (const wrong of [
    { remedy: '可以起诉' },
    { requested: 5 },
    { provided: '甲' },
    { unknown: '' },
    { basis: [{ instrument: '刑法' }] },
    { reasons: '长'.repeat(10_001) },
  ])
    assert.ok(!slotValuesSchema.safeParse(wrong).success, JSON.stringify(wrong).slice(0, 40));
});

test('an entry for a withheld part carries its article and its reason', () => {
  const entry = sayWithheld({
    part: '第3页的住址。',
    basis: [{ instrument: 'regulation', article: 15 }],
    reason: '属于个人隐私',
  });
  assert.equal(entry, '第3页的住址。依据：《中华人民共和国政府信息公开条例》第十五条。理由：属于个人隐私。');
});

test('an officer may reword a draft but not its remedies and frame, and leaves no gap in it', () => {
  const filled = buildDocument('reply.nonexistent');
  const reworded = filled.body.map((paragraph) => ({
    ...paragraph,
    text: paragraph.text.replace('为查找', '为了查找'),
  }));
  assert.deepEqual(checkEdited(filled, { ...filled, body: reworded, contact: ['电话：1'] }), []);
  const without = filled.body.filter(({ role }) => role !== 'remedy');
  assert.match(checkEdited(filled, { ...filled, body: without })[0]!, /救济途径的段落由法律规定/);
  const gaps = [{ role: 'text', text: '由____检索' }, { role: 'text', text: ' ' }, ...filled.body] as const;
  assert.deepEqual(checkEdited(filled, { ...filled, body: gaps, date: '2026-03-17' }), [
    '成文日期不能在正文中改动，请修改申请的登记事项后重新生成文书。',
    '第1段的“____”还没有填写。',
    '第2段是空的，请填写或者删去这一段。',
  ]);
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { getOutcome, outcomes, replyTemplates } from '@gongkai/statute';
import fc from 'fast-check';
import { builtInTemplates, templateOn } from '../built-in/template-on.ts';
import { builtInOf, kinds } from '../facts-test-kit.ts';
import { getSlot, isFrameSlot, slots } from '../slot/slots.ts';
import { checkTemplate } from './check-template.ts';
import { parseTemplate } from './parse-template.ts';
import { printTemplate } from './print-template.ts';
import { requirementsOf } from './requirements.ts';
import { slotsOf, type Template } from './template.ts';

const head = '文书：政府信息公开申请登记回执\n标题：登记回执\n施行：2026-03-16\n';
const body = '{收到申请日期}收到{申请内容}，根据{法律依据}登记为{登记编号}，{答复期限届满日}前答复。\n';

const problemsOf = (text: string): readonly string[] => {
  const parsed = parseTemplate(text);
  return parsed.ok ? [] : parsed.problems.map(({ line, message }) => `${line ?? '全文'}：${message}`);
};

test('every kind of document of the statute has a built-in template, and there are no others', () => {
  assert.deepEqual(
    builtInTemplates.map(({ kind }) => kind).toSorted(),
    replyTemplates.map(({ id }) => id).toSorted(),
  );
});

test('no two slots share a label, and every slot is used by a template or printed around it', () => {
  assert.equal(new Set(slots.map(({ label }) => label)).size, slots.length);
  const used = new Set(
    builtInTemplates.flatMap(({ paragraphs }) =>
      paragraphs.flatMap((paragraph) => [
        ...slotsOf(paragraph),
        ...(paragraph.when ? [paragraph.when.slot] : []),
      ]),
    ),
  );
  assert.deepEqual(
    slots.filter(({ id }) => !used.has(id) && !isFrameSlot(id)).map(({ id }) => id),
    [],
  );
});

test('the built-in templates hold what they must, and read back as they are printed', () => {
  for (const template of builtInTemplates) {
    assert.deepEqual(checkTemplate(template), [], template.kind);
    const text = printTemplate(template);
    assert.deepEqual(parseTemplate(text), { ok: true, template });
    const again = parseTemplate(text.replaceAll('\n', '\r\n').replaceAll('{', '｛').replaceAll('}', '｝'));
    assert.deepEqual(again, { ok: true, template }, 'line ends of Windows, full-width braces');
  }
});

test('a reply gives reasons wherever the statute wants reasons, and remedies wherever it names some', () => {
  for (const { id, template, reasonsRequired, remedy } of outcomes) {
    const { always, remedySubject } = requirementsOf(template);
    const givesReasons = always.includes('reasons') || always.includes('withheldParts');
    if (reasonsRequired) assert.ok(givesReasons, id);
    assert.equal(always.includes('remedy'), remedy !== null, id);
    assert.equal(remedySubject, remedy, id);
  }
});

/** Where each statement that the statute lists (mustState) stands: in a slot, or in words that are required. */
const stated: Readonly<Record<string, readonly string[]>> = {
  '获取该政府信息的方式、途径': ['accessHow'],
  所提供政府信息的名称和形式: ['provided', 'providedAs'],
  '获取该政府信息的方式、途径和时间': ['accessHow', 'accessWhen'],
  不公开会对公共利益造成的重大影响: ['publicInterest'],
  将决定公开的内容和理由书面告知第三方: ['书面告知第三方'],
  所提供的部分: ['provided'],
  每一处不予公开的内容及其依据: ['withheldParts'],
  '定密的依据（不写涉密内容）': ['secrecyBasis'],
  '禁止公开的法律、行政法规及其条款': ['prohibitingLaw'],
  '公开后可能危及国家安全、公共安全、经济安全、社会稳定中的哪一项': ['endangered'],
  公开会损害的第三方合法权益: ['harmedInterest'],
  征求第三方意见的情况: ['thirdPartyConsulted'],
  '属于人事管理、后勤管理、内部工作流程中的哪一类': ['internalMatter'],
  '属于讨论记录、过程稿、磋商信函、请示报告中的哪一类': ['deliberativeMatter'],
  '没有法律、法规、规章规定应当公开': ['没有法律、法规、规章规定应当公开'],
  所属的行政执法案卷: ['enforcementFile'],
  '应当依照的法律、行政法规': ['specialRules'],
  办理查询的机构和途径: ['inquiryOffice'],
  '检索的范围、方法和经过': ['searchRecord'],
  '能够确定的，负责公开的行政机关的名称、联系方式': ['responsibleAgency'],
  '需要怎样制作或者加工、分析': ['creationNeeded'],
  是否有可以区分提供的现成信息: ['existingInformation'],
  补正告知和补正的情况: ['correctionServedOn', 'correctedOn'],
  补正后仍不明确之处: ['stillUnclear'],
  不作为政府信息公开申请处理: ['不作为政府信息公开申请处理'],
  可以提出诉求的相应渠道: ['grievanceChannel'],
  '已经作出的答复及其日期、文号': ['earlierReplyOn', 'earlierReplyNumber'],
  该公开出版物的获取途径: ['publicationAccess'],
  '申请的数量、频次': ['requestVolume'],
  申请人说明的理由及其不合理之处: ['statedReasons', 'reasons'],
  申请人已经获取该信息的情况: ['alreadyObtained'],
  补正告知的送达日期和补正期限: ['correctionServedOn', 'correctionDue'],
  不再处理该申请: ['不再处理'],
  '收费通知的送达日期、金额和缴费期限': ['feeServedOn', 'feeAmount', 'paymentDue'],
  撤回的日期和方式: ['withdrawnOn', 'withdrawnBy'],
  可以咨询的渠道: ['consultChannel'],
  不属于政府信息的依据: ['reasons'],
  移交的日期和保存的国家档案馆: ['archivedWhen', 'archive'],
};

test('whatever the statute says an outcome must state is a part that no agency can take out', () => {
  for (const { id, template, mustState } of outcomes) {
    const { always, somewhere, phrases } = requirementsOf(template);
    const parts: readonly string[] = [...always, ...somewhere, ...phrases];
    for (const statement of mustState) {
      const where = stated[statement] ?? [`no entry for ${statement}`];
      assert.deepEqual(
        where.filter((part) => !parts.includes(part)),
        [],
        `${id}: ${statement}`,
      );
    }
  }
  assert.ok(getOutcome('partially_disclosed').mustState.length > 1);
});

test('taking any required part out of any template is refused with the name of that part', () => {
  const without = (template: Template, keep: (index: number) => boolean): Template => ({
    ...template,
    paragraphs: template.paragraphs.filter((_, index) => keep(index)),
  });
  for (const kind of kinds) {
    const template = builtInOf(kind);
    const { always, somewhere } = requirementsOf(kind);
    for (const slot of [...always, ...somewhere]) {
      const left = without(template, (index) => !slotsOf(template.paragraphs[index]!).includes(slot));
      const messages = checkTemplate(left).map(({ message }) => message);
      assert.ok(
        messages.some((message) => message.includes(`{${getSlot(slot).label}}`)),
        `${kind}: ${slot}`,
      );
    }
  }
});

test('a required part may not hide behind a condition', () => {
  const template = builtInOf('reply.state_secret');
  const hidden = template.paragraphs.map((paragraph) =>
    slotsOf(paragraph).includes('reasons')
      ? { ...paragraph, when: { slot: 'correctedOn', given: true } as const }
      : paragraph,
  );
  assert.match(checkTemplate({ ...template, paragraphs: hidden })[0]!.message, /理由.*只写在带条件的段落里/);
});

test('required words and the place of the remedies are guarded, too', () => {
  const reworded = printTemplate(builtInOf('reply.complaint')).replace(
    '不作为政府信息公开申请处理',
    '不办理',
  );
  assert.match(problemsOf(reworded)[0]!, /必须写明“不作为政府信息公开申请处理”/);
  assert.deepEqual(problemsOf(`${head}${body}{救济途径}`), [
    '全文：政府信息公开申请登记回执不告知救济途径，请删去{救济途径}一段。',
  ]);
});

test('each slip is told with its line and what to do', () => {
  const slips: readonly (readonly [string, string])[] = [
    ['申请内容为{申请的内容}', '没有名为“申请的内容”的填空项。是不是“申请内容”？'],
    ['见{zzz}', '没有名为“zzz”的填空项。可用的填空项见模板编辑页的列表。'],
    ['见{}', '花括号里没有写填空项的名称。'],
    ['申请{申请内容', '“{申请内容”的花括号没有闭合，请在填空项的名称后面补上“}”。'],
    ['申请{申请{理由}', '“{申请{理由}”的花括号没有闭合，请在填空项的名称后面补上“}”。'],
    ['申请内容}', '“申请内容}”多了一个右花括号“}”，前面没有与它配对的“{”。'],
    ['文号：{文号}', '“文号”由系统印在固定的位置，正文里不用写 {文号}，请删去。'],
    ['如下：{补正事项}', '{补正事项}要单独占一段，前后不能有其他文字。'],
    ['【有 理由】', '条件后面没有正文。'],
    ['【有 原因】因故', '没有名为“原因”的填空项。可用的填空项见模板编辑页的列表。'],
    ['【无 理由】因{理由}', '没有“理由”时才印的段落，不能又要填 {理由}。'],
    [
      '【有 理由 因{理由}',
      '开头的条件没有写完：应当写成【有 延期告知日期】或者【无 延期告知日期】，再接正文。',
    ],
    ['【有 理由】{救济途径}', '{救济途径}这一段不能加条件：应当告知的必须告知，不用告知的系统不会印出。'],
    ['【有 救济途径】可以申请复议', '“救济途径”不能作为条件。'],
  ];
  for (const [line, message] of slips)
    assert.deepEqual(problemsOf(`${head}\n${line}\n${body}`), [`5：${message}`], line);
});

test('all slips are told at once, in the order of their lines', () => {
  const text = '文书：回执\n标题：\n施行：2026年3月\n标题：回执\n见{甲}\n{申请内容\n';
  assert.deepEqual(
    problemsOf(text).map((problem) => problem.replace(/。.*/, '')),
    [
      '1：没有名为“回执”的文书种类，请照文书种类列表中的名称填写',
      '3：施行日期“2026年3月”不存在或者写法不对，应当写成 2026-03-16 这样',
      '4：“标题”写了两次，请删去一行',
      '5：没有名为“甲”的填空项',
      '6：“{申请内容”的花括号没有闭合，请在填空项的名称后面补上“}”',
    ],
  );
  assert.deepEqual(
    problemsOf('').map((problem) => problem.split('：')[0]),
    ['全文', '全文', '全文'],
  );
  assert.match(problemsOf('字'.repeat(20_001))[0]!, /超过 20000 个字/);
});

test('an own version takes the place of the built-in one from its first day on', () => {
  const parsed = parseTemplate(`${head}${body}`);
  assert.ok(parsed.ok);
  const own = [{ ...parsed.template, from: '2026-05-01', title: '二' }, parsed.template];
  const titles = ['2026-03-15', '2026-03-16', '2026-04-30', '2026-05-01'].map(
    (date) => templateOn('registration_receipt', date, own)?.title,
  );
  assert.deepEqual(titles, ['政府信息公开申请登记回执', '登记回执', '登记回执', '二']);
  assert.equal(templateOn('registration_receipt', '2019-05-14', own), null);
  assert.equal(templateOn('fee_notice', '2020-12-31'), null);
});

test('whatever is typed, reading ends with a template that prints back or with problems', () => {
  const bits = [
    '{',
    '}',
    '【有 ',
    '【无 ',
    '】',
    '理由',
    '申请内容',
    '救济途径',
    '补正事项',
    '，',
    ' ',
    '\n',
    '标题：',
    '\u2028',
    '𠮷',
  ];
  const typed = fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(typed, (parts) => {
      const parsed = parseTemplate(head + body + parts.join(''));
      if (!parsed.ok)
        return assert.ok(parsed.problems.length > 0 && parsed.problems.every(({ message }) => message));
      assert.deepEqual(parseTemplate(printTemplate(parsed.template)), parsed);
    }),
    { numRuns: 500 },
  );
});

test('the example of the how-to page is a template that can be used', () => {
  const page = new URL('../../../../docs/how-to/add-a-reply-template.md', import.meta.url);
  const example = readFileSync(page, 'utf8').split('```')[1] ?? '';
  assert.deepEqual(problemsOf(example.trim()), []);
  assert.ok(example.includes('{救济途径}'));
});

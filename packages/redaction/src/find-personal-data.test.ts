import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findPersonalData } from './find-personal-data.ts';
import { type PageText, pageOfWords } from './page-text.ts';
import { bankCards, idCards, mobiles } from './redaction-test-kit.ts';

const today = '2026-03-16';

/** A page of lines, each character ten points high. */
const pageOf = (...lines: readonly string[]): PageText => ({
  page: 1,
  width: 595,
  height: 842,
  characters: lines.flatMap((line, row) => {
    let left = 20;
    return [...line].flatMap((text) => {
      const width = text < '\u0100' ? 5 : 10;
      left += width;
      if (text === ' ') left += 5;
      const box = [left - width, 20 + row * 15, left, 30 + row * 15] as const;
      return text === ' ' ? [] : [{ text, box }];
    });
  }),
});

/** Kind, confidence, preview of each hit. */
const found = (...lines: readonly string[]): readonly string[] =>
  findPersonalData([pageOf(...lines)], today).map(
    ({ kind, confidence, preview }) => `${kind} ${confidence} ${preview}`,
  );

test('numbers with a check digit are certain where they stand by themselves', () => {
  assert.deepEqual(found('身份证号码：11010519491231002X，以下同'), ['idCard certain 110*************2X']);
  assert.deepEqual(found('卡号６２２２０２１２３４５６７８９０１２８，'), [
    'bankCard certain ***************0128',
  ]);
  assert.deepEqual(found('62220212345678901 28'), ['bankCard likely ***************0128']);
  assert.deepEqual(found('110105 19491231 002x'), ['idCard likely 110*************2X']);
});

test('an identity number is found digit by digit in the boxes of a form, wrapped, and run into others', () => {
  const form = [...'11010519491231002X'].join(' ');
  assert.deepEqual(found(`号码 ${form}`), ['idCard likely 110*************2X']);
  const words = '11010519491231002X'.split('').map((text, index) => ({
    text,
    box: [40 + index * 22, 100, 48 + index * 22, 112] as const,
    confidence: 90,
    line: 1,
  }));
  assert.equal(findPersonalData([pageOfWords(1, 595, 842, words.toReversed())], today).length > 0, true);
  assert.deepEqual(found('311010519491231002X7'), ['idCard possible 110*************2X']);
  assert.deepEqual(found('公民身份号码为110105194912', '31002X'), ['idCard certain 110*************2X']);
});

test('a number mistyped or misread in its check digit alone is shown all the same', () => {
  assert.deepEqual(found('身份证110105194912310021。'), ['idCard likely 110*************21']);
  assert.deepEqual(found('编号110105194913310021。'), []);
});

test('credit codes, document numbers, amounts and dates are left alone', () => {
  assert.deepEqual(
    found(
      '统一社会信用代码91110108551385082Q',
      '云政公开〔2026〕12号，金额1234567.89元，2026年3月16日至2026年4月15日',
      '索引号 11341702486344515H/202603-00012',
      '共收到申请 12345 件，同比增长12.5%，第三十七条',
    ),
    [],
  );
});

test('telephones, mail, plates, passports and permits are found, an office’s own only as possible', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['电话：13812345678。', 'mobile certain 138****5678'],
    ['手机138 1234 5678。', 'mobile certain 138****5678'],
    ['来电138-1234-5678。', 'mobile likely *************'],
    ['咨询电话 0515-87654321', 'landline possible 0515-******21'],
    ['申请人电话：010-87654321', 'landline likely 010-******21'],
    ['邮箱：wang@example.com。', 'email certain w***@example.com'],
    ['邮箱：gk@yunshan.gov.cn。', 'email possible g***@yunshan.gov.cn'],
    ['驾驶苏A12345号车', 'plate likely 苏A***5'],
    ['驾驶苏AD12345号车', 'plate likely 苏A***5'],
    ['护照号码：E12345678', 'passport certain *********'],
    ['护照：AB1234567', 'passport certain *********'],
    ['港澳居民来往内地通行证H12345678', 'permit certain *********'],
    ['台胞证12345678', 'permit certain ********'],
    ['往来港澳通行证C12345678', 'permit certain *********'],
  ];
  for (const [text, hit] of cases) assert.deepEqual(found(text), [hit], text);
});

test('names are found after their labels, then everywhere else', () => {
  assert.deepEqual(found('申请人：王小明', '经查，王小明于三月提出申请。'), [
    'name likely 王**',
    'name likely 王**',
  ]);
  assert.deepEqual(found('申请人王小明不服，'), ['name possible 王**']);
  assert.deepEqual(found('申请人王小明，'), ['name possible 王**']);
  assert.deepEqual(found('法定代表人 李 四'), ['name possible 李*']);
  assert.deepEqual(found('当事人：张三丰，男，汉族'), ['name certain 张**']);
  assert.deepEqual(found('联系人:买买提·艾力 电话'), ['name likely 买*****']);
  assert.deepEqual(found('第三人：欧阳小明、李四'), ['name likely 欧阳**', 'name likely 李*']);
});

test('organisations, hidden names and ordinary words after a label are no names', () => {
  for (const text of [
    '申请人：云山区某某有限公司',
    '申请人：张某某',
    '申请人应当自收到之日起',
    '申请人 申请公开',
    '负责人签字：',
    '姓名 性别 年龄',
    '当事人：云山农场',
    '申请人申请公开的信息',
    '法定代表人（签名）',
  ])
    assert.deepEqual(found(text), [], text);
});

test('names of minors are told by their label or by an age below eighteen', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['李小宝，男，12岁', ['minor certain 李**']],
    ['学生：李小宝', ['minor likely 李**']],
    ['学生姓名：王子墨', ['minor likely 王**']],
    ['未成年人李小宝，女', ['minor likely 李**']],
    ['李小宝，女，2015年3月2日出生', ['minor likely 李**']],
    ['李大宝，男，1985年3月2日出生', []],
    ['李大宝，男，45岁', []],
  ];
  for (const [text, hits] of cases) assert.deepEqual(found(text), hits, text);
});

test('the identity number of a child carries the reason of minors', () => {
  const reasonOf = (text: string) =>
    findPersonalData([pageOf(text)], today).map(({ reasonCode }) => reasonCode);
  const child = fc.sample(idCards, 2000).find((number) => number.slice(6, 10) > '2010')!;
  assert.deepEqual(reasonOf(`身份证${child}，`), ['minor']);
  assert.deepEqual(reasonOf('身份证11010519491231002X，'), ['identity_number']);
});

test('addresses are found by label or make; one without a flat is only possible', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['住址：云山省云州市云山区人民路12号3单元502室，', ['address certain 云山省云州市云山区****']],
    ['该户位于云州市云山区阳光小区3号楼2单元101室。', ['address likely 云州市云山区****']],
    ['云山区石桥镇王家村三组12号', ['address likely 云山区****']],
    ['来信请寄云州市人民路1号。', ['address possible 云州市****']],
    ['户籍地址：云山省云州市云山区石桥镇', ['address certain 云山省云州市云山区****']],
    ['根据《条例》第三十六条第（四）项', []],
    ['一号文件和二号文件', []],
  ];
  for (const [text, hits] of cases) assert.deepEqual(found(text).map(bare), hits, text);
});

const bare = (hit: string): string => hit.replace('请寄', '').replace('来信', '');

test('a number over two lines has a box on each', () => {
  const filler = '云'.repeat(50);
  const [hit] = findPersonalData([pageOf(filler, `${'山'.repeat(40)}11010519491231002`, 'X完')], today);
  assert.equal(hit?.boxes.length, 2);
  assert.equal(hit?.kind, 'idCard');
});

const han = fc.string({
  unit: fc.constantFrom(...'经查该事项属于主动公开范围之内依法予以答复如有异议可提起行政复议'),
  minLength: 1,
  maxLength: 12,
});

test('no number with a right check digit is missed, whatever stands around it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(han, fc.oneof(idCards, bankCards), han), { minLength: 1, maxLength: 5 }),
      fc.constantFrom('', ' ', '：', '(', '、'),
      (rows, sign) => {
        const lines = rows.map(([before, number, after]) => before + sign + number + after);
        const page = pageOf(...lines);
        const hits = findPersonalData([page], today);
        lines.forEach((line, row) => {
          const start = pageOf(line).characters.find(({ text }) => /\d/.test(text))!.box[0];
          const number = rows[row]![1];
          assert.ok(
            hits.some(
              ({ boxes: [box] }) =>
                box![1] <= 20 + row * 15 &&
                box![3] >= 30 + row * 15 &&
                box![0] <= start &&
                box![2] >= start + number.length * 5,
            ),
            line,
          );
        });
      },
    ),
  );
});

test('any text is taken, in time that grows with its length', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom(...'0123456789Xx -路号室省市区县村组申请人：张三,、\n()（'),
      maxLength: 400,
    }),
  );
  fc.assert(
    fc.property(nasty, (text) => {
      for (const { preview, boxes } of findPersonalData([pageOf(text)], today)) {
        assert.ok(boxes.length > 0);
        assert.ok(!/\d{12}/.test(preview));
      }
    }),
  );
  for (const sign of [
    '1',
    '路',
    '张',
    '申请人',
    '省',
    '1 ',
    '张、',
    '路1号',
    'a@',
    '姓 名',
    '1-',
    'a.',
    '住址：',
  ])
    assert.ok(Array.isArray(findPersonalData([pageOf(sign.repeat(10_000 / sign.length))], today)));
});

test('mobile numbers are found in any text around them', () => {
  fc.assert(
    fc.property(han, mobiles, han, (before, mobile, after) => {
      assert.equal(
        found(before + mobile + after).some((hit) => hit.startsWith('mobile certain')),
        true,
      );
    }),
  );
});

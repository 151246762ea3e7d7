import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkCreditCode, creditCodeCheckCharacter } from './credit-code.ts';
import { checkIdCard, idCardCheckDigit } from './id-card.ts';
import { checkIdentity, type IdentityKind, identityKinds } from './identity-document.ts';
import { checkOrganisationCode, organisationCodeCheckCharacter } from './organisation-code.ts';

const today = '2026-03-16';

const reasonOf = (checked: { ok: boolean; reason?: string }): string => checked.reason ?? '';

test('the standard’s own example is read: region, birth, sex', () => {
  assert.deepEqual(checkIdCard('11010519491231002X', today), {
    ok: true,
    value: {
      number: '11010519491231002X',
      region: '110105',
      province: '北京市',
      birthDate: '1949-12-31',
      sex: '女',
    },
  });
});

test('a small x, full-width digits and spaces are taken as meant', () => {
  for (const text of [
    '11010519491231002x',
    '１１０１０５１９４９１２３１００２Ｘ',
    ' 110105 19491231 002X ',
  ]) {
    assert.ok(checkIdCard(text, today).ok, text);
  }
});

const idCardOf = (first17: string): string => first17 + idCardCheckDigit(first17);

test('an identity number that can’t be is refused with the place to look at, and never repeated', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['', /没有填写/],
    ['110105491231002', /第一代身份证已于2013年1月1日停止使用/],
    ['11010519491231002', /应当是18位，现在是17位/],
    ['1101051949123100AX', /前17位应当是数字/],
    [idCardOf('99010519491231002'), /地区代码不存在/],
    [idCardOf('11010519490230002'), /出生日期不存在/],
    [idCardOf('11010519000229002'), /出生日期不存在/],
    [idCardOf('11010519491301002'), /出生日期不存在/],
    [idCardOf('11010520260317002'), /出生日期不可能/],
    [idCardOf('11010500491231002'), /出生日期不可能/],
    ['110105194912310021', /校验码不对/],
  ];
  for (const [text, reason] of cases) {
    assert.match(reasonOf(checkIdCard(text, today)), reason);
    if (text !== '') assert.ok(!reasonOf(checkIdCard(text, today)).includes(text));
  }
  assert.ok(checkIdCard(idCardOf('11010520000229002'), today).ok);
  assert.ok(checkIdCard(idCardOf('11010520260316002'), today).ok);
});

test('real credit codes pass', () => {
  // Printed on the home pages of public bodies and companies; the last is the prefix of a real index number.
  for (const code of [
    '91110108551385082Q',
    '91440300708461136T',
    '91330100799655058B',
    '11341702486344515H',
    '11370812004339255B',
  ]) {
    assert.deepEqual(checkCreditCode(code), { ok: true, value: code });
  }
});

test('a credit code that can’t be is refused with the reason', () => {
  assert.match(reasonOf(checkCreditCode(' ')), /没有填写/);
  assert.match(reasonOf(checkCreditCode('91110108551385082')), /18位，现在是17位/);
  assert.match(reasonOf(checkCreditCode('9111O108551385082Q')), /现在有“O”/);
  assert.match(reasonOf(checkCreditCode('91110108551385083Q')), /校验码不对/);
  assert.ok(checkCreditCode('９１１１０１０８５５１３８５０８２ｑ').ok);
});

test('organisation codes pass with and without their hyphen', () => {
  assert.deepEqual(checkOrganisationCode('D2143569-X'), { ok: true, value: 'D2143569X' });
  assert.deepEqual(checkOrganisationCode('000014349'), { ok: true, value: '000014349' });
  assert.match(reasonOf(checkOrganisationCode('035210000')), /校验码不对/);
  assert.match(reasonOf(checkOrganisationCode('0352-10000')), /9位（连字符不算），现在是10位/);
  assert.match(reasonOf(checkOrganisationCode('D2143569A')), /最后一位是数字或者X/);
  assert.match(reasonOf(checkOrganisationCode('')), /没有填写/);
});

/** Every text that one wrong character or two swapped neighbours make of a code. */
const slips = (code: string, alphabetAt: (index: number) => string): readonly string[] => {
  const made: string[] = [];
  for (let index = 0; index < code.length; index++) {
    for (const wrong of alphabetAt(index)) {
      if (wrong !== code[index]) made.push(code.slice(0, index) + wrong + code.slice(index + 1));
    }
    const [left, right] = [code[index], code[index + 1]];
    if (right !== undefined && left !== right) {
      made.push(code.slice(0, index) + right + left + code.slice(index + 2));
    }
  }
  return made;
};

const digits = '0123456789';
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const stringOf = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });

test('one wrong digit or two swapped ones of an identity number never pass', () => {
  const birth = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true });
  const number = fc
    .tuple(fc.constantFrom('110105', '320802', '650102'), birth, stringOf(digits, 3))
    .map(([region, date, serial]) =>
      idCardOf(region + date.toISOString().slice(0, 10).replaceAll('-', '') + serial),
    );
  fc.assert(
    fc.property(number, (card) => {
      assert.ok(checkIdCard(card, today).ok);
      for (const slip of slips(card, (index) => (index === 17 ? `${digits}X` : digits)))
        assert.ok(!checkIdCard(slip, today).ok, slip);
    }),
  );
});

test('one wrong character or two swapped ones of a credit code never pass', () => {
  fc.assert(
    fc.property(stringOf(creditAlphabet, 17), (first17) => {
      const code = first17 + creditCodeCheckCharacter(first17);
      assert.ok(checkCreditCode(code).ok);
      for (const slip of slips(code, () => creditAlphabet)) assert.ok(!checkCreditCode(slip).ok, slip);
    }),
  );
});

test('one wrong digit or two swapped ones of a numeric organisation code never pass', () => {
  // With letters the scheme is weaker by itself: it can't see A (10) for L (21), nor X (33) for 0.
  const isNumeric = (code: string): boolean => /^\d{8}/.test(code);
  fc.assert(
    fc.property(stringOf(digits, 8), (first8) => {
      const code = first8 + organisationCodeCheckCharacter(first8);
      assert.ok(checkOrganisationCode(code).ok);
      for (const slip of slips(code, (index) => (index === 8 ? `${digits}X` : digits)).filter(isNumeric))
        assert.ok(!checkOrganisationCode(slip).ok, slip);
    }),
  );
});

const check = (kind: IdentityKind, text: string) => checkIdentity(kind, text, today);

test('permits, passports and cards of foreigners are taken as their issuers write them', () => {
  const residence = idCardOf('81000019900101001');
  const foreign = idCardOf('91124819900101001');
  const good: readonly (readonly [IdentityKind, string])[] = [
    ['idCard', '11010519491231002X'],
    ['residencePermit', residence],
    ['hongKongMacaoPermit', 'H12345678'],
    ['hongKongMacaoPermit', 'm1234567801'],
    ['taiwanPermit', '12345678'],
    ['taiwanPermit', '1234567890(B)'],
    ['passport', 'EA1234567'],
    ['passport', 'g12345678'],
    ['foreignResident', 'USA110099010112'],
    ['foreignResident', foreign],
    ['creditCode', '91110108551385082Q'],
    ['organisationCode', 'D2143569-X'],
    ['other', '军字第1234567号'],
  ];
  for (const [kind, text] of good) assert.ok(check(kind, text).ok, `${kind} ${text}`);
  assert.deepEqual(new Set(good.map(([kind]) => kind)), new Set(identityKinds));
});

test('what can’t be the number of such a document is refused with an example', () => {
  assert.match(reasonOf(check('hongKongMacaoPermit', 'K12345678')), /写法不对.*例如 H12345678/);
  assert.match(reasonOf(check('taiwanPermit', '1234567')), /写法不对/);
  assert.match(reasonOf(check('passport', 'ABCDEFGH')), /写法不对/);
  assert.match(reasonOf(check('passport', '')), /没有填写护照的号码/);
  assert.match(reasonOf(check('residencePermit', '11010519491231002X')), /以 81、82 或者 83 开头/);
  assert.match(reasonOf(check('residencePermit', '8100001990')), /港澳台居民居住证号码应当是18位/);
  assert.match(reasonOf(check('foreignResident', '911248199001010011')), /校验码|18位/);
  assert.match(reasonOf(check('foreignResident', '123')), /以9开头的18位/);
  assert.match(reasonOf(check('other', '<script>')), /写法不对/);
});

test('no text makes a check throw, and no reason repeats what was typed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...identityKinds),
      fc.string({ unit: 'binary', minLength: 6, maxLength: 40 }),
      (kind, text) => {
        const checked = check(kind, text);
        if (!checked.ok) assert.ok(!checked.reason.includes(text));
      },
    ),
  );
});

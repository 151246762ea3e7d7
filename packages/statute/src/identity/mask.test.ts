import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { maskAddress, maskBankCard, maskIdNumber, maskName, maskPhone } from './mask.ts';

test('an identity number shows neither birth nor sex', () => {
  assert.equal(maskIdNumber('11010519491231002X'), '110*************2X');
  assert.equal(maskIdNumber('EA1234567'), '*********');
  assert.equal(maskIdNumber('H12345678012'), 'H12*******12');
  assert.equal(maskIdNumber('1234'), '****');
});

test('a mobile number keeps its ends, a landline its area', () => {
  assert.equal(maskPhone('13812345678'), '138****5678');
  assert.equal(maskPhone('010-87654321'), '010-******21');
  assert.equal(maskPhone('05151234567'), '0515*****67');
  assert.equal(maskPhone('+8613812345678'), '**************');
});

test('of a name the surname is left', () => {
  const names = ['王芳', '王小明', '欧阳修', '欧阳', '买买提·艾力', '李', ''].map(maskName);
  assert.deepEqual(names, ['王*', '王**', '欧阳*', '欧*', '买*****', '*', '']);
});

test('of a bank card the last four digits are left', () => {
  assert.equal(maskBankCard('6222 0212 3456 7890 123'), '***************0123');
  assert.equal(maskBankCard('622202123456'), '********3456');
  assert.equal(maskBankCard('62220212345'), '***********');
});

test('an address is left down to its county', () => {
  const masked = [
    '云山省云州市云山区人民路12号3单元',
    '北京市朝阳区阳光小区3号楼',
    '内蒙古自治区呼和浩特市新城区中山东路1号',
    '新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县某路2号',
    '江苏省昆山市人民路1号',
    '浙江省杭州市西湖区文三路1号',
    '云州路12号',
    '阳光小区3号楼',
    '人民路12号',
    '',
  ].map(maskAddress);
  assert.deepEqual(masked, [
    '云山省云州市云山区****',
    '北京市朝阳区****',
    '内蒙古自治区呼和浩特市新城区****',
    '新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县****',
    '江苏省昆山市****',
    '浙江省杭州市西湖区****',
    '****',
    '****',
    '****',
    '',
  ]);
});

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

test('masks take any text, and masking twice shows no more', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const mask of [maskIdNumber, maskPhone, maskName, maskBankCard]) {
        const once = mask(text);
        assert.equal([...once].length <= [...text].length, true);
        assert.equal(mask(once).replaceAll(/[^*]/g, '').length >= once.replaceAll(/[^*]/g, '').length, true);
      }
      assert.equal(typeof maskAddress(text), 'string');
    }),
  );
});

test('of any number at least as many digits are hidden as shown', () => {
  const number = fc.string({ unit: fc.constantFrom(...'0123456789X'), minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(number, (text) => {
      for (const mask of [maskIdNumber, maskBankCard]) {
        const hidden = [...mask(text)].filter((character) => character === '*').length;
        assert.ok(hidden * 2 >= text.length, `${text} → ${mask(text)}`);
      }
    }),
  );
});

test('nothing below the county is left of an address, however long its street is', () => {
  const street = fc.string({
    unit: fc.constantFrom(...'人民解放和平路街巷里号楼单元小区村'),
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(street, (text) => {
      assert.equal(maskAddress(`云山省云州市云山区${text}`), '云山省云州市云山区****');
    }),
  );
});

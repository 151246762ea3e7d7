import type { Sheet, SheetBlock } from '@gongkai/reply-document';
import { inventHome, inventIdNumber, inventName } from './invent-applicants.ts';
import type { Random } from './random.ts';

/** 154 was never given out. */
const mobile = (random: Random): string => `154${String(random.below(100_000_000)).padStart(8, '0')}`;

const luhnDigit = (digits: string): number => {
  const sum = [...digits]
    .toReversed()
    .map(Number)
    .reduce(
      (all, digit, index) => all + (index % 2 === 1 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2),
      0,
    );
  return (10 - (sum % 10)) % 10;
};

/** Right by its check digit (ISO/IEC 7812-1), of a bank that there isn't: 629999. */
const bankCard = (random: Random): string => {
  const first18 = `629999${String(random.below(1_000_000)).padStart(6, '0')}${String(random.below(1_000_000)).padStart(6, '0')}`;
  return first18 + luhnDigit(first18);
};

const household = (random: Random, serial: number): readonly SheetBlock[] => {
  const name = inventName(random);
  const child = name.slice(0, 1) + random.pick(['小宝', '乐乐', '子墨', '梓萱', '可欣']);
  const area = random.from(46, 180);
  return [
    { kind: 'heading', text: `第${serial}户` },
    {
      kind: 'fields',
      rows: [
        [
          ['户主', name],
          ['联系电话', mobile(random)],
        ],
        [['身份证号码', inventIdNumber(random)]],
        [['家庭住址', inventHome(random)]],
        [['收款银行卡号', bankCard(random)]],
        [
          ['房屋面积', `${area}平方米`],
          ['补助金额', `${area * 120}元`],
        ],
      ],
    },
    ...(serial % 3 === 0
      ? [{ kind: 'text' as const, text: `随户主居住的未成年人：${child}，11周岁，就读于云山区实验小学。` }]
      : []),
  ];
};

/** A list of households as agencies keep it, several pages full of what must be covered before it goes out. */
export const inventRoster = (
  random: Random,
  {
    organ,
    title,
    households = 12,
  }: { readonly organ: string; readonly title: string; readonly households?: number },
): Sheet => ({
  kind: 'form',
  organ,
  title,
  number: null,
  blocks: [
    {
      kind: 'text',
      text: '根据《云山区老旧小区改造补助办法》，经入户核实、集体审议，下列住户符合补助条件。补助标准为每平方米120元，由本机关统一拨付。',
    },
    ...Array.from({ length: households }, (_, index) => household(random, index + 1)).flat(),
    { kind: 'note', text: '本材料为演示用的虚构材料，姓名、号码、地址均不存在。' },
  ],
});

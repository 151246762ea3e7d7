import type { Random } from '../random.ts';
import { type Damage, ifChanged, type LabelRole, mapLabels, mapRows } from './damage.ts';

type Change = (text: string, role: LabelRole, key: string, random: Random) => string;

/** A damage of words: each label is hit with the given probability. */
const words = (name: string, probability: number, change: Change): Damage => ({
  name,
  apply: (laid, { random }) =>
    ifChanged(
      laid,
      mapLabels(laid, (text, role, key) =>
        random.chance(probability) ? change(text, role, key, random) : text,
      ),
    ),
});

/** The corner remark and labels of up to three characters are spared: one character less, and nobody could tell 总计. */
const longEnough = (text: string): boolean => text.length >= 4;

/** Places of Han characters; marks and brackets are left to other damages. */
const han = (text: string): readonly number[] =>
  [...text].flatMap((c, i) => (/\p{Script=Han}/u.test(c) ? [i] : []));

const at = (text: string, random: Random): number => random.pick(han(text));

const wrong = '并唯于购治伴闭务及问';
const traditional: Readonly<Record<string, string>> = {
  开: '開',
  务: '務',
  机: '機',
  构: '構',
  无: '無',
  处: '處',
  结: '結',
  转: '轉',
  请: '請',
  关: '關',
  数: '數',
  规: '規',
  项: '項',
  条: '條',
  计: '計',
  诉: '訴',
  复: '復',
  议: '議',
  属: '屬',
  国: '國',
  类: '類',
  过: '過',
  执: '執',
  费: '費',
};

/** ㈠ to ㈥ and their like for a mark such as （三）. */
const marks = (text: string, random: Random): string => {
  const group = /^（([一二三四五六七])）/.exec(text);
  if (group) {
    const n = '一二三四五六七'.indexOf(group[1]!);
    const mark = random.pick([
      `(${group[1]})`,
      `${'㈠㈡㈢㈣㈤㈥㈦'[n]}`,
      `${group[1]})`,
      `（${group[1]}） `,
      `( ${group[1]} )`,
      `${group[1]}）`,
    ]);
    return mark + text.slice(group[0].length);
  }
  const item = /^(\d)\./.exec(text);
  if (item) {
    const mark = random.pick([
      `${item[1]}、`,
      `${item[1]}．`,
      `(${item[1]})`,
      `${item[1]}. `,
      `${item[1]} .`,
      `（${item[1]}）`,
      `${'①②③④⑤⑥⑦⑧'[Number(item[1]) - 1]}`,
      item[1]!,
    ]);
    return mark + text.slice(item[0].length);
  }
  const top = /^([一二三四])、/.exec(text);
  return top
    ? random.pick([`${top[1]}. `, `${top[1]}．`, `${top[1]} 、`, `${top[1]},`]) + text.slice(2)
    : text;
};

const wordings: Readonly<Record<string, readonly string[]>> = {
  行政规范性文件: ['规范性文件', '行政规范性文件（件）'],
  规范性文件: ['行政规范性文件'],
  本年制发件数: ['本年度制发数', '本年新制发数量', '本年制发数量', '本年度制发件数'],
  本年废止件数: ['本年度废止数', '本年废止数量'],
  现行有效件数: ['现行有效数量', '现行有效件', '现行有效数'],
  本年新制作数量: ['本年新制作件数', '本年度新制作数量'],
  本年新公开数量: ['本年新公开件数', '本年度新公开数量'],
  对外公开总数量: ['对外公开总数', '对外公开总件数'],
  '本年增/减': ['本年增／减', '本年增减', '本年增、减'],
  本年处理决定数量: ['本年处理决定数', '本年度处理决定数量'],
  '本年收费金额（单位：万元）': ['本年收费金额（万元）', '本年收费金额(单位:万元)', '收费金额（单位：万元）'],
  总计: ['合计', '总 计'],
  商业企业: ['商业 企业'],
  '（七）总计': ['（七）合计'],
  '四、结转下年度继续办理': ['四、结转下年继续办理', '四、结转至下年度继续办理'],
  '一、本年新收政府信息公开申请数量': [
    '一、本年度新收政府信息公开申请数量',
    '一、本年新收政府信息公开申请数',
  ],
  '二、上年结转政府信息公开申请数量': [
    '二、上年度结转政府信息公开申请数量',
    '二、上年结转政府信息公开申请数',
  ],
  '2.其他法律行政法规禁止公开': ['2.其他法律、行政法规禁止公开', '2.法律行政法规禁止公开'],
  '4.无正当理由大量反复申请': ['4.无正当理由大量、反复申请'],
};

export const labelDamages: readonly Damage[] = [
  words('labelCharacterMissing', 0.15, (text, _role, _key, random) => {
    if (!longEnough(text) || han(text).length < 4) return text;
    const i = at(text, random);
    return text.slice(0, i) + text.slice(i + 1);
  }),
  words('labelCharacterDoubled', 0.15, (text, _role, _key, random) => {
    if (han(text).length === 0) return text;
    const i = at(text, random);
    return text.slice(0, i + 1) + text.slice(i);
  }),
  words('labelCharacterWrong', 0.12, (text, _role, _key, random) => {
    if (!longEnough(text) || han(text).length < 4) return text;
    const i = at(text, random);
    return text.slice(0, i) + random.pick([...wrong]) + text.slice(i + 1);
  }),
  words('labelTraditional', 0.5, (text) => [...text].map((c) => traditional[c] ?? c).join('')),
  words('labelSpaced', 0.5, (text, _role, _key, random) =>
    [...text]
      .map((c) => (random.chance(0.25) ? `${c}${random.pick(['\u3000', '\u00a0', ' ', '  '])}` : c))
      .join(''),
  ),
  words('itemMarksVaried', 0.6, (text, _role, _key, random) => marks(text, random)),
  words('itemMarksLost', 0.3, (text, role) =>
    role === 'label' ? text.replace(/^(?:\d\.|（[一二三四五六七]）)/, '') : text,
  ),
  words('bracketsVaried', 0.7, (text, _role, _key, random) =>
    text
      .replaceAll(/[（）]/g, (c) => (c === '（' ? '(' : ')'))
      .replaceAll(/[“”]/g, random.pick(['"', '＂', '']))
      .replaceAll('，', random.pick([',', '，', ', ']))
      .replaceAll('：', ':'),
  ),
  words('wordingVaried', 0.6, (text, _role, _key, random) => random.pick(wordings[text] ?? [text])),
  words('headsBroken', 0.7, (text, role) =>
    role === 'head' && text.length >= 4 && text.length < 12
      ? `${text.slice(0, Math.ceil(text.length / 2))}\n${text.slice(Math.ceil(text.length / 2))}`
      : text,
  ),
  words('headsVertical', 1, (text, role, key) =>
    (role === 'head' && /^(?:reconsideration|direct|afterReconsideration)\./.test(key)) ||
    (role === 'group' && key.startsWith('三、'))
      ? [...text].join('\n')
      : text,
  ),
  words('groupLost', 0.5, (text, role) => (role === 'group' ? '' : text)),
  words('groupMisspelt', 0.7, (text, role, _key, random) => {
    if (role !== 'group' || han(text).length === 0) return text;
    const i = at(text, random);
    return random.chance(0.5)
      ? text.slice(0, i) + text.slice(i + 1)
      : text.slice(0, i) + random.pick([...wrong]) + text.slice(i + 1);
  }),
  words('hintInLabel', 1, (text, role, key) => {
    if (role === 'head' && key === 'change') return `${text}（减用负值表示，如-8）`;
    if (role === 'head' && key === 'amount') return `${text}（保留两位小数）`;
    if (role === 'label' && key === 'carriedIn') return `${text}（应与上年度报告一致）`;
    return text;
  }),
  {
    name: 'headMissing',
    apply: (laid, { random }) => {
      const name = random.pick(['requests', 'reviews', 'proactive.20-5', 'proactive.20-6'] as const);
      let seen = 0;
      const gone = random.int(0, 2);
      return ifChanged(
        laid,
        mapRows(laid, (row) => {
          if (row.kind === 'break' || row.table !== name) return [row];
          if (row.kind === 'head') return seen++ === gone || name.startsWith('proactive') ? [] : [row];
          if (row.kind !== 'figures') return [row];
          // The figures are in order still; which status a reader gives them is its own affair.
          return [
            {
              ...row,
              figures: row.figures.map((f) =>
                f.text === '' ? f : { ...f, statuses: ['printed', 'byOrder', 'byArithmetic'] as const },
              ),
            },
          ];
        }),
      );
    },
  },
  {
    name: 'bandMissing',
    apply: (laid, { random }) =>
      ifChanged(
        laid,
        mapRows(laid, (row) => (row.kind === 'band' && random.chance(0.4) ? [] : [row])),
      ),
  },
];

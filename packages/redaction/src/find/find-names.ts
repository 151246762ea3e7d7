import { nameLabels, noNames } from './name-labels.ts';
import { type Finder, type HitConfidence, isLabelled, type TextMatch } from './personal-data.ts';
import { hasSurname } from './surnames.ts';

/** 张三, 欧阳小明, 买买提·艾力; letters of a name may stand apart (张 三). */
const name = /(?:\p{Script=Han}{1,12}(?:·\p{Script=Han}{1,12}){1,3}|\p{Script=Han} ?\p{Script=Han}{1,3})/u
  .source;
/** What may come after a name: nothing that makes a longer word of it. */
const ending =
  /(?=$|[\s,，。.;；、:：()[\]【】<>《》"“”'/|]|[男女](?:[\s,，。;；、]|$)|\d|性别|身份证|电话|住|[不向于在与对因称提诉就的])/u
    .source;
const between = /[\s"“]{0,3}/.source;

interface LabelPattern {
  readonly pattern: RegExp;
  readonly minor: boolean;
}

/** Longest first, so that 未成年人 isn't taken for 人; letters of a label may stand apart (姓  名). */
const labelPatterns: readonly LabelPattern[] = nameLabels.map(({ words, minor }) => {
  const spaced = [...words].sort((a, b) => b.length - a.length).map((word) => [...word].join(' ?'));
  return {
    minor,
    pattern: new RegExp(
      `(?<!妇)(?:${spaced.join('|')})(?:\\([^()\\n]{1,12}\\))?(?<colon>${between}[:：]${between}|[\\s]{1,2}|)(?<names>${name}(?:[、和及]${name}){0,20})${ending}`,
      'gu',
    ),
  };
});

/**
 * Names (姓名) after labels such as 申请人 and 联系人, of minors after theirs and beside an age below eighteen.
 * Names that are hidden already (张某, 李××) and names of organisations are left alone.
 */
export const findNames: Finder = (text, today) => [
  ...labelPatterns.flatMap(({ pattern, minor }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const names = match.groups?.names ?? '';
      const colon = match.groups?.colon ?? '';
      const start = match.index + match[0].length - names.length;
      return namesIn(names, start, minor, colon, text);
    }),
  ),
  ...besideAges(text, today),
];

const namesIn = (
  names: string,
  start: number,
  minor: boolean,
  colon: string,
  text: string,
): readonly TextMatch[] =>
  [...names.matchAll(new RegExp(name, 'gu'))].flatMap((match) => {
    const value = match[0].replaceAll(' ', '');
    if (!isName(value)) return [];
    const [from, to] = [start + match.index, start + match.index + match[0].length];
    const confidence = judge(value, colon, text.slice(to, to + 12));
    if (confidence === null) return [];
    return [{ kind: minor ? 'minor' : 'name', start: from, end: to, value, confidence, ofMinor: minor }];
  });

const isName = (value: string): boolean =>
  value.length > 1 &&
  !/[某×]/.test(value) &&
  !noNames.has(value) &&
  !noNames.has(value.slice(0, 2)) &&
  !nameLabels.some(({ words }) => words.includes(value));

/** What organisations end in; some people's names do, too. */
const ofOrganisations =
  /(?:公司|政府|局|厅|委|院|所|站|中心|办|会|部|处|科|厂|场|店|社|队|校|园|村|镇|街道)$/;

const judge = (value: string, colon: string, after: string): HitConfidence | null => {
  const known = hasSurname(value) || value.includes('·');
  if (ofOrganisations.test(value) && (!known || value.length > 3)) return known ? 'possible' : null;
  const described = /^[\s,，、(（]{0,2}(?:[男女]|性别|身份证|\d{1,2}周?岁|\d{6})/.test(after);
  if (/[:：]/.test(colon))
    return known ? (described ? 'certain' : 'likely') : value.length > 1 ? 'possible' : null;
  if (!known) return null;
  return described ? 'likely' : 'possible';
};

/** 李小明，男，12岁; 李小明（2015年3月生）: the age speaks. */
const besideAges = (text: string, today: string): readonly TextMatch[] =>
  [
    ...text.matchAll(
      new RegExp(
        `(?<![\\p{Script=Han}])(?:${labelStarts})?(?<name>\\p{Script=Han}{2,4})[,，、(（\\s]{1,2}(?:[男女][,，、\\s]{1,2})?(?:(?:现年|年仅|时年|年龄:?)?(?<age>\\d{1,2})周?岁|(?<born>(?:19|20)\\d{2})年(?:(?<month>\\d{1,2})月)?)`,
        'gu',
      ),
    ),
  ].flatMap((match): readonly TextMatch[] => {
    const { name: value = '', age, born, month = '1' } = match.groups ?? {};
    const years =
      Number(today.slice(0, 4)) - Number(born) - (Number(month) > Number(today.slice(5, 7)) ? 1 : 0);
    const under = age === undefined ? years < 18 : Number(age) < 18;
    if (!under || !isName(value) || !hasSurname(value)) return [];
    const start = match.index + match[0].indexOf(value);
    return [
      {
        kind: 'minor',
        start,
        end: start + value.length,
        value,
        confidence:
          isLabelled(text, start, /(?:学生|儿童|幼儿|未成年)/) || age !== undefined ? 'certain' : 'likely',
        ofMinor: true,
      },
    ];
  });

const labelStarts = nameLabels
  .flatMap(({ words }) => words)
  .sort((a, b) => b.length - a.length)
  .join('|');

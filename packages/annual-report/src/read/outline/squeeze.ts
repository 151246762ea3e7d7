const traditional = new Map(
  Object.entries({
    總: '总',
    體: '体',
    況: '况',
    動: '动',
    開: '开',
    訴: '诉',
    訟: '讼',
    復: '复',
    議: '议',
    問: '问',
    題: '题',
    進: '进',
    報: '报',
    項: '项',
    處: '处',
    請: '请',
    說: '说',
    與: '与',
    務: '务',
    機: '机',
    關: '关',
    辦: '办',
    區: '区',
    縣: '县',
    環: '环',
    員: '员',
    會: '会',
    廳: '厅',
    鎮: '镇',
    鄉: '乡',
    間: '间',
    發: '发',
    佈: '布',
  }),
);
const traditionalCharacter = new RegExp(`[${[...traditional.keys()].join('')}]`, 'g');
const needsFolding = /[\uff01-\uff5e\u3220-\u3229\u2160-\u2169\u2460-\u2473\u2f00-\u2fdf]/;
const blank = '\\s\\u200b-\\u200f\\u2060\\ufeff';
const blanks = new RegExp(`[${blank}]+`, 'g');
/** Most cells and many lines need nothing done; one look tells. */
const needsAnything = new RegExp(`[${blank}${[...traditional.keys()].join('')}]|${needsFolding.source}`);

/** Text without any white space or invisible marks, full-width forms folded (NFKC), traditional characters simplified. */
export const squeeze = (text: string): string => {
  if (!needsAnything.test(text)) return text;
  const dense = text.replace(blanks, '');
  const folded = needsFolding.test(dense) ? dense.normalize('NFKC') : dense;
  return folded.replace(traditionalCharacter, (character) => traditional.get(character) ?? character);
};

/** How far into `text` its first `count` visible characters reach. */
export const offsetOf = (text: string, count: number): number => {
  let seen = 0;
  let at = 0;
  while (at < text.length && seen < count) {
    if (!/[\s\u200b-\u200f\u2060\ufeff]/.test(text[at] as string)) seen += 1;
    at += 1;
  }
  return at;
};

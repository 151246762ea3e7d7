/**
 * Labels are compared by their bare characters: width, brackets, quotes, spaces and traditional
 * characters vary inside one and the same table, and mean nothing.
 */

/** Traditional characters that occur in the forms' labels, each before its simplified one. */
const traditional =
  '規规範范製制發发廢废現现開开對对總总許许處处決决項项強强罰罚業业費费額额採采購购請请結结轉转續续辦办經经' +
  '復复複复議议訴诉訟诉審审維维糾纠計计與与無无類类務务過过內内屬属國国機机關关於于護护權权執执檔档詢询補补' +
  '後后確确訪访舉举報报當当獲获認认據据單单萬万組组織织會会構构穩稳種种條条鈎勾鉤勾稽稽係系數数況况餘余' +
  '個个進进狀状書书針针應应數数環环區区門门領领導导檢检查查見见設设實实際际幹干員员證证聯联臺台號号' +
  '涉涉閉闭繳缴納纳補补釋释屆届達达還还級级線线統统間间雖虽題题順顺驗验';

const kept = /[\p{L}\p{N}]/u;

/** Code unit → its folded code unit; 0 = means nothing in a label. */
const buildTable = (): Uint16Array => {
  const table = new Uint16Array(65536);
  for (let code = 0; code < 65536; code++) {
    // Ideographs and surrogates stand for themselves; asking the regular expression for each of them is slow.
    if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xd800 && code <= 0xdfff)) table[code] = code;
    else if (code < 0x80 || (code >= 0x2460 && code <= 0x33ff) || code >= 0xf900)
      table[code] = foldOne(String.fromCharCode(code));
    else if (code >= 0x2e80 && code <= 0x2fdf) table[code] = foldOne(String.fromCharCode(code));
    else if (code > 0x9fff && code < 0xd800) table[code] = code;
  }
  for (let at = 0; at < traditional.length; at += 2)
    table[traditional.charCodeAt(at)] = traditional.charCodeAt(at + 1);
  // 其它 and 其他 are the same label.
  table['它'.charCodeAt(0)] = '他'.charCodeAt(0);
  return table;
};

const foldOne = (character: string): number => {
  const plain = [...character.normalize('NFKC')].find((one) => kept.test(one));
  return plain === undefined ? 0 : plain.toUpperCase().charCodeAt(0);
};

const table = buildTable();
const year = '年'.charCodeAt(0);
const degree = '度'.charCodeAt(0);

/** The bare characters of a label; 年度 counts as 年, since either stands in most labels. */
export const foldText = (text: string): string => {
  let out = '';
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const code = table[text.charCodeAt(at)] as number;
    if (code === 0 || (code === degree && last === year)) continue;
    out += String.fromCharCode(code);
    last = code;
  }
  return out;
};

/** One character more: the folded text of `key` and the character of this code unit. */
export const foldOnto = (key: string, code: number): string => {
  const folded = table[code] as number;
  if (folded === 0 || (folded === degree && key.charCodeAt(key.length - 1) === year)) return key;
  return key + String.fromCharCode(folded);
};

const numerals: ReadonlySet<string> = new Set('0123456789一二三四五六七八九十');

/** How many characters of numeral a folded label begins with (at most two): 1属于… → 1. */
export const markLength = (key: string): number =>
  !numerals.has(key[0] ?? '') ? 0 : numerals.has(key[1] ?? '') ? 2 : 1;

/** Words of every day, and the ones that the standard columns (公开栏目) have for the same thing. */
const officialWords: readonly (readonly [everyday: RegExp, official: string])[] = [
  [/拆迁|动迁|旧改/, '房屋征收'],
  [/征地/, '土地征收'],
  [/低保|特困|五保|临时救助/, '社会救助'],
  [/招标|投标|中标/, '政府集中采购'],
  [/考公|公考|考编/, '公务员招考'],
  [/罚款|处罚决定/, '行政处罚'],
  [/环评|排污/, '环境保护'],
  [/三公经费|经费支出|财政资金/, '财政预算、决算'],
  [/村组织集资|一事一议/, '筹资筹劳'],
  [/办证|审批/, '行政许可'],
];

/** A text with the official words beside those that people use; nothing of it is taken away. */
export const withOfficialWords = (text: string): string =>
  [text, ...officialWords.flatMap(([everyday, official]) => (everyday.test(text) ? [official] : []))].join(
    ' ',
  );

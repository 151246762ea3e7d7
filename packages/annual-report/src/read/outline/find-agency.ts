import type { Source } from '../source.ts';
import { cleanAgency, isAgencyName, isPlaceName } from './agency-name.ts';
import { boxField } from './box-field.ts';
import { isDateLine } from './civil-date.ts';
import type { OutlineLine } from './outline-line.ts';
import { squeeze } from './squeeze.ts';

const publisher =
  /^(?:(?:信息)?(?:发布|公开|制作|发文|制发|生成|责任|编制)(?:机构|机关|单位|部门|主体)|(?:信息|文章|稿件)?来源|作者)(?=[:：]|$|.{3,24}$)/;
const statedIn = /^(?:contentsource|source|author|publisher|dc\.publisher)$/i;

const accept = (value: string): string | null => {
  const name = cleanAgency(
    value.split(/[ |｜]|(?:发布|公开|成文|生成)?(?:日期|时间)|浏览|字体|【|字号/)[0] ?? '',
  );
  return isAgencyName(name) ? name : null;
};

const closing = 14;

/** The name over the date at the end of the report (落款). */
const signature = (lines: readonly OutlineLine[]): string | null => {
  for (let at = lines.length - 1, seen = 0; at >= 0 && seen < closing; at -= 1, seen += 1) {
    const line = lines[at];
    if (!line || line.inTable || line.text.length > 60) continue;
    const text = squeeze(line.text);
    const oneLine = /^(.{3,30}?)20\d{2}年\d{1,2}月\d{1,2}日$/.exec(text)?.[1];
    const above = isDateLine(text) ? squeeze(lines[at - 1]?.text ?? '') : oneLine;
    if (above !== undefined && isAgencyName(above)) return above;
  }
  return null;
};

/** 本报告由某市人民政府办公室编制 names an office, not the government: only the part before 办公室 would be a guess. */
const compiled = /(?:本报告由|本年度报告由)([\u4e00-\u9fff]{4,30}?)(?:根据|按照|依据|编制|组织编制)/;

/**
 * The agency where the title does not name it in full: the page's box (发布机构、信息来源), the name under the
 * report, the page's own statement, 本报告由…编制. A place name in the title must begin the name found.
 */
export const findAgency = (
  source: Source,
  lines: readonly OutlineLine[],
  around: readonly OutlineLine[],
  titled: string | null,
): string | null => {
  if (titled !== null && !isPlaceName(titled)) return titled;
  const fits = (name: string | null): name is string =>
    name !== null && (titled === null || (name.startsWith(titled) && /政府$/.test(name)));
  const boxed = boxField(source, around, publisher, accept);
  if (fits(boxed)) return boxed;
  const signed = signature(lines);
  if (fits(signed)) return signed;
  for (const [name, value] of Object.entries(source.metadata)) {
    const stated = statedIn.test(name) ? accept(squeeze(value)) : null;
    if (fits(stated)) return stated;
  }
  for (const line of around) {
    const named = line.text.includes('报告由') ? (compiled.exec(squeeze(line.text))?.[1] ?? null) : null;
    if (named !== null && isAgencyName(named) && fits(named)) return named;
  }
  return titled;
};

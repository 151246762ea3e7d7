import { cleanAgency, isAgencyName, isPlaceName } from './agency-name.ts';
import { bareTitle } from './bare-title.ts';
import { chineseYear } from './civil-date.ts';

/** What a report's title says. */
export interface TitleParts {
  readonly agency: string | null;
  readonly year: number | null;
  /** How much of a title it is; higher is better. */
  readonly worth: number;
}

const subject = /政府信息公开|政务信息公开|信息公开|政务公开/;
const kind = /年度工作报告|年度报告|年报|工作报告|情况报告|报告/;
const yearPattern = /(?:(20\d{2})|([二][〇○ＯO0零][〇○ＯO0零一二三四五六七八九]{2}))年?度?/;
/** A sentence about the report, a trail of links, or a heading inside it. */
const notTitle =
  /[。；;>＞»|]|现将|如下|根据|按照|规定|编制|^[一二三四五六七八九十]+、|^[（(][一二三四五六七八九十]|附件|制度|办法|指南|通知公告|上一篇|下一篇|目录|^本报告|是指|情况表$|统计表/;

export const yearIn = (text: string): number | null => {
  const match = yearPattern.exec(text);
  if (!match) return null;
  return match[1] ? Number(match[1]) : chineseYear(match[2] ?? '');
};

const label = /^(?:信息|文件|公文)?(?:名称|标题|题名)[:：]/;

/** Brackets at the end that hold the agency: 2021年政府信息公开工作年度报告（某局）. */
const agencyBehind = (text: string): string | null => {
  const inside = cleanAgency(/[（(【—-]+([^（）()【】]+)[)）】]?$/.exec(text)?.[1] ?? '');
  return isAgencyName(inside) ? inside : null;
};

/** 某县人民政府办公室关于印发某县2020年…报告的通知: the report is that of whoever stands behind 印发. */
const issued = /关于(?:印发|发布|公布|转发)《?(?=.*[\u4e00-\u9fff])/;

const agencyBefore = (text: string): string | null => {
  const before =
    text
      .replace(/20\d{2}[-—~至]20\d{2}学年度?/, '')
      .replace(yearPattern, '')
      .split(subject)[0] ?? '';
  const own = before.split(issued).at(-1) || before;
  const name = cleanAgency(
    own
      .replace(/^(?:关于)?(?:印发|发布|公布|公开)?《?/, '')
      .replace(/关于.*$/, '')
      .replace(/(?:工作|发布|公布|开展|做好|本级|部门)+$/, ''),
  );
  return isAgencyName(name) || isPlaceName(name) ? name : null;
};

/** Reads squeezed text as the title of a report; null where it is none. */
export const parseTitle = (text: string): TitleParts | null => {
  const bare = bareTitle(text)
    .replace(label, '')
    .replace(/^[《“【]+|[》”】]+$/g, '');
  if (bare.length < 6 || bare.length > 70 || notTitle.test(bare)) return null;
  const about = subject.exec(bare);
  if (!about) return null;
  if (!kind.test(bare.slice(about.index))) return null;
  const year = yearIn(bare);
  const agency = agencyBefore(bare) ?? agencyBehind(bare);
  const worth =
    (agency === null ? 0 : isAgencyName(agency) ? 3 : 2) +
    (year === null ? 0 : 2) +
    (/年度.*报告|年报/.test(bare) ? 1.5 : 0);
  return { agency, year, worth };
};

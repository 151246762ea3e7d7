import type { Agency } from '../agencies.ts';
import type { Random } from '../random.ts';

/** Report titles in the shapes seen: year before or after the agency, with 年度 or not, one line or two, twice. */
export const titleLines = (random: Random, { name }: Agency, year: number): readonly string[] =>
  random.weighted<readonly string[]>([
    [[`${name}${year}年政府信息公开工作年度报告`], 6],
    [[name, `${year}年政府信息公开工作年度报告`], 5],
    [[`${name}${year}年度政府信息公开工作年度报告`], 2],
    [[`${name}政府信息公开工作${year}年度报告`], 2],
    [[`${year}年${name}政府信息公开工作年度报告`], 2],
    [[`${year}年度${name}政府信息公开工作报告`], 1],
    [[`${name} ${year} 年政府信息公开工作年度报告`], 1],
    [[`${name}${year}年政府信息公开工作年度报告`, `${name}${year}年政府信息公开工作年度报告`], 1],
    [[`${name}关于${year}年政府信息公开工作年度报告`], 1],
    [[`${name}`, `政府信息公开工作年度报告`, `（${year}年度）`], 1],
  ]);

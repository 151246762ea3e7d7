/** 行政机关名称 + 年度 + 年政府信息公开工作年度报告, as most reports are titled; a blank to fill in where one is unknown. */
export const reportTitle = (agency: string | null, year: number | null): string =>
  `${agency ?? ''}${year ?? '＿＿＿＿'}年政府信息公开工作年度报告`;

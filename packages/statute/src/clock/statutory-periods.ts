/** The periods of the Regulation in working days (工作日), each with the place that sets it. */
export const statutoryPeriods = {
  reply: { workingDays: 20, article: '条例第三十三条第二款' },
  // 条例第三十三条第二款：延长的期限最长不得超过20个工作日
  extension: { workingDays: 20, article: '条例第三十三条第二款' },
  correctionNotice: { workingDays: 7, article: '条例第三十条' },
  thirdParty: { workingDays: 15, article: '条例第三十二条' },
  jointMaker: { workingDays: 15, article: '条例第三十四条' },
  payment: { workingDays: 20, article: '信息处理费管理办法' },
} as const;

/** The table of one year's holidays to fill in: the festivals stand there, the dates are to be taken from the notice. */
export const makeCalendarTemplate = async (year: number): Promise<File> => {
  // Takes a while to load, and is rarely wanted.
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet(`${year}年`, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [
    { header: '日期', width: 28, style: { numFmt: '@' } },
    { header: '安排', width: 10 },
    { header: '名称', width: 20 },
  ];
  sheet.getRow(1).font = { bold: true };
  const help = book.addWorksheet('填写说明');
  help.getColumn(1).width = 80;
  for (const line of [
    '照国务院办公厅的通知逐行填写：日期，“放假”或“上班”（调休），节日名称。',
    `日期写成 ${year}-10-01；连续几天写成 ${year}-10-01至${year}-10-07。`,
    `示例：${year}-01-01至${year}-01-03，放假，元旦。`,
    '周末调休上班的日期单独一行，“安排”写“上班”，不写名称。',
    '元旦假期从上一年 12 月开始的，照写上一年的日期。',
  ])
    help.addRow([line]);
  const bytes = await book.xlsx.writeBuffer();
  return new File([new Uint8Array(bytes as unknown as ArrayBuffer)], `${year}年工作日历.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
};

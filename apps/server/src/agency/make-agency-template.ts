import { agencyKinds } from '@gongkai/contract';
import { agencyTitleNames, agencyTitles } from './agency-sheet.ts';

/** The table of agencies to fill in: titles, a choice list where there are few answers, and a sheet that explains. */
export const makeAgencyTemplate = async (): Promise<File> => {
  // Takes a while to load, and is rarely wanted.
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('单位', { views: [{ state: 'frozen', ySplit: 1 }] });
  // Text throughout: codes and phone numbers keep their leading zeros.
  sheet.columns = agencyTitleNames.map((title) => ({
    header: title,
    width: Math.max(12, title.length * 2 + 4),
    style: { numFmt: '@' },
  }));
  sheet.getRow(1).font = { bold: true };
  const choose = (title: string, choices: readonly string[]): void => {
    const column = sheet.getColumn(agencyTitleNames.indexOf(title as never) + 1).letter;
    for (let row = 2; row <= 500; row += 1)
      sheet.getCell(`${column}${row}`).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`"${choices.join(',')}"`],
      };
  };
  choose('类别', Object.values(agencyKinds));
  choose('是否主管部门', ['是', '否']);
  const help = book.addWorksheet('填写说明');
  help.columns = [
    { header: '列名', width: 22 },
    { header: '填写说明', width: 60 },
  ];
  for (const [title, text] of Object.entries(agencyTitles)) help.addRow([title, text]);
  help.addRow([]);
  for (const remark of [
    '一行一个单位。已有的单位按统一社会信用代码识别，没有代码的按名称识别。',
    '空白的格子不改动已有的内容。',
    '有任何一处问题，整张表都不导入；改正后可以重新导入，已导入的不会重复。',
  ])
    help.addRow(['', remark]);
  const bytes = await book.xlsx.writeBuffer();
  return new File([new Uint8Array(bytes as unknown as ArrayBuffer)], '单位导入模板.xlsx', {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
};

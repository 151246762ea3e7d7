import { figureField, findCell, type Report, statusWords } from '@gongkai/annual-report';
import type { Row } from './file-task.ts';

/** Heads of `report read --csv` and `--xlsx`: one cell of a report a row. */
export const reportHead: Row = [
  '文件',
  '机关',
  '年度',
  '格式',
  '表',
  '单元格',
  '行',
  '列',
  '值',
  '单位',
  '原文',
  '取得方式',
  '备注',
];

/** A report as rows: one cell of the form a row; a file from which nothing was read gives none. */
export const reportRows = (file: string, report: Report): readonly Row[] =>
  Array.from(report.cells, ([id, cell]) => {
    const place = findCell(id);
    const table = place?.table.id;
    return [
      file,
      report.agency,
      report.year,
      (table && report.tables[table]?.form) ?? null,
      place?.table.title ?? null,
      id,
      place?.row.label ?? null,
      place?.column.label ?? null,
      figureField(cell.value),
      cell.unit ?? null,
      cell.raw,
      statusWords[cell.status].name,
      cell.remark ?? null,
    ];
  });

import { isDecimal } from '../../../annual-report/src/decimal.ts';
import { type GridPart, gridParts } from '../grid.ts';
import type { Laid } from '../laid.ts';
import { expand } from './expand.ts';
import { fateOfRows } from './fate.ts';
import type { Layout } from './layout.ts';
import { zip } from './zip.ts';

interface Shape {
  readonly sheetPerTable: boolean;
  readonly sharedStrings: boolean;
  readonly numericCells: boolean;
  /** Empty cells are left out of the file instead of written as empty elements. */
  readonly absentCells: boolean;
}

interface Sheet {
  readonly name: string;
  readonly rows: string[];
  readonly merges: string[];
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const reference = (column: number, row: number): string =>
  `${column < 26 ? '' : 'A'}${String.fromCharCode(65 + (column % 26))}${row}`;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Excel keeps fifteen digits of a number; longer amounts are typed as text. */
const fitsNumber = (text: string): boolean => isDecimal(text) && text.replaceAll(/\D/g, '').length <= 15;

const workbook = (laid: Laid, shape: Shape): Uint8Array => {
  const strings = new Map<string, number>();
  const sheets: Sheet[] = [{ name: shape.sheetPerTable ? '正文' : '年度报告', rows: [], merges: [] }];
  const names = { proactive: '表二', requests: '表三', reviews: '表四' } as const;

  const cell = (text: string, column: number, row: number): string => {
    const at = reference(column, row);
    if (text === '') return shape.absentCells ? '' : `<c r="${at}" s="1"/>`;
    if (shape.numericCells && fitsNumber(text)) return `<c r="${at}" s="1"><v>${text}</v></c>`;
    if (!shape.sharedStrings)
      return `<c r="${at}" s="1" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
    if (!strings.has(text)) strings.set(text, strings.size);
    return `<c r="${at}" s="1" t="s"><v>${strings.get(text)}</v></c>`;
  };

  const draw = (part: GridPart, sheet: Sheet): void => {
    const first = sheet.rows.length + 1;
    expand(part).forEach((slots, r) => {
      const row = first + r;
      const cells = slots.map((slot, column) => cell(slot?.anchor ? slot.cell.text : '', column, row));
      // A surplus figure stands beyond the table's own columns.
      sheet.rows.push(`<row r="${row}">${cells.join('')}</row>`);
    });
    part.rows.forEach((row, r) => {
      for (const { column, columnSpan, rowSpan } of row.cells)
        if (columnSpan > 1 || rowSpan > 1)
          sheet.merges.push(
            `${reference(column, first + r)}:${reference(column + columnSpan - 1, first + r + rowSpan - 1)}`,
          );
    });
  };

  for (const block of laid.blocks) {
    if (block.kind === 'text') {
      const sheet = sheets[0]!;
      const row = sheet.rows.length + 1;
      sheet.rows.push(`<row r="${row}">${cell(block.text, 0, row)}</row>`);
      continue;
    }
    const taken = sheets.filter(({ name }) => name.startsWith(names[block.name])).length;
    const own: Sheet = {
      name: `${names[block.name]}${taken === 0 ? '' : `（${taken + 1}）`}`,
      rows: [],
      merges: [],
    };
    if (shape.sheetPerTable) sheets.push(own);
    for (const part of gridParts(block)) draw(part, shape.sheetPerTable ? own : sheets[0]!);
  }

  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (name: string, kind: string): string =>
    `<Override PartName="${name}" ContentType="${type}.${kind}+xml"/>`;
  return zip([
    {
      name: '[Content_Types].xml',
      data: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${sheets.map((_, i) => override(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}${override('/xl/styles.xml', 'styles')}${shape.sharedStrings ? override('/xl/sharedStrings.xml', 'sharedStrings') : ''}</Types>`,
    },
    {
      name: '_rels/.rels',
      data: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/>${shape.sharedStrings ? `<Relationship Id="rId${sheets.length + 2}" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/>` : ''}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: `${head}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs></styleSheet>`,
    },
    ...sheets.map(({ rows, merges }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      data: `${head}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData>${merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`,
    })),
    ...(shape.sharedStrings
      ? [
          {
            name: 'xl/sharedStrings.xml',
            data: `${head}<sst xmlns="${main}" count="${strings.size}" uniqueCount="${strings.size}">${[
              ...strings.keys(),
            ]
              // One string in three is rich text: the same words in two runs.
              .map((text, i) =>
                i % 3 === 2 && text.length > 1
                  ? `<si><r><t xml:space="preserve">${escapeXml(text.slice(0, 1))}</t></r><r><t xml:space="preserve">${escapeXml(text.slice(1))}</t></r></si>`
                  : `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`,
              )
              .join('')}</sst>`,
          },
        ]
      : []),
  ]);
};

const layout = (name: string, shape: Shape): Layout => ({
  name,
  format: 'xlsx',
  extension: 'xlsx',
  render: (laid) => ({
    bytes: workbook(laid, shape),
    // Nothing at all is left of an empty row without a label.
    ...(shape.absentCells
      ? {
          fate: fateOfRows(laid, (row) =>
            row.label === null && row.figures.every(({ text }) => text === '')
              ? () => ({ statuses: ['blank', 'absent'] })
              : null,
          ),
        }
      : {}),
  }),
});

export const xlsxOneSheet = layout('xlsx.oneSheet', {
  sheetPerTable: false,
  sharedStrings: true,
  numericCells: true,
  absentCells: false,
});
export const xlsxAbsentCells = layout('xlsx.absentCells', {
  sheetPerTable: false,
  sharedStrings: true,
  numericCells: true,
  absentCells: true,
});
export const xlsxSheetPerTable = layout('xlsx.sheetPerTable', {
  sheetPerTable: true,
  sharedStrings: false,
  numericCells: false,
  absentCells: false,
});

import { type Report, tableIds } from '@gongkai/annual-report';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import ExcelJS from 'exceljs';

/** The narrative, and the figures of each table ten to a row, which is how wide the widest table is. */
const contentOf = (
  report: Report,
): { readonly texts: readonly string[]; readonly rows: readonly string[][] } => {
  const texts = report.sections.flatMap(({ title, paragraphs }) => [
    title,
    ...paragraphs.map(({ text }) => text),
  ]);
  const rows: string[][] = [];
  for (const table of tableIds) {
    const figures = [...report.cells].filter(([id]) => id.startsWith(`${table}.`)).map(([, { raw }]) => raw);
    for (let at = 0; at < figures.length; at += 10)
      rows.push(Array.from({ length: 10 }, (_, column) => figures[at + column] ?? ''));
  }
  return { texts, rows };
};

export const bareDocx = (report: Report): Promise<Buffer> => {
  const { texts, rows } = contentOf(report);
  const table = new Table({
    rows: rows.map(
      (row) =>
        new TableRow({ children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
    ),
  });
  return Packer.toBuffer(
    new Document({ sections: [{ children: [...texts.map((text) => new Paragraph(text)), table] }] }),
  );
};

export const bareXlsx = async (report: Report): Promise<unknown> => {
  const { texts, rows } = contentOf(report);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('年度报告');
  sheet.addRows(texts.map((text) => [text]));
  sheet.addRows(rows.map((row) => [...row]));
  return book.xlsx.writeBuffer();
};

/** A writer that has its fonts loaded. */
export const openBarePdf = (fonts: readonly Uint8Array[]): ((report: Report) => unknown) => {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] });
  return (report) => {
    const { texts, rows } = contentOf(report);
    const cells = rows.flat().map((text) => `[#${JSON.stringify(text)}]`);
    const words = texts.map((text) => `#${JSON.stringify(text)}`);
    const source = `#set text(font: "Noto Serif SC")\n${words.join('\n\n')}\n#table(columns: 10, ${cells.join(', ')})`;
    const pdf = compiler.pdf({ mainFileContent: source });
    compiler.evictCache(2);
    return pdf;
  };
};

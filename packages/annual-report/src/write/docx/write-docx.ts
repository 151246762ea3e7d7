import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Report } from '../../report.ts';
import { finishPackage } from '../package/finish-package.ts';
import { type Block, printReport } from '../printed-report.ts';
import { fontTable, page, styles } from './docx-style.ts';
import { docxTable, runs } from './docx-table.ts';

/** A Word document in the official layout, with the report's JSON as a part of the package. */
export const writeDocx = async (report: Report): Promise<Uint8Array> => {
  const { titleLines, blocks } = printReport(report);
  const made = new Document({
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: { size: { width: page.width, height: page.height }, margin: page.margin } },
        // GB/T 9704-2012, 7.5: the number between two strokes, outside on odd and on even pages.
        footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
        children: [...titleOf(titleLines), ...blocks.map((block) => childOf(block, report))],
      },
    ],
  });
  const bytes = await Packer.toBuffer(made);
  return finishPackage(bytes, report, { 'word/fontTable.xml': fontTable });
};

const titleOf = (lines: readonly string[]): readonly Paragraph[] =>
  lines.length === 0
    ? []
    : [
        new Paragraph({
          heading: HeadingLevel.TITLE,
          alignment: AlignmentType.CENTER,
          children: runs(lines.join('\n')),
        }),
      ];

/** Two characters, whatever their size. */
const firstLine = { firstLineChars: 200, firstLine: 640 } as const;

const childOf = (block: Block, report: Report) => {
  switch (block.kind) {
    case 'table':
      return docxTable(block.table, report.cells);
    case 'heading':
      return new Paragraph({
        heading: HeadingLevel.HEADING_1,
        keepNext: true,
        indent: firstLine,
        children: runs(block.text),
      });
    case 'subheading':
      return new Paragraph({
        heading: HeadingLevel.HEADING_2,
        keepNext: true,
        indent: firstLine,
        children: runs(block.text),
      });
    case 'hint':
    case 'paragraph':
      return new Paragraph({
        style: block.kind === 'hint' ? 'Hint' : 'Body',
        alignment: AlignmentType.BOTH,
        indent: firstLine,
        children: runs(block.text),
      });
  }
};

const footer = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'PageNumber',
        alignment,
        indent: { left: 280, right: 280 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });

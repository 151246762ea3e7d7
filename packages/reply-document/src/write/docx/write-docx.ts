import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { ReplyDocument } from '../../document.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { letterheadSize } from '../letterhead-size.ts';
import { type PrintedDocument, printDocument } from '../printed-document.ts';
import { em, fontTable, lineIndent, page, pitch, red, styles } from './docx-style.ts';
import { withoutTimes } from './without-times.ts';

/** A Word document in the official layout of a letter. The same document gives the same bytes. */
export const writeDocx = async (document: ReplyDocument): Promise<Uint8Array> => {
  const printed = printDocument(document);
  const made = new Document({
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: page.width, height: page.height }, margin: page.margin },
        },
        headers: { first: letterhead(printed.letterhead) },
        // GB/T 9704-2012, 7.5 and 10.1: outside on odd and on even pages, none on the first.
        footers: {
          first: redLine(),
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
        },
        children: [...headOf(printed), ...bodyOf(printed), ...closingOf(printed), ...slipOf(printed)],
      },
    ],
  });
  const bytes = await Packer.toBuffer(made, false, [
    { path: 'word/fontTable.xml', data: fontTable },
    { path: 'docProps/core.xml', data: coreProperties(document) },
  ]);
  return withoutTimes(bytes);
};

/** Two characters, whatever their size. */
const firstLine = { firstLineChars: 200, firstLine: 2 * em } as const;

const paragraph = (text: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ style: 'Body', ...options, children: [new TextRun(text)] });

const letterhead = (lines: readonly string[]): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'Letterhead',
        alignment: AlignmentType.CENTER,
        indent: lineIndent,
        border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, color: red, size: 24, space: 11 } },
        children: lines.map(
          (text, index) =>
            new TextRun({ text, size: 2 * letterheadSize(lines), ...(index > 0 && { break: 1 }) }),
        ),
      }),
    ],
  });

const redLine = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        indent: lineIndent,
        spacing: { line: 20, lineRule: LineRuleType.EXACT },
        border: { top: { style: BorderStyle.THIN_THICK_SMALL_GAP, color: red, size: 24, space: 0 } },
        children: [],
      }),
    ],
  });

const pageNumber = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'PageNumber',
        alignment,
        indent: { left: 280, right: 280 },
        spacing: { after: 170 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });

const headOf = ({ number, title, salutation }: PrintedDocument): readonly Paragraph[] => [
  ...(number === null
    ? []
    : [paragraph(number, { alignment: AlignmentType.RIGHT, spacing: { ...line, before: 280 } })]),
  new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    children: [new TextRun(title)],
  }),
  paragraph(salutation, { keepNext: true }),
];

const line = { line: pitch, lineRule: LineRuleType.EXACT } as const;

const bodyOf = ({ body, enclosures }: PrintedDocument): readonly Paragraph[] =>
  body.map((text, index) =>
    paragraph(text, {
      alignment: AlignmentType.BOTH,
      indent: firstLine,
      widowControl: true,
      // The signature must not stand alone on a page, and what announces a list stays with it.
      keepNext: (index + 1 === body.length && enclosures.length === 0) || text.endsWith('：'),
    }),
  );

const closingOf = ({ enclosures, signature, contact }: PrintedDocument): readonly Paragraph[] => [
  ...enclosures.map(({ lead, number, name }, index) => {
    const indent = number === '' ? 5 * em : 6.5 * em;
    const hanging = (lead === '' ? 0 : 3 * em) + (number === '' ? 0 : 1.5 * em);
    return paragraph(`${lead}${number}${number && '\t'}${name}`, {
      indent: { left: indent, hanging },
      tabStops: [{ type: 'left', position: indent }],
      spacing: { ...line, ...(index === 0 && { before: pitch }) },
      keepLines: true,
      keepNext: index + 1 === enclosures.length,
    });
  }),
  ...signature.map(({ text, right }, index) =>
    paragraph(text, {
      alignment: AlignmentType.RIGHT,
      indent: { right: Math.round(right * em) },
      spacing: { ...line, ...(index === 0 && { before: 2 * pitch }) },
      keepLines: true,
      keepNext: true,
    }),
  ),
  paragraph(contact, { indent: firstLine, spacing: line, keepLines: true }),
];

/** 回执, on a page of its own. */
const slipOf = ({ slip }: PrintedDocument): readonly Paragraph[] =>
  slip === null
    ? []
    : [
        new Paragraph({
          heading: HeadingLevel.TITLE,
          alignment: AlignmentType.CENTER,
          pageBreakBefore: true,
          children: [new TextRun(slip.title)],
        }),
        paragraph(slip.salutation),
        ...slip.body.map((text) => paragraph(text, { indent: firstLine, spacing: line })),
        ...slip.signature.map((text, index) =>
          paragraph(text, {
            indent: { left: 10 * em },
            spacing: { ...line, ...(index === 0 && { before: pitch }) },
          }),
        ),
      ];

/** In place of the library's name and the time of day. */
const coreProperties = (document: ReplyDocument): string => {
  const { title, organ } = printDocument(document);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeMarkup(title)}</dc:title><dc:creator>${escapeMarkup(organ)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${document.date}T00:00:00Z</dcterms:created><dc:language>zh-CN</dc:language></cp:coreProperties>`;
};

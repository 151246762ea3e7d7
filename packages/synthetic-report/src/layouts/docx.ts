import { type GridPart, gridParts } from '../grid.ts';
import type { Laid } from '../laid.ts';
import type { Random } from '../random.ts';
import { expand } from './expand.ts';
import type { Layout } from './layout.ts';
import { zip } from './zip.ts';

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** How a piece of text becomes runs; the shapes below differ in this. */
type Runs = (text: string, role: 'label' | 'figure' | 'body') => string;

const plainRuns: Runs = (text) => text.split('\n').map(run).join('<w:r><w:br/></w:r>');

const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

interface Shape {
  readonly runs: Runs;
  /** Wraps a drawn table. */
  readonly wrap: (table: string) => string;
  /** 一、 of the headings and 1. 2. 3. of the innermost labels come from numbering.xml instead of the text. */
  readonly numbered: boolean;
}

const drawTable = (part: GridPart, shape: Shape): string => {
  const rows = expand(part).map((row, r) => {
    let cells = '';
    for (let column = 0; column < row.length; ) {
      const slot = row[column];
      if (!slot) {
        cells += `<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr><w:p/></w:tc>`;
        column++;
        continue;
      }
      const { cell, anchor } = slot;
      const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : '';
      const merge = cell.rowSpan > 1 ? (anchor ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : '';
      const mark = /^(\d)[.．]/.exec(cell.text);
      const numbering =
        shape.numbered && cell.role === 'label' && mark
          ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
          : '';
      const text = numbering ? cell.text.slice(mark![0].length) : cell.text;
      const restart =
        numbering && mark![1] === '1'
          ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="NUM"/></w:numPr>'
          : numbering;
      const body = anchor
        ? text === ''
          ? '<w:p/>'
          : paragraph(shape.runs(text, cell.role === 'figure' ? 'figure' : 'label'), restart)
        : '<w:p/>';
      cells += `<w:tc><w:tcPr><w:tcW w:w="${900 * cell.columnSpan}" w:type="dxa"/>${span}${merge}</w:tcPr>${body}</w:tc>`;
      column += cell.columnSpan;
    }
    return `<w:tr>${r === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells}</w:tr>`;
  });
  const grid = Array.from({ length: part.width }, () => '<w:gridCol w:w="900"/>').join('');
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join('');
  return shape.wrap(
    `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${border}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`,
  );
};

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Restarts the list at every 1., with a list instance of its own, as Word does for each group. */
const numberLists = (body: string): { readonly body: string; readonly lists: number } => {
  let lists = 0;
  const numbered = body.replaceAll(/w:numId w:val="(?:NUM|1)"/g, (id) => {
    if (id.includes('NUM')) lists++;
    return `w:numId w:val="${Math.max(1, lists)}"`;
  });
  return { body: numbered, lists };
};

/** The list of the section headings: 一、二、三、. */
const headingList = 999;

const numberingXml = (lists: number): string => {
  const list = (id: number, format: string, text: string): string =>
    `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>`;
  const ids = Array.from({ length: lists }, (_, i) => i + 1);
  const all = [
    ...ids.map((id) => list(id, 'decimal', '%1.')),
    list(headingList, 'chineseCountingThousand', '%1、'),
  ];
  const uses = [...ids, headingList].map(
    (id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`,
  );
  return `${head}<w:numbering ${namespaces}>${all.join('')}${uses.join('')}</w:numbering>`;
};

const packageOf = (laid: Laid, shape: Shape, stored: boolean): Uint8Array => {
  const blocks = laid.blocks.map((block) => {
    if (
      block.kind !== 'table' &&
      shape.numbered &&
      block.role === 'heading' &&
      /^[一二三四五六]、/.test(block.text)
    )
      return paragraph(
        shape.runs(block.text.slice(2), 'body'),
        `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${headingList}"/></w:numPr>`,
      );
    if (block.kind !== 'table')
      return paragraph(
        shape.runs(block.text, 'body'),
        block.role === 'title' ? '<w:jc w:val="center"/>' : '',
      );
    return gridParts(block)
      .map(
        (part) =>
          drawTable(part, shape) +
          (part.end
            ? paragraph(
                part.end.pageNumber === null ? '<w:r><w:br w:type="page"/></w:r>' : run(part.end.pageNumber),
              )
            : '<w:p/>'),
      )
      .join('');
  });
  const { body, lists } = numberLists(blocks.join(''));
  const numbering = shape.numbered;
  const override = (name: string, type: string): string =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`;
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zip([
    {
      name: '[Content_Types].xml',
      stored,
      data: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/word/document.xml', 'document.main')}${numbering ? override('/word/numbering.xml', 'numbering') : ''}</Types>`,
    },
    {
      name: '_rels/.rels',
      stored,
      data: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      stored,
      data: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${numbering ? `<Relationship Id="rId1" Type="${relation}/numbering" Target="numbering.xml"/>` : ''}</Relationships>`,
    },
    ...(numbering ? [{ name: 'word/numbering.xml', stored, data: numberingXml(lists) }] : []),
    {
      name: 'word/document.xml',
      stored,
      data: `${head}<w:document ${namespaces}><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
    },
  ]);
};

const same = (table: string): string => table;

const layout = (name: string, shape: (random: Random) => Shape, stored = false): Layout => ({
  name,
  format: 'docx',
  extension: 'docx',
  render: (laid, random) => ({ bytes: packageOf(laid, shape(random), stored) }),
});

export const docxPlain = layout('docx.plain', () => ({ runs: plainRuns, wrap: same, numbered: false }));
export const docxStored = layout(
  'docx.stored',
  () => ({ runs: plainRuns, wrap: same, numbered: false }),
  true,
);
/** 1. to 8. are Word's automatic numbers and stand nowhere in the text. */
export const docxNumbered = layout('docx.numbered', () => ({ runs: plainRuns, wrap: same, numbered: true }));

/** Runs cut anywhere, tracked insertions, and deletions whose text must not be read. */
export const docxTracked = layout('docx.tracked', (random) => ({
  wrap: same,
  numbered: false,
  runs: (text, role) => {
    const cut = random.int(1, Math.max(1, text.length - 1));
    const pieces = `${plainRuns(text.slice(0, cut), role)}${plainRuns(text.slice(cut), role)}`;
    if (!random.chance(0.2)) return pieces;
    const author = 'w:author="校对" w:date="2024-01-10T00:00:00Z"';
    const gone = role === 'figure' ? String(random.int(1, 999)) : '（此处已删）';
    return `<w:del w:id="1" ${author}><w:r><w:delText>${gone}</w:delText></w:r></w:del><w:ins w:id="2" ${author}>${pieces}</w:ins>`;
  },
}));

/** Text boxes twice, as Choice and as Fallback; a reader that takes both doubles every figure. */
export const docxAlternate = layout('docx.alternate', (random) => ({
  wrap: same,
  numbered: false,
  runs: (text, role) => {
    if (role === 'body' || !random.chance(0.1)) return plainRuns(text, role);
    const inner = plainRuns(text, role);
    return `<mc:AlternateContent><mc:Choice Requires="wps">${inner}</mc:Choice><mc:Fallback>${inner}</mc:Fallback></mc:AlternateContent>`;
  },
}));

/** Each statutory table inside the single cell of a frame table. */
export const docxNested = layout('docx.nested', () => ({
  runs: plainRuns,
  numbered: false,
  wrap: (table) =>
    `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr>${table}<w:p/></w:tc></w:tr></w:tbl>`,
}));

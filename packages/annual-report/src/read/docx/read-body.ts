import { ReadError } from '../../problem.ts';
import type { Block, Flow, FlowCell, FlowRow } from '../office/flow.ts';
import { countNumbers } from '../office/numbering.ts';
import type { Limits } from '../options.ts';
import { type Raised, raisedBy, raisedText } from '../raised-text.ts';
import { attribute } from '../xml/attribute.ts';
import { type Skim, scanXml } from '../xml/scan-xml.ts';
import type { WordList } from './number-lists.ts';
import type { WordStyle } from './styles.ts';
import { symbolText } from './symbol-text.ts';
import { isOn, wholeNumber, wordNamespaces } from './word-namespaces.ts';

/** What document.xml refers to. */
export interface WordContext {
  readonly style: (id: string | null) => WordStyle;
  readonly lists: ReadonlyMap<string, WordList>;
  readonly limits: Limits;
}

/**
 * Elements whose content is not, or no longer, part of the printed text: deleted and moved-away text,
 * former properties, phonetic guides (拼音指南). `w:del` inside properties only marks its owner.
 */
const skipped = new Set([
  'w:moveFrom',
  'w:pPrChange',
  'w:rPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:numberingChange',
  'w:sectPr',
  'w:rt',
]);

/** Formatting, which is most of a file; what of it concerns the text is named here. */
const skim: Skim = new Map([
  ['w:pPr', /numPr|pStyle|Change|:del|xmlns/],
  ['w:rPr', /anish|rStyle|vertAlign|Change|:del|xmlns/],
  ['w:tcPr', /gridSpan|Merge|Change|xmlns/],
  ['w:tblPr', /xmlns/],
  ['w:tblPrEx', /xmlns/],
  ['w:tblGrid', /xmlns/],
  ['w:tcBorders', /xmlns/],
  ['w:pBdr', /xmlns/],
  ['w:sectPr', /xmlns/],
]);

/** Word's own limit of columns is 63; a span beyond this is no table of a report. */
const widestSpan = 1000;

/** Fields hardly ever stand in fields; a pile of open ones is damage. */
const mostFields = 100;

interface Paragraph {
  text: string;
  style: string | null;
  numId: string | null;
  level: number | null;
  /** The paragraph mark is deleted (tracked): the text runs on into the next paragraph. */
  markDeleted: boolean;
  readonly boxes: Block[];
}

interface OpenFlow {
  readonly blocks: Block[];
  carried: string;
}

interface OpenCell {
  span: number;
  vertical: FlowCell['vertical'];
  /** Continues the cell to its left (w:hMerge of old files). */
  continued: boolean;
}

interface OpenRow {
  readonly cells: FlowCell[];
  column: number;
  deleted: boolean;
}

/** Reads document.xml (WordprocessingML, ECMA-376-1 §17) into its text. Throws `file.hostile`, `file.damaged`, `file.tooLarge`. */
export const readBody = (xml: string, context: WordContext): Flow => {
  const { limits } = context;
  const numberOf = countNumbers();
  const body: OpenFlow = { blocks: [], carried: '' };
  const flows: OpenFlow[] = [];
  const tables: FlowRow[][] = [];
  const rows: OpenRow[] = [];
  const cells: OpenCell[] = [];
  const paragraphs: Paragraph[] = [];
  /** One for each field that is open: true while its instruction stands, false while its result does. */
  let fields: boolean[] = [];
  /** One for each mc:AlternateContent that is open: whether a branch was taken. */
  const branches: boolean[] = [];
  /** One for each content control that is open: whether it shows only its prompt. */
  const controls: boolean[] = [];
  let depth = 0;
  let skipFrom = 0;
  let cellsLeft = limits.cells;
  let inText = false;
  let inRun = false;
  let hidden = false;
  let raised: Raised = null;
  let properties = '';

  const add = (text: string) => {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined || hidden || fields.includes(true) || controls.includes(true)) return;
    paragraph.text += text;
  };

  const open = (name: string, attributes: string): void => {
    depth++;
    if (skipFrom > 0) return;
    switch (name) {
      case 'w:t':
      case 'm:t':
        inText = true;
        return;
      case 'w:r':
        inRun = true;
        hidden = false;
        raised = null;
        return;
      case 'w:p':
        // A paragraph of a text box stands inside a run of the one that it is anchored in.
        inRun = false;
        paragraphs.push(newParagraph(flows.at(-1)));
        return;
      case 'w:pPr':
        properties = paragraphs.length > 0 ? name : '';
        return;
      case 'w:trPr':
        properties = rows.length > 0 ? name : '';
        return;
      case 'w:pStyle':
        if (properties === 'w:pPr') paragraphs.at(-1)!.style = attribute(attributes, 'val');
        return;
      case 'w:numId':
        if (properties === 'w:pPr') paragraphs.at(-1)!.numId = attribute(attributes, 'val');
        return;
      case 'w:ilvl':
        if (properties === 'w:pPr') paragraphs.at(-1)!.level = wholeNumber(attribute(attributes, 'val'));
        return;
      case 'w:rStyle':
        if (inRun) {
          const style = context.style(attribute(attributes, 'val'));
          if (style.hidden) hidden = true;
          raised = style.raised;
        }
        return;
      case 'w:vertAlign':
        if (inRun) raised = raisedBy(attribute(attributes, 'val'));
        return;
      case 'w:vanish':
        if (inRun) hidden = isOn(attribute(attributes, 'val'));
        return;
      case 'w:tab':
        if (inRun) add('\t');
        return;
      case 'w:ptab':
        add('\t');
        return;
      case 'w:br':
      case 'w:cr':
        if (inRun) add('\n');
        return;
      case 'w:noBreakHyphen':
        add('-');
        return;
      case 'w:sym':
        add(symbolText(attribute(attributes, 'font'), attribute(attributes, 'char')));
        return;
      case 'w:fldChar':
        markField(attribute(attributes, 'fldCharType'));
        return;
      case 'w:del':
        if (properties === 'w:pPr') paragraphs.at(-1)!.markDeleted = true;
        else if (properties === 'w:trPr') rows.at(-1)!.deleted = true;
        else skipFrom = depth;
        return;
      case 'w:tbl':
        if (flows.length > 0) tables.push([]);
        return;
      case 'w:tr':
        rows.push({ cells: [], column: 0, deleted: false });
        return;
      case 'w:gridBefore':
        if (rows.length > 0) rows.at(-1)!.column = spanOf(attributes, 0);
        return;
      case 'w:tc':
        cells.push({ span: 1, vertical: 'single', continued: false });
        flows.push({ blocks: [], carried: '' });
        return;
      case 'w:gridSpan':
        if (cells.length > 0) cells.at(-1)!.span = spanOf(attributes, 1);
        return;
      case 'w:vMerge':
        if (cells.length > 0)
          cells.at(-1)!.vertical = attribute(attributes, 'val') === 'restart' ? 'anchor' : 'covered';
        return;
      case 'w:hMerge':
        if (cells.length > 0) cells.at(-1)!.continued = attribute(attributes, 'val') !== 'restart';
        return;
      case 'w:body':
        flows.push(body);
        return;
      case 'w:txbxContent':
        flows.push({ blocks: [], carried: '' });
        return;
      case 'w:sdt':
        controls.push(false);
        return;
      case 'w:showingPlcHdr':
        if (controls.length > 0) controls[controls.length - 1] = isOn(attribute(attributes, 'val'));
        return;
      case 'mc:AlternateContent':
        branches.push(false);
        return;
      case 'mc:Choice':
      case 'mc:Fallback':
        if (branches.at(-1) === true) skipFrom = depth;
        else if (branches.length > 0) branches[branches.length - 1] = true;
        return;
      default:
        if (skipped.has(name)) skipFrom = depth;
    }
  };

  const close = (name: string): void => {
    depth--;
    if (skipFrom > 0) {
      if (depth < skipFrom) skipFrom = 0;
      return;
    }
    switch (name) {
      case 'w:t':
      case 'm:t':
        inText = false;
        return;
      case 'w:r':
        inRun = false;
        hidden = false;
        raised = null;
        return;
      case 'w:pPr':
      case 'w:trPr':
        properties = '';
        return;
      case 'w:p':
        endParagraph();
        return;
      case 'w:tc':
        endCell();
        return;
      case 'w:tr':
        endRow();
        return;
      case 'w:tbl': {
        const done = tables.pop();
        if (done !== undefined && done.length > 0) flows.at(-1)?.blocks.push({ rows: done });
        return;
      }
      case 'w:body':
        flush(body);
        flows.pop();
        return;
      case 'w:txbxContent': {
        const box = flows.pop();
        if (box === undefined) return;
        flush(box);
        inRun = paragraphs.length > 0;
        (paragraphs.at(-1)?.boxes ?? flows.at(-1)?.blocks)?.push(...box.blocks);
        return;
      }
      case 'w:sdt':
        controls.pop();
        return;
      case 'mc:AlternateContent':
        branches.pop();
        return;
    }
  };

  /** A field (域) is instruction, then result; only the result is printed. */
  const markField = (type: string | null): void => {
    if (type === 'begin' && fields.length < mostFields) fields.push(true);
    else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = false;
    else if (type === 'end') fields.pop();
  };

  const endParagraph = (): void => {
    const paragraph = paragraphs.pop();
    const flow = flows.at(-1);
    // An instruction never runs over a paragraph; one left open by a damaged field must not swallow the rest.
    if (paragraphs.length === 0) fields = fields.filter((instruction) => !instruction);
    if (paragraph === undefined || flow === undefined) return;
    if (paragraph.markDeleted) flow.carried = paragraph.text;
    else {
      const style = context.style(paragraph.style);
      const text = style.contents ? '' : label(paragraph, style) + paragraph.text;
      if (text !== '' && !style.hidden) flow.blocks.push(text);
    }
    flow.blocks.push(...paragraph.boxes);
  };

  const label = (paragraph: Paragraph, style: WordStyle): string => {
    const list = context.lists.get(paragraph.numId ?? style.numId ?? '');
    if (list === undefined) return '';
    const bound = paragraph.style === null ? undefined : list.levelOfStyle.get(paragraph.style);
    const inherited = paragraph.numId === null ? (bound ?? style.level) : style.level;
    return numberOf(list, paragraph.level ?? inherited ?? 0);
  };

  const endCell = (): void => {
    const cell = cells.pop();
    const flow = flows.pop();
    const row = rows.at(-1);
    if (cell === undefined || flow === undefined || row === undefined) return;
    flush(flow);
    cellsLeft -= cell.span;
    if (cellsLeft < 0) throw new ReadError('file.tooLarge', { limit: `${limits.cells} 个单元格` });
    const before = row.cells.at(-1);
    if (cell.continued && before !== undefined)
      row.cells[row.cells.length - 1] = { ...before, columnSpan: before.columnSpan + cell.span };
    else
      row.cells.push({
        column: row.column,
        columnSpan: cell.span,
        vertical: cell.vertical,
        flow: flow.blocks,
      });
    row.column += cell.span;
  };

  const endRow = (): void => {
    const row = rows.pop();
    if (row !== undefined && !row.deleted) tables.at(-1)?.push({ cells: row.cells });
  };

  scanXml(xml, wordNamespaces, limits.depth, {
    skim,
    open,
    close,
    text: (value) => {
      if (inText && skipFrom === 0) add(raisedText(value, raised));
    },
  });
  return body.blocks;
};

const newParagraph = (flow: OpenFlow | undefined): Paragraph => {
  const text = flow?.carried ?? '';
  if (flow !== undefined) flow.carried = '';
  return { text, style: null, numId: null, level: null, markDeleted: false, boxes: [] };
};

const flush = (flow: OpenFlow): void => {
  if (flow.carried !== '') flow.blocks.push(flow.carried);
  flow.carried = '';
};

const spanOf = (attributes: string, least: number): number => {
  const span = wholeNumber(attribute(attributes, 'val')) ?? least;
  if (span > widestSpan) throw new ReadError('file.hostile', { detail: '合并的列过多' });
  return Math.max(span, least);
};

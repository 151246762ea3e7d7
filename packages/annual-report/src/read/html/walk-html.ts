import { Tokenizer } from 'htmlparser2';
import { ReadError } from '../../problem.ts';
import type { Limits } from '../options.ts';
import { type Raised, raisedText } from '../raised-text.ts';
import { blockElements, preElements, silentElements, voidElements } from './elements.ts';
import { hardBreak, keepSpace } from './fold-text.ts';
import { closeInside, endsByOpening, type HiddenElement, openInside } from './hidden-element.ts';
import { addText, type Flow, type Page, type PageCell, type PageTable } from './page.ts';

interface OpenTable {
  readonly table: PageTable;
  readonly around: Flow;
  row: PageCell[] | null;
  cell: PageCell | null;
  placed: boolean;
}

const hiding = /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all/i;

/** Of inline elements only: in a cell `vertical-align` places its content, and of blocks it says nothing. */
const raising = /vertical-align\s*:\s*(super|sub)\b/i;

/** The element that raises or lowers its text, and how many of its name are open since it began. */
interface RaisedElement {
  readonly name: string;
  readonly raised: Raised;
  open: number;
}

/** HTML Standard, 4.9.11: browsers clamp colspan to 1000 and rowspan to 65534. */
const span = (value: string | undefined, most: number): number => {
  const number = Number.parseInt(value ?? '', 10);
  if (number === 0 && most > 1000) return most;
  return number > 0 ? Math.min(number, most) : 1;
};

/** The attributes that tell something, by element; `style` and `hidden` tell on every one. */
const wanted: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['td', new Set(['colspan', 'rowspan'])],
  ['th', new Set(['colspan', 'rowspan'])],
  ['meta', new Set(['name', 'property', 'itemprop', 'content'])],
  ['script', new Set(['type', 'id'])],
]);

/** Shared by all elements without attributes that tell something: most of them. */
const noAttributes: Readonly<Record<string, string>> = {};

const isCell = (name: string): boolean => name === 'td' || name === 'th';

/**
 * Walks over HTML with htmlparser2's tokenizer and keeps what the page shows: text with its line breaks,
 * and tables in their nesting. It keeps no tree of elements: real pages leave tags open and close
 * what was never opened, and a statutory table must come through all of that. So a cell lasts until the
 * next cell, row or end of its table, and only tables nest; everything else is linear in the length.
 *
 * @throws ReadError `file.hostile` where tables nest deeper than `limits.depth` or cells exceed `limits.cells`
 */
export const walkHtml = (html: string, limits: Limits, showHidden = false): Page => {
  const root: Flow = { parts: [] };
  const tables: OpenTable[] = [];
  const metadata: Record<string, string> = {};
  let top: OpenTable | null = null;
  let flow = root;
  let cells = 0;
  let title = '';
  let titled = false;
  let inTitle = false;
  let embedded: string | null = null;
  let inEmbedded = false;
  let hidden: HiddenElement | null = null;
  let hiddenByStyle = false;
  let raised: RaisedElement | null = null;
  let hiddenLength = 0;
  let pre = 0;
  let name = '';
  let attribute = '';
  let value = '';
  let attributes: Readonly<Record<string, string>> = noAttributes;
  let keeps: ReadonlySet<string> | undefined;

  const breakLine = (): void => addText(flow, hardBreak);

  const text = (data: string): void => {
    if (inTitle) title += data;
    else if (inEmbedded) embedded = (embedded ?? '') + data;
    else if (hidden) hiddenLength += hiddenByStyle ? data.length : 0;
    else addText(flow, raisedText(pre > 0 ? keepSpace(data) : data, raised?.raised ?? null));
  };

  const openTable = (): void => {
    if (tables.length >= limits.depth) throw new ReadError('file.hostile', { detail: '表格嵌套过深' });
    top = { table: { rows: [] }, around: flow, row: null, cell: null, placed: false };
    tables.push(top);
  };

  const endCell = (open: OpenTable): void => {
    open.cell = null;
    flow = open.around;
    raised = null;
  };

  const openRow = (): void => {
    if (!top) openTable();
    const open = top as unknown as OpenTable;
    endCell(open);
    open.row = [];
    open.table.rows.push(open.row);
    // A table is put into its flow with its first row, so that a caption stands before it.
    if (!open.placed) open.around.parts.push(open.table);
    open.placed = true;
  };

  const openCell = (): void => {
    if (!top?.row) openRow();
    const open = top as unknown as OpenTable;
    const cell: PageCell = {
      flow: { parts: [] },
      columnSpan: span(attributes.colspan, 1000),
      rowSpan: span(attributes.rowspan, 65_534),
    };
    cells += cell.columnSpan;
    if (cells > limits.cells)
      throw new ReadError('file.hostile', { detail: `超过 ${limits.cells} 个单元格` });
    open.row?.push(cell);
    open.cell = cell;
    flow = cell.flow;
    raised = null;
  };

  const raise = (): void => {
    if (raised !== null) {
      if (name === raised.name) raised.open += 1;
    } else if (name === 'sup' || name === 'sub')
      raised = { name, raised: name === 'sup' ? 'super' : 'sub', open: 1 };
    else if (attributes.raised !== undefined && !blockElements.has(name) && !voidElements.has(name))
      raised = { name, raised: attributes.raised as Raised, open: 1 };
  };

  /** A block's end ends what was left open inside of it. */
  const endRaised = (closing: string): void => {
    if (raised === null) return;
    if (closing === raised.name) raised.open -= 1;
    if (raised.open === 0 || blockElements.has(closing)) raised = null;
  };

  const closeTable = (): void => {
    const open = tables.pop();
    if (!open) return;
    top = tables.at(-1) ?? null;
    flow = open.around;
    breakLine();
  };

  const openElement = (): void => {
    if (name === 'meta') {
      const key = attributes.name ?? attributes.property ?? attributes.itemprop;
      if (key && attributes.content !== undefined) metadata[key] ??= attributes.content.trim();
      return;
    }
    if (hidden) {
      if (!endsByOpening(hidden, name)) {
        openInside(hidden, name);
        return;
      }
      hidden = null;
    }
    if (name === 'title') {
      // Only the page's own title; an SVG may have one too.
      inTitle = !titled;
      titled = true;
      if (!inTitle) hidden = { name, inner: [] };
      return;
    }
    if (silentElements.has(name) || name === 'head') {
      inEmbedded =
        name === 'script' && attributes.id === 'gongkai-report' && attributes.type === 'application/json';
      if (name !== 'head' && !voidElements.has(name)) {
        hidden = { name, inner: [] };
        hiddenByStyle = false;
      }
      return;
    }
    const styled = attributes.hidden !== undefined || attributes.style !== undefined;
    if (styled && !showHidden && !voidElements.has(name) && name !== 'body' && name !== 'html') {
      hidden = { name, inner: [] };
      hiddenByStyle = true;
      return;
    }
    raise();
    if (name === 'table') {
      breakLine();
      openTable();
    } else if (name === 'tr') openRow();
    else if (isCell(name)) openCell();
    else if (name === 'tbody' || name === 'thead' || name === 'tfoot') {
      if (top) {
        endCell(top);
        top.row = null;
      }
    } else if (name === 'br' || blockElements.has(name)) breakLine();
    if (preElements.has(name)) pre += 1;
  };

  const closeElement = (closing: string): void => {
    if (inTitle) {
      inTitle = false;
      return;
    }
    if (hidden) {
      const meaning = closeInside(hidden, closing);
      if (meaning === 'inside') return;
      hidden = null;
      inEmbedded = false;
      if (meaning === 'end') return;
    }
    endRaised(closing);
    if (closing === 'table') closeTable();
    else if (isCell(closing)) {
      if (top) endCell(top);
    } else if (closing === 'tr') {
      if (top) {
        endCell(top);
        top.row = null;
      }
    } else if (closing === 'br' || blockElements.has(closing)) breakLine();
    if (preElements.has(closing) && pre > 0) pre -= 1;
  };

  const isXml = /^\s*<\?xml/.test(html.slice(0, 200));
  const tokenizer = new Tokenizer(
    { recognizeSelfClosing: isXml },
    {
      ontext: (start, end) => text(html.slice(start, end)),
      ontextentity: (point) => text(String.fromCodePoint(point)),
      oncdata: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        attributes = noAttributes;
        keeps = wanted.get(name);
      },
      onattribname: (start, end) => {
        attribute = '';
        // Word writes a dozen attributes an element; only names as long as `style` or `hidden` tell on all.
        if (keeps === undefined && end - start !== 5 && end - start !== 6) return;
        const found = html.slice(start, end).toLowerCase();
        if (found === 'style' || found === 'hidden' || keeps?.has(found)) attribute = found;
        value = '';
      },
      onattribdata: (start, end) => {
        if (attribute !== '') value = value === '' ? html.slice(start, end) : value + html.slice(start, end);
      },
      onattribentity: (point) => {
        if (attribute !== '') value += String.fromCodePoint(point);
      },
      onattribend: () => {
        if (attribute === 'style') {
          const position = raising.exec(value)?.[1]?.toLowerCase();
          if (position !== undefined) attributes = { ...attributes, raised: position };
          if (!hiding.test(value)) return;
        }
        if (attribute === '') return;
        if (attributes[attribute] === undefined) attributes = { ...attributes, [attribute]: value };
      },
      onopentagend: openElement,
      onselfclosingtag: () => {
        openElement();
        if (hidden?.name === name && hidden.inner.length === 0) hidden = null;
        // In HTML the stroke of <sup/> means nothing (HTML Standard, 13.2.5.40); in XHTML it closes.
        if (isXml && hidden === null) endRaised(name);
        inTitle = false;
      },
      onclosetag: (start, end) => closeElement(html.slice(start, end).toLowerCase()),
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return { flow: root, title, metadata, embedded, hiddenLength };
};

import type { Flow } from '../office/flow.ts';
import { buildFlow } from '../office/flow-builder.ts';
import type { RowDefinition } from '../office/table-from-edges.ts';
import type { Limits } from '../options.ts';
import { type Raised, raisedText } from '../raised-text.ts';
import { decodeBytes, encodingOf } from './code-pages.ts';
import { scanRtf } from './scan-rtf.ts';

/** What holds inside of a group and ends with it. */
interface State {
  readonly destination: 'text' | 'skip' | 'fonts' | 'title' | 'number' | 'box';
  /** `\*` was read: an unknown destination that follows is to be skipped. */
  ignorable: boolean;
  hidden: boolean;
  deleted: boolean;
  raised: Raised;
  inTable: boolean;
  /** Depth in tables (\itap) where the text is in one. */
  depth: number;
  font: number;
  /** How many characters stand in for one \u (\uc). */
  fallback: number;
  /** The properties are those of a nested table's row. */
  nested: boolean;
}

interface OpenRow {
  left: number;
  readonly edges: number[];
  readonly flags: number[];
  flag: number;
}

/** Destinations that are no part of the body: notes, headers, pictures, tables of the file itself. */
const skippedDestinations = new Set(
  (
    'colortbl stylesheet info pict object objdata header headerl headerr headerf footer footerl footerr footerf ' +
    'footnote annotation fldinst sp sn sv shprslt nonesttables listtable listoverridetable revtbl rsidtbl ' +
    'generator xmlnstbl themedata colorschememapping latentstyles datastore filetbl pgptbl bkmkstart bkmkend ' +
    'nonshppict tc xe txe rxe private do'
  ).split(' '),
);

/** A number that ends so needs no space before the text. */
const closed = /[、）]$/;

/** Destinations that are marked as to be ignored by those who do not know them, and hold text or table properties. */
const knownIgnorable = new Set(['shpinst', 'nesttableprops', 'shppict', 'pn', 'ud']);

/** Control words and symbols that stand for characters. */
const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  '~': ' ',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
};

export interface RtfBody {
  readonly flow: Flow;
  readonly title: string;
}

/** Reads the body of an RTF file, given as one character a byte. Throws `file.damaged`, `file.hostile`, `file.tooLarge`. */
export const readBody = (rtf: string, limits: Limits): RtfBody => {
  const flow = buildFlow(limits);
  const charsets = new Map<number, number>();
  const stack: State[] = [];
  let state: State = firstState();
  let codePage = 1252;
  let pending = '';
  let toSkip = 0;
  let text = '';
  let number = '';
  let outerRow = newRow();
  let nestedRow = newRow();
  let title = '';
  /** The paragraphs that text boxes interrupt. */
  const interrupted: string[] = [];

  const flush = (): void => {
    if (pending === '') return;
    const decoded = decodeBytes(pending, encodingOf(charsets.get(state.font), codePage));
    pending = '';
    add(decoded);
  };

  const add = (decoded: string): void => {
    if (state.destination === 'title') title += decoded;
    else if (state.destination === 'number') number += decoded;
    else if (isText() && !state.hidden && !state.deleted) text += raisedText(decoded, state.raised);
  };

  const isText = (): boolean => state.destination === 'text' || state.destination === 'box';

  const takeText = (): string => {
    const whole = text;
    text = '';
    return whole;
  };

  const depthOf = (): number => (state.inTable ? Math.max(state.depth, 1) : 0);

  const groupStart = (): void => {
    flush();
    stack.push(state);
    state = { ...state, ignorable: false };
  };

  const groupEnd = (): void => {
    flush();
    const ended = state;
    state = stack.pop() ?? firstState();
    if (ended.destination === 'number' && state.destination !== 'number') addNumber();
    if (ended.destination === 'box' && state.destination !== 'box') {
      flow.paragraph(takeText(), depthOf());
      text = interrupted.pop() ?? '';
    }
  };

  /** The printed number of an automatically numbered paragraph; bullets say nothing. */
  const addNumber = (): void => {
    const label = number.replace(/\s+$/, '');
    if (/[\p{L}\p{N}]/u.test(label)) text += label === number || closed.test(label) ? label : `${label} `;
    number = '';
  };

  const control = (word: string, parameter: number | null): void => {
    if (word === 'u') {
      flush();
      if (toSkip === 0) add(String.fromCharCode((parameter ?? 63) & 0xffff));
      toSkip = state.fallback;
      return;
    }
    if (toSkip > 0 && word !== '*') toSkip--;
    flush();
    if (word === '*') {
      state.ignorable = true;
      return;
    }
    if (state.destination === 'skip' && word !== 'title') return;
    if (enterDestination(word)) return;
    if (state.destination === 'fonts') {
      if (word === 'f') state.font = parameter ?? 0;
      else if (word === 'fcharset') charsets.set(state.font, parameter ?? 0);
      return;
    }
    const character = characters[word];
    if (character !== undefined) add(character);
    else if (!formatCharacters(word, parameter) && isText()) layOut(word, parameter);
  };

  /** Whether the word opens a destination; what of it is not the body's is read as such or skipped. */
  const enterDestination = (word: string): boolean => {
    const destination = destinationOf(word, state);
    if (destination === null) {
      if (word === 'nesttableprops') state.nested = true;
      state.ignorable = false;
      return word === 'nesttableprops';
    }
    if (destination === 'box' && state.destination !== 'box') interrupted.push(takeText());
    state = { ...state, destination, ignorable: false };
    return true;
  };

  const formatCharacters = (word: string, parameter: number | null): boolean => {
    switch (word) {
      case 'ansicpg':
        codePage = parameter ?? codePage;
        return true;
      case 'uc':
        state.fallback = Math.min(Math.max(parameter ?? 1, 0), 100);
        return true;
      case 'f':
        state.font = parameter ?? 0;
        return true;
      case 'v':
        state.hidden = parameter !== 0;
        return true;
      case 'deleted':
        state.deleted = parameter !== 0;
        return true;
      case 'super':
      case 'sub':
        state.raised = parameter === 0 ? null : word;
        return true;
      case 'nosupersub':
        state.raised = null;
        return true;
      case 'plain':
        state.raised = null;
        state.hidden = false;
        state.deleted = false;
        return true;
      default:
        return false;
    }
  };

  const layOut = (word: string, parameter: number | null): void => {
    const row = state.nested ? nestedRow : outerRow;
    switch (word) {
      case 'pard':
        state.inTable = false;
        state.depth = 1;
        return;
      case 'intbl':
        state.inTable = true;
        return;
      case 'itap':
        state.depth = parameter ?? 1;
        state.inTable = state.depth > 0;
        return;
      case 'par':
      case 'sect':
      case 'page':
        flow.paragraph(takeText(), depthOf());
        return;
      case 'cell':
        flow.cellEnd(takeText(), 1);
        return;
      case 'nestcell':
        flow.cellEnd(takeText(), Math.max(depthOf(), 2));
        return;
      case 'row':
        flow.rowEnd(definitionOf(row), 1);
        return;
      case 'nestrow':
        flow.rowEnd(definitionOf(row), Math.max(depthOf(), 2));
        return;
      case 'trowd':
        if (state.nested) nestedRow = newRow();
        else outerRow = newRow();
        return;
      case 'trleft':
        row.left = parameter ?? 0;
        return;
      case 'clmgf':
        row.flag |= 1;
        return;
      case 'clmrg':
        row.flag |= 2;
        return;
      case 'clvmgf':
        row.flag |= 0x60;
        return;
      case 'clvmrg':
        row.flag |= 0x20;
        return;
      case 'cellx':
        if (row.edges.length > mostCells) return;
        row.edges.push(parameter ?? 0);
        row.flags.push(row.flag);
        row.flag = 0;
    }
  };

  const addText = (bytes: string, escaped: boolean): void => {
    if (state.destination === 'skip' || state.destination === 'fonts') return;
    if (toSkip === 0) {
      pending += bytes;
      return;
    }
    const skipped = escaped ? 1 : Math.min(toSkip, bytes.length);
    toSkip -= skipped;
    pending += bytes.slice(skipped);
  };

  scanRtf(rtf, limits.depth, { groupStart, groupEnd, control, text: addText });
  flow.paragraph(takeText(), 0);
  return { flow: flow.finish(), title: title.trim() };
};

/** More than Word's own 63; a row beyond it is damaged. */
const mostCells = 255;

const newRow = (): OpenRow => ({ left: 0, edges: [], flags: [], flag: 0 });

const definitionOf = (row: OpenRow): RowDefinition => ({ edges: [row.left, ...row.edges], flags: row.flags });

const firstState = (): State => ({
  destination: 'text',
  ignorable: false,
  hidden: false,
  deleted: false,
  raised: null,
  inTable: false,
  depth: 1,
  font: 0,
  fallback: 1,
  nested: false,
});

const destinationOf = (word: string, state: State): State['destination'] | null => {
  if (word === 'fonttbl') return 'fonts';
  if (word === 'title' && state.destination === 'skip' && !state.ignorable) return 'title';
  if (word === 'listtext' || word === 'pntext') return 'number';
  if (word === 'shptxt') return 'box';
  if (skippedDestinations.has(word)) return 'skip';
  return state.ignorable && !knownIgnorable.has(word) ? 'skip' : null;
};

import { ReadError } from '../../problem.ts';
import { linesOfFlow } from '../office/lines-of-flow.ts';
import { openPackage } from '../office/open-package.ts';
import type { Limits } from '../options.ts';
import type { Source } from '../source.ts';
import { readNumberLists } from './number-lists.ts';
import { readBody } from './read-body.ts';
import { readStyles } from './styles.ts';

/**
 * Reads a DOCX file (ECMA-376 / ISO 29500, transitional or strict; also WPS files in that format): the
 * main text with automatic numbers, tables with true columns and spans; no headers, footers, notes,
 * deleted or hidden text. Throws `file.damaged`, `file.encrypted`, `file.hostile`, `file.tooLarge`.
 */
export const readDocx = (bytes: Uint8Array, limits: Limits): Source => {
  const file = openPackage(bytes, limits);
  const main =
    file.relationships('').find((one) => one.kind === 'officeDocument')?.target ?? 'word/document.xml';
  const xml = file.part(main);
  if (xml === null) throw new ReadError('file.damaged', { detail: '缺少正文 document.xml' });
  const related = file.relationships(main);
  const relatedPart = (kind: string): string | null => {
    const found = related.find((one) => one.kind === kind);
    return found === undefined ? null : file.part(found.target);
  };
  const flow = readBody(xml, {
    style: readStyles(relatedPart('styles'), limits),
    lists: readNumberLists(relatedPart('numbering'), limits),
    limits,
  });
  return {
    format: 'docx',
    lines: linesOfFlow(flow, limits),
    title: file.title(),
    metadata: {},
    embedded: file.embedded(),
    recognised: false,
    problems: [],
  };
};

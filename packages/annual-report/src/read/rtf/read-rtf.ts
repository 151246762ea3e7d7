import { linesOfFlow } from '../office/lines-of-flow.ts';
import type { Limits } from '../options.ts';
import type { Source } from '../source.ts';
import { readBody } from './read-body.ts';

/**
 * Reads an RTF file (Rich Text Format 1.9.1), which many agencies publish under the name .doc: text with
 * the numbers that were printed, tables with true columns and spans; no headers, notes, deleted or hidden
 * text. Throws `file.damaged`, `file.hostile`, `file.tooLarge`.
 */
export const readRtf = (bytes: Uint8Array, limits: Limits): Source => {
  const rtf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const { flow, title } = readBody(rtf, limits);
  return {
    format: 'doc',
    lines: linesOfFlow(flow, limits),
    title: title === '' ? null : title,
    metadata: {},
    embedded: null,
    recognised: false,
    problems: [],
  };
};

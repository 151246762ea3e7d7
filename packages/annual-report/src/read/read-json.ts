import { parseReportJson } from '../json/parse-report-json.ts';
import type { Reading } from './reading.ts';
import { decodeText } from './text/decode-text.ts';

/** One object a line, as `gongkai report read --json` prints several reports. */
const perLine = (text: string): readonly string[] | null => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line)) ? lines : null;
};

/**
 * Reports as data: what we write as JSON, or what people write by our schema.
 *
 * @throws ReadError `json.syntax`, `json.invalid`, `json.unknownCell`
 */
export const readJson = (bytes: Uint8Array): Reading => {
  const text = decodeText(bytes);
  return { format: 'json', reports: (perLine(text) ?? [text]).map(parseReportJson), problems: [] };
};

import type { Limits } from '../options.ts';
import { scanXml } from '../xml/scan-xml.ts';
import { sheetNamespaces } from './sheet-namespaces.ts';
import { unescapeText } from './unescape-text.ts';

/** The strings that cells refer to by number (ECMA-376-1 §18.4). Phonetic guides (拼音) are not part of them. */
export const readSharedStrings = (xml: string | null, limits: Limits): readonly string[] => {
  const strings: string[] = [];
  if (xml === null) return strings;
  let text = '';
  let inText = false;
  let inPhonetic = false;
  scanXml(xml, sheetNamespaces, limits.depth, {
    open: (name) => {
      if (name === 's:t') inText = true;
      else if (name === 's:si') text = '';
      else if (name === 's:rPh') inPhonetic = true;
    },
    close: (name) => {
      if (name === 's:t') inText = false;
      else if (name === 's:si') strings.push(unescapeText(text));
      else if (name === 's:rPh') inPhonetic = false;
    },
    text: (value) => {
      if (inText && !inPhonetic) text += value;
    },
  });
  return strings;
};

import type { Limits } from '../options.ts';
import { type Raised, raisedBy, raisedText } from '../raised-text.ts';
import { attribute } from '../xml/attribute.ts';
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
  let raised: Raised = null;
  scanXml(xml, sheetNamespaces, limits.depth, {
    open: (name, attributes) => {
      if (name === 's:t') inText = true;
      else if (name === 's:si') text = '';
      else if (name === 's:rPh') inPhonetic = true;
      else if (name === 's:vertAlign') raised = raisedBy(attribute(attributes, 'val'));
    },
    close: (name) => {
      if (name === 's:t') inText = false;
      else if (name === 's:si') strings.push(unescapeText(text));
      else if (name === 's:r') raised = null;
      else if (name === 's:rPh') inPhonetic = false;
    },
    text: (value) => {
      if (inText && !inPhonetic) text += raisedText(value, raised);
    },
  });
  return strings;
};

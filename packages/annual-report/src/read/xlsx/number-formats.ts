import type { Limits } from '../options.ts';
import { attribute } from '../xml/attribute.ts';
import { type Skim, scanXml } from '../xml/scan-xml.ts';
import { sheetNamespaces } from './sheet-namespaces.ts';

/** Built-in formats (ECMA-376-1 §18.8.30) that print something else than the number; 27 to 58 are East Asian dates. */
const builtIn: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy-m-d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'yyyy-m-d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The parts of a style sheet that say nothing about numbers. */
const skim: Skim = new Map(
  ['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellStyles', 'dxfs'].map((name) => [`s:${name}`, /xmlns/]),
);

/** The format codes of the cell styles (cellXfs) of styles.xml, by style number; '' for those that print plain numbers. */
export const readNumberFormats = (xml: string | null, limits: Limits): readonly string[] => {
  const formats: string[] = [];
  if (xml === null) return formats;
  const own = new Map<number, string>();
  let inCellFormats = false;
  scanXml(xml, sheetNamespaces, limits.depth, {
    skim,
    open: (name, attributes) => {
      if (name === 's:cellXfs') inCellFormats = true;
      else if (name === 's:numFmt')
        own.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (name === 's:xf' && inCellFormats) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        formats.push(own.get(id) ?? builtIn[id] ?? '');
      }
    },
    close: (name) => {
      if (name === 's:cellXfs') inCellFormats = false;
    },
    text: () => {},
  });
  return formats;
};

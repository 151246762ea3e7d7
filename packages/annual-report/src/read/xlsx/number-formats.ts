import type { Limits } from '../options.ts';
import { attribute } from '../xml/attribute.ts';
import { type Skim, scanXml } from '../xml/scan-xml.ts';
import { type NumberFormat, parseFormat } from './parse-format.ts';
import { sheetNamespaces } from './sheet-namespaces.ts';

/** 会计专用: zeros are drawn as a stroke. */
const accounting = '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ';

/** Built-in formats (ECMA-376-1 §18.8.30) that print something else than the number; 27 to 58 are East Asian. */
const builtIn: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy-m-d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-m-d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  41: accounting,
  42: accounting,
  43: accounting,
  44: accounting,
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
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

/** The number formats of the cell styles (cellXfs) of styles.xml, by style number. */
export const readNumberFormats = (xml: string | null, limits: Limits): readonly NumberFormat[] => {
  const formats: NumberFormat[] = [];
  if (xml === null) return formats;
  const own = new Map<number, string>();
  const parsed = new Map<number, NumberFormat>();
  let inCellFormats = false;
  scanXml(xml, sheetNamespaces, limits.depth, {
    skim,
    open: (name, attributes) => {
      if (name === 's:cellXfs') inCellFormats = true;
      else if (name === 's:numFmt')
        own.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (name === 's:xf' && inCellFormats) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        if (!parsed.has(id)) parsed.set(id, parseFormat(own.get(id) ?? builtIn[id] ?? ''));
        formats.push(parsed.get(id) ?? null);
      }
    },
    close: (name) => {
      if (name === 's:cellXfs') inCellFormats = false;
    },
    text: () => {},
  });
  return formats;
};

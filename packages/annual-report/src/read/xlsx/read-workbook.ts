import type { OfficePackage } from '../office/open-package.ts';
import type { Limits } from '../options.ts';
import { attribute } from '../xml/attribute.ts';
import { scanXml } from '../xml/scan-xml.ts';
import { sheetNamespaces } from './sheet-namespaces.ts';

export interface Workbook {
  /** The visible sheets in order, with the names of their parts. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** Days are counted from 1904, as old Macintosh files do. */
  readonly from1904: boolean;
}

/** Reads workbook.xml; hidden sheets are left out. */
export const readWorkbook = (file: OfficePackage, main: string, xml: string, limits: Limits): Workbook => {
  const targets = new Map(file.relationships(main).map((one) => [one.id, one]));
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  scanXml(xml, sheetNamespaces, limits.depth, {
    open: (name, attributes) => {
      if (name === 's:workbookPr') from1904 = /^(1|true|on)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 's:sheet' || (attribute(attributes, 'state') ?? 'visible') !== 'visible') return;
      const target = targets.get(attribute(attributes, 'id') ?? '');
      if (target?.kind === 'worksheet')
        sheets.push({ name: attribute(attributes, 'name') ?? '', part: target.target });
    },
    close: () => {},
    text: () => {},
  });
  return { sheets, from1904 };
};

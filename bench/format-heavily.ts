import { inflateRawSync } from 'node:zlib';
import { buildZip } from '../packages/annual-report/src/read/zip/build-zip.ts';
import { zippedParts } from './zipped-parts.ts';

const font =
  '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋" w:hAnsi="仿宋" w:eastAsia="仿宋"/><w:b w:val="0"/><w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>';
const paragraph =
  '<w:widowControl/><w:spacing w:before="0" w:after="0" w:line="360" w:lineRule="atLeast"/><w:ind w:left="0" w:firstLine="0"/><w:jc w:val="center"/>';
const borders =
  '<w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="single" w:color="auto" w:sz="6"/><w:right w:val="single" w:color="auto" w:sz="6"/></w:tcBorders><w:noWrap w:val="0"/><w:vAlign w:val="center"/>';

const format = (xml: string): string =>
  xml
    .replaceAll('<w:r>', `<w:r>${font}`)
    .replaceAll(/<w:p>(?!<w:pPr>)/g, `<w:p w:rsidR="00A77B3E"><w:pPr>${paragraph}${font}</w:pPr>`)
    .replaceAll('</w:tcPr>', `${borders}</w:tcPr>`);

/** A Word document as Word and WPS leave it after pasting: every run, paragraph and cell formatted by itself. */
export const formatHeavily = (docx: Uint8Array): Uint8Array =>
  buildZip(
    zippedParts(docx).map(({ name, method, packed }) => {
      const data = (method === 8 ? inflateRawSync(packed) : Buffer.from(packed)).toString('utf8');
      return { name, data: name === 'word/document.xml' ? format(data) : data };
    }),
  );

import { buildZip, type ZipPart } from '../zip/build-zip.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly namespace?: string;
  readonly title?: string;
  readonly more?: readonly ZipPart[];
}

/** Builds a DOCX file in memory from the XML inside of its main elements, for tests. */
export const buildDocx = (parts: DocxParts): Buffer => {
  const namespace = parts.namespace ?? 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const root = (name: string, content: string) =>
    `${head}<w:${name} xmlns:w="${namespace}">${content}</w:${name}>`;
  const content = (part: string) =>
    `application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml`;
  return buildZip([
    {
      name: '[Content_Types].xml',
      data:
        `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Default Extension="xml" ContentType="application/xml"/>${[
          ['document', 'document.main'],
          ['styles', 'styles'],
          ['numbering', 'numbering'],
        ]
          .map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${content(type!)}"/>`)
          .join(
            '',
          )}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: relationships([
        ['officeDocument', 'word/document.xml'],
        ['core-properties', 'docProps/core.xml'],
      ]),
    },
    {
      name: 'docProps/core.xml',
      data: `${head}<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${parts.title ?? ''}</dc:title></c:coreProperties>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      data: relationships([
        ['styles', 'styles.xml'],
        ['numbering', 'numbering.xml'],
      ]),
    },
    { name: 'word/document.xml', data: root('document', `<w:body>${parts.body}<w:sectPr/></w:body>`) },
    { name: 'word/styles.xml', data: root('styles', parts.styles ?? '') },
    { name: 'word/numbering.xml', data: root('numbering', parts.numbering ?? '') },
    ...(parts.more ?? []),
  ]);
};

const relationships = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([kind, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${types}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** A paragraph of one run. */
export const p = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A cell; `properties` are those of w:tcPr. */
export const tc = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;

export const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

export const tbl = (...rows: readonly string[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;

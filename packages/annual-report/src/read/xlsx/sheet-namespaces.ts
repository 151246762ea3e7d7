/** SpreadsheetML in both dialects. */
export const sheetNamespaces = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 's',
  // ISO/IEC 29500 Strict
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 's',
};

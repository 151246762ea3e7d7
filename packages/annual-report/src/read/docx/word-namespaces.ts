/** WordprocessingML in its three dialects, and what else may stand between its elements. */
export const wordNamespaces = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  // ISO/IEC 29500 Strict
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
};

/** Whether an on/off property (ST_OnOff) is on: it is, unless its value says otherwise. */
export const isOn = (value: string | null): boolean => value !== '0' && value !== 'false' && value !== 'off';

/** A whole number in an attribute; null where it is none. */
export const wholeNumber = (value: string | null): number | null =>
  value !== null && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : null;

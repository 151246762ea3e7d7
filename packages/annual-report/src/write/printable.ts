/**
 * Text without what neither XML 1.0 (2.2 Characters) nor HTML allows: control characters but tab and
 * line ends, half surrogate pairs, noncharacters. A document that contains them does not open.
 */
export const printable = (text: string): string =>
  text.toWellFormed().replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '');

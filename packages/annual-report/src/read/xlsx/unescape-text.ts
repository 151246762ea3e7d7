/** Characters that XML cannot hold are written _x000D_ (ST_Xstring, ECMA-376-1 §22.9.2.19). Carriage returns become line breaks. */
export const unescapeText = (text: string): string =>
  text
    .replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');

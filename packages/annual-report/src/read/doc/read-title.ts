const titleId = 2;
const codePageId = 1;
const byteString = 30;
const wideString = 31;

/** The title in a SummaryInformation stream ([MS-OLEPS] §3.1.2); null where absent or damaged. */
export const readTitle = (stream: Uint8Array | null): string | null => {
  if (stream === null || stream.length < 56) return null;
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const section = view.getUint32(44, true);
  if (section + 8 > stream.length) return null;
  const count = view.getUint32(section + 4, true);
  let codePage = 936;
  let title: number | null = null;
  for (let at = section + 8, index = 0; index < count && at + 8 <= stream.length; index++, at += 8) {
    const value = section + view.getUint32(at + 4, true);
    if (value + 8 > stream.length) continue;
    const id = view.getUint32(at, true);
    if (id === codePageId) codePage = view.getUint16(value + 4, true);
    else if (id === titleId) title = value;
  }
  return title === null ? null : readString(stream, view, title, codePage);
};

const readString = (stream: Uint8Array, view: DataView, at: number, codePage: number): string | null => {
  const kind = view.getUint32(at, true);
  if (kind !== byteString && kind !== wideString) return null;
  const wide = kind === wideString || codePage === 1200;
  const length = view.getUint32(at + 4, true) * (kind === wideString ? 2 : 1);
  const bytes = stream.subarray(at + 8, at + 8 + length);
  const encoding = wide
    ? 'utf-16le'
    : codePage === 65001
      ? 'utf-8'
      : codePage === 1252
        ? 'windows-1252'
        : 'gb18030';
  const text = new TextDecoder(encoding)
    .decode(bytes)
    .replace(/\0[\s\S]*$/, '')
    .trim();
  return text === '' ? null : text;
};

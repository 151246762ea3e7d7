/** 1980-01-01, the first day that ZIP knows. */
const dosDate = 0x21;

/**
 * A ZIP archive (PKWARE APPNOTE.TXT 4.3) whose entries carry the first day of ZIP instead of the time at
 * which they were packed, so that the same document gives the same bytes on any day. For archives without
 * ZIP64 and without a comment, as the library writes them; throws on others.
 */
export const withoutTimes = (archive: Uint8Array): Uint8Array => {
  const bytes = Uint8Array.from(archive);
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error('生成的 DOCX 不是预期的 ZIP 格式');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry++) {
    const local = view.getUint32(at + 42, true);
    for (const field of [at + 12, local + 10]) {
      view.setUint16(field, 0, true);
      view.setUint16(field + 2, dosDate, true);
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
};

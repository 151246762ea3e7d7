import { defaultLimits, openZip } from '@gongkai/annual-report';

/** 国家秘密标志 (保密法第二十二条): the degree and a star, by custom also with the period behind it. */
const mark = /(?:绝密|机密|秘密)\s{0,4}★/;

/** Whether a text or a name bears the mark of a state secret. */
export const bearsMark = (text: string): boolean => mark.test(text);

/** Encodings in which documents keep Chinese; GBK by its codes, which no encoder of ours writes. */
const gbk: Readonly<Record<string, string>> = { 绝密: 'bef8c3dc', 机密: 'bbfac3dc', 秘密: 'c3d8c3dc' };
const starOfGbk = 'a1ef';

/** The mark as it stands in the bytes of a file, with and without a blank between. */
const patterns: readonly Buffer[] = Object.entries(gbk).flatMap(([degree, code]) =>
  ['', ' '].flatMap((blank) => {
    const utf16 = Buffer.from(`${degree}${blank}★`, 'utf16le');
    return [
      Buffer.from(`${degree}${blank}★`),
      utf16,
      Buffer.from(utf16).swap16(),
      Buffer.from(code + (blank && '20') + starOfGbk, 'hex'),
    ];
  }),
);
const longest = Math.max(...patterns.map(({ length }) => length));

/** Documents that are archives of XML, by their beginning: their text is deflated. */
const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b;

/** So much of an archive's text is looked at; what unpacks to more is taken for the bomb that it may be. */
const mostInflated = 24 * 1024 * 1024;

const textPart = /\.(?:xml|txt|html?|rels)$/i;

/** So many characters before a star that the mark may begin with them. */
const reach = 8;

/**
 * Word cuts a line into runs wherever somebody stopped typing: whether the mark stands in the text of an XML file, its
 * tags left out. Looks at each character once, whatever was made up to cost time.
 */
const bearsMarkAmongTags = (xml: string): boolean => {
  if (!xml.includes('★')) return false;
  let before = '';
  for (let at = 0; at <= xml.length; ) {
    const next = xml.indexOf('<', at);
    const end = next < 0 ? xml.length : next;
    if (end > at) {
      // What follows a `<` is its tag, unless another comes before it is closed.
      const piece = xml.slice(at, end);
      const shown = at === 0 ? piece : piece.slice(piece.indexOf('>') + 1);
      if (shown.includes('★') && bearsMark(before + shown)) return true;
      before = (before + shown.slice(-reach)).slice(-reach);
    }
    at = end + 1;
  }
  return false;
};

const inArchive = (bytes: Uint8Array): boolean => {
  try {
    const { entries, read } = openZip(bytes, { ...defaultLimits, inflatedBytes: mostInflated });
    for (const entry of entries) {
      if (bearsMark(entry.name)) return true;
      if (entry.encrypted || !textPart.test(entry.name)) continue;
      try {
        if (bearsMarkAmongTags(Buffer.from(read(entry)).toString('utf8'))) return true;
      } catch {
        // A part that can't be unpacked shows nothing to anybody.
      }
    }
  } catch {
    // No archive, or one beyond its limits.
  }
  return false;
};

/**
 * Passes the bytes of a file on and calls `refuse` as soon as the mark of a state secret is found in them: in plain
 * text and old documents as it stands, in DOCX, XLSX, OFD and other archives in their unpacked text. It is found before
 * the last piece is passed on, so that nothing of the file is kept.
 */
export async function* withoutMark(
  bytes: AsyncIterable<Uint8Array>,
  refuse: () => never,
): AsyncGenerator<Uint8Array> {
  let tail: Buffer = Buffer.alloc(0);
  let archive: Uint8Array[] | null = null;
  let isFirst = true;
  let held: Uint8Array | undefined;
  for await (const chunk of bytes) {
    if (held) yield held;
    if (isFirst && isZip(chunk)) archive = [];
    isFirst = false;
    archive?.push(chunk);
    const seen = Buffer.concat([tail, chunk]);
    if (patterns.some((pattern) => seen.includes(pattern))) refuse();
    tail = seen.subarray(Math.max(0, seen.length - longest + 1));
    held = chunk;
  }
  if (archive && inArchive(Buffer.concat(archive))) refuse();
  if (held) yield held;
}

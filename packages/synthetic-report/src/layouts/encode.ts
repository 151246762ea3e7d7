/** GB18030's two-byte area (that is GBK), turned round: Node decodes it but does not encode it. */
let table: ReadonlyMap<string, readonly [number, number]> | null = null;

const twoBytes = (): ReadonlyMap<string, readonly [number, number]> => {
  if (table !== null) return table;
  const decoder = new TextDecoder('gb18030');
  const map = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if ([...character].length === 1 && character !== '\ufffd' && !map.has(character))
        map.set(character, [lead, trail]);
    }
  table = map;
  return map;
};

/** The four-byte code of a character of the basic plane that has no two-byte code, found by bisection. */
const fourBytes = (character: string): readonly number[] => {
  const decoder = new TextDecoder('gb18030');
  const bytes = (n: number): Uint8Array =>
    new Uint8Array([
      0x81 + Math.floor(n / 12600),
      0x30 + (Math.floor(n / 1260) % 10),
      0x81 + (Math.floor(n / 10) % 126),
      0x30 + (n % 10),
    ]);
  const goal = character.codePointAt(0)!;
  let low = 0;
  let high = 39_419;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((decoder.decode(bytes(middle)).codePointAt(0) ?? 0) < goal) low = middle + 1;
    else high = middle;
  }
  return [...bytes(low)];
};

/** Text in GB18030; with `only` GBK, characters outside it become what `replace` says. */
export const encodeGb = (text: string, replace?: (character: string) => string): Uint8Array => {
  const map = twoBytes();
  const bytes: number[] = [];
  const put = (character: string): void => {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else if (map.has(character)) bytes.push(...map.get(character)!);
    else if (replace !== undefined) for (const c of replace(character)) put(c);
    else bytes.push(...fourBytes(character));
  };
  for (const character of text) put(character);
  return new Uint8Array(bytes);
};

export const encodeUtf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
};

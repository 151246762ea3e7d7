import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive, packed or not. */
export interface ZipFile {
  readonly name: string;
  /** As stored: deflated where `method` is 8. */
  readonly packed: Uint8Array;
  readonly method: 0 | 8;
  /** Of the unpacked bytes. */
  readonly crc: number;
  readonly size: number;
}

export const deflate = (name: string, text: string): ZipFile => {
  const data = Buffer.from(text);
  return { name, packed: deflateRawSync(data), method: 8, crc: crc32(data), size: data.length };
};

/** 1980-01-01, the first day ZIP knows: the same report gives the same bytes on any day. */
const dosDate = 0x21;
const utf8Names = 0x800;

/** A ZIP archive (PKWARE APPNOTE.TXT) without ZIP64: for files far below 4 GB. */
export const writeZip = (files: readonly ZipFile[]): Uint8Array => {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, method, crc, size } of files) {
    const nameBytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(utf8Names, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt16LE(dosDate, 8);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, nameBytes);
    pieces.push(Buffer.from('PK\x03\x04', 'latin1'), fields, nameBytes, Buffer.from(packed));
    offset += 4 + fields.length + nameBytes.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, central, end]);
};

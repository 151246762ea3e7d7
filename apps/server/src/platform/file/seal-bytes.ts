import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { Algorithm, Cipher } from '../secret/cipher.ts';
import { BytesLost } from './byte-store.ts';

/**
 * Files encrypted in pieces, so that they are written and read as streams and no piece can be changed, moved, left
 * out or cut off unnoticed. Layout:
 *
 *     "GKF" version | algorithm (1 byte) | length of the wrapped key (2 bytes) | wrapped key | pieces
 *
 * Each file has a random key of its own, wrapped by the column cipher. A piece is 64 KiB of the file encrypted,
 * with its mark (AES-256-GCM: 16 bytes; SM4-CTR with HMAC-SM3: 32 bytes). Its number and whether it is the last
 * are in its nonce; the head is authenticated with every piece.
 */
const magic = Buffer.from('GKF1');
const pieceSize = 64 * 1024;
const place = 'file.key';
const codes: Readonly<Record<Algorithm, number>> = { aes: 1, sm: 2 };
const markSizes: Readonly<Record<Algorithm, number>> = { aes: 16, sm: 32 };

interface PieceCipher {
  readonly seal: (piece: Uint8Array, number: number, isLast: boolean) => Buffer;
  /** Null where the mark doesn't fit. */
  readonly open: (sealed: Uint8Array, number: number, isLast: boolean) => Buffer | null;
}

const nonceOf = (bytes: number, number: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(bytes);
  nonce.writeUIntBE(number, 1, 6);
  nonce[0] = isLast ? 1 : 0;
  return nonce;
};

const aesPieces = (key: Buffer, head: Buffer): PieceCipher => ({
  seal: (piece, number, isLast) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(12, number, isLast)).setAAD(head);
    return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  },
  open: (sealed, number, isLast) => {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(12, number, isLast))
      .setAAD(head)
      .setAuthTag(sealed.subarray(-16));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    } catch {
      return null;
    }
  },
});

const smPieces = (key: Buffer, head: Buffer): PieceCipher => {
  const derive = (purpose: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, bytes));
  const sm4Key = derive('gongkai file sm4', 16);
  const sm3Key = derive('gongkai file hmac-sm3', 32);
  const markOf = (nonce: Buffer, sealed: Uint8Array): Buffer =>
    createHmac('sm3', sm3Key).update(head).update(nonce).update(sealed).digest();
  // The last 8 bytes count the blocks inside a piece.
  const turn = (nonce: Buffer, bytes: Uint8Array): Buffer => {
    const cipher = createCipheriv('sm4-ctr', sm4Key, nonce);
    return Buffer.concat([cipher.update(bytes), cipher.final()]);
  };
  return {
    seal: (piece, number, isLast) => {
      const nonce = nonceOf(16, number, isLast);
      const sealed = turn(nonce, piece);
      return Buffer.concat([sealed, markOf(nonce, sealed)]);
    },
    open: (sealed, number, isLast) => {
      const nonce = nonceOf(16, number, isLast);
      const bytes = sealed.subarray(0, -32);
      return timingSafeEqual(sealed.subarray(-32), markOf(nonce, bytes)) ? turn(nonce, bytes) : null;
    },
  };
};

const piecesOf = { aes: aesPieces, sm: smPieces } as const;

const joined = (held: Buffer, chunk: Uint8Array): Buffer =>
  held.length === 0
    ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    : Buffer.concat([held, chunk]);

/** Encrypts a stream of bytes. */
export async function* sealBytes(
  bytes: AsyncIterable<Uint8Array>,
  cipher: Cipher,
  algorithm: Algorithm,
): AsyncGenerator<Buffer> {
  const key = randomBytes(32);
  const wrapped = cipher.encrypt(key, place);
  const head = Buffer.concat([magic, Buffer.from([codes[algorithm], 0, 0]), wrapped]);
  head.writeUInt16BE(wrapped.length, magic.length + 1);
  const { seal } = piecesOf[algorithm](key, head);
  yield head;
  let held: Buffer = Buffer.alloc(0);
  let number = 0;
  for await (const chunk of bytes) {
    held = joined(held, chunk);
    // A full piece is kept back until more comes: the last one is marked as such.
    while (held.length > pieceSize) {
      yield seal(held.subarray(0, pieceSize), number, false);
      held = held.subarray(pieceSize);
      number += 1;
    }
  }
  yield seal(held, number, true);
}

const damaged = (): never => {
  throw new BytesLost('加密保存的文件无法解开：密钥不对，或内容被改动过。请联系系统管理员从备份恢复。');
};

/** Decrypts what `sealBytes` made. Throws `BytesLost` before giving out a byte that isn't as it was. */
export async function* openSealed(sealed: AsyncIterable<Uint8Array>, cipher: Cipher): AsyncGenerator<Buffer> {
  const fixed = magic.length + 3;
  let held: Buffer = Buffer.alloc(0);
  let pieces: PieceCipher | undefined;
  let sealedSize = 0;
  let number = 0;
  for await (const chunk of sealed) {
    held = joined(held, chunk);
    if (!pieces) {
      if (held.length < fixed) continue;
      const headSize = fixed + held.readUInt16BE(magic.length + 1);
      if (held.length < headSize) continue;
      const algorithm = held[magic.length] === codes.sm ? 'sm' : 'aes';
      if (!held.subarray(0, magic.length).equals(magic) || held[magic.length] !== codes[algorithm])
        return damaged();
      const head = Buffer.from(held.subarray(0, headSize));
      let key: Buffer;
      try {
        key = cipher.decryptBytes(head.subarray(fixed), place);
      } catch {
        return damaged();
      }
      pieces = piecesOf[algorithm](key, head);
      sealedSize = pieceSize + markSizes[algorithm];
      held = held.subarray(headSize);
    }
    while (held.length > sealedSize) {
      yield pieces.open(held.subarray(0, sealedSize), number, false) ?? damaged();
      held = held.subarray(sealedSize);
      number += 1;
    }
  }
  if (!pieces || held.length < sealedSize - pieceSize) return damaged();
  yield pieces.open(held, number, true) ?? damaged();
}

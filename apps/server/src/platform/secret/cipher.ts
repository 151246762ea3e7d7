import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** A value could not be decrypted: another key, or the bytes were changed. */
export class CipherError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CipherError';
  }
}

/** How new values are encrypted: AES-256-GCM, or the commercial cryptography of 密码法 (SM4-CTR with HMAC-SM3). */
export type Algorithm = 'aes' | 'sm';

/**
 * Encrypts columns. `place` (table.column) goes into what is authenticated, so a value can't be moved into another
 * column unnoticed.
 */
export interface Cipher {
  readonly encrypt: (text: string | Uint8Array, place: string) => Buffer;
  readonly decrypt: (sealed: Uint8Array, place: string) => string;
  readonly decryptBytes: (sealed: Uint8Array, place: string) => Buffer;
  /** Finds equal values without decrypting: a keyed hash, the same for the same text and place. */
  readonly index: (text: string, place: string) => Buffer;
  /** Tells keys apart without telling anything of them. */
  readonly keyFingerprint: string;
}

const versions: Readonly<Record<Algorithm, number>> = { aes: 1, sm: 2 };

export const keyBytes = 32;

/** Makes the cipher of a 32-byte key. Values of either algorithm are read, `algorithm` writes the new ones. */
export const createCipher = (key: Uint8Array, algorithm: Algorithm = 'aes'): Cipher => {
  if (key.length !== keyBytes)
    throw new CipherError(`密钥应为 ${keyBytes} 字节，现在是 ${key.length} 字节。`);
  const derive = (purpose: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, bytes));
  const aesKey = derive('gongkai column aes-256-gcm', 32);
  const sm4Key = derive('gongkai column sm4', 16);
  const sm3Key = derive('gongkai column hmac-sm3', 32);
  const indexKey = derive('gongkai index', 32);

  const encryptAes = (text: Uint8Array, place: string): Buffer => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', aesKey, iv).setAAD(Buffer.from(place));
    return Buffer.concat([
      Buffer.from([versions.aes]),
      iv,
      cipher.update(text),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
  };

  const macOf = (place: string, sealed: Uint8Array): Buffer =>
    createHmac('sm3', sm3Key).update(place).update('\0').update(sealed).digest();

  const encryptSm = (text: Uint8Array, place: string): Buffer => {
    const iv = randomBytes(16);
    const cipher = createCipheriv('sm4-ctr', sm4Key, iv);
    const sealed = Buffer.concat([Buffer.from([versions.sm]), iv, cipher.update(text), cipher.final()]);
    return Buffer.concat([sealed, macOf(place, sealed)]);
  };

  const broken = (): never => {
    throw new CipherError('加密的内容无法解开：密钥不对，或内容被改动过。请核对密钥文件。');
  };

  const decryptBytes = (value: Uint8Array, place: string): Buffer => {
    const sealed = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    if (sealed[0] === versions.aes && sealed.length >= 29) {
      const decipher = createDecipheriv('aes-256-gcm', aesKey, sealed.subarray(1, 13))
        .setAAD(Buffer.from(place))
        .setAuthTag(sealed.subarray(-16));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()]);
      } catch {
        return broken();
      }
    }
    if (sealed[0] === versions.sm && sealed.length >= 49) {
      const mac = sealed.subarray(-32);
      if (!timingSafeEqual(mac, macOf(place, sealed.subarray(0, -32)))) return broken();
      const decipher = createDecipheriv('sm4-ctr', sm4Key, sealed.subarray(1, 17));
      return Buffer.concat([decipher.update(sealed.subarray(17, -32)), decipher.final()]);
    }
    return broken();
  };

  return {
    encrypt: (text, place) =>
      (algorithm === 'sm' ? encryptSm : encryptAes)(Buffer.from(text as string), place),
    decrypt: (sealed, place) => decryptBytes(sealed, place).toString('utf8'),
    decryptBytes,
    index: (text, place) => createHmac('sha256', indexKey).update(place).update('\0').update(text).digest(),
    keyFingerprint: derive('gongkai fingerprint', 8).toString('hex'),
  };
};

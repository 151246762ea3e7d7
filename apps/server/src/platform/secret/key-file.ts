import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CipherError, keyBytes } from './cipher.ts';

/** The text of a key file: the key in base64, on one line after a comment that says what it is. */
const textOf = (key: Uint8Array): string =>
  `# 公开（gongkai）的加密密钥。请另存一份在安全的地方：丢失后，加密的个人信息和附件无法恢复。\n${Buffer.from(key).toString('base64')}\n`;

const parse = (text: string, path: string): Buffer => {
  const line =
    text.split('\n').find((candidate) => candidate.trim() !== '' && !candidate.startsWith('#')) ?? '';
  const key = Buffer.from(line.trim(), 'base64');
  if (key.length !== keyBytes)
    throw new CipherError(
      `密钥文件 ${path} 的内容不对：应有一行 ${keyBytes} 字节的 base64 密钥。请换回原来的密钥文件（另存的那一份），或用 GONGKAI_KEY_FILE 指明位置。`,
    );
  return key;
};

const read = async (path: string): Promise<Buffer | null> => {
  try {
    return parse(await readFile(path, 'utf8'), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/**
 * Reads the key; makes a new one where there is none and `mayCreate` allows it (a database that has used a key must
 * not silently get another). Durable before it is used; two programs that start together end with the same key.
 * Throws `CipherError` with a message for people.
 */
export const openKeyFile = async (path: string, mayCreate: boolean): Promise<Buffer> => {
  const found = await read(path);
  if (found) return found;
  if (!mayCreate)
    throw new CipherError(
      `找不到密钥文件 ${path}。数据库里的个人信息是用原来的密钥加密的：请把原密钥文件放回这里，或用 GONGKAI_KEY_FILE 指明位置。`,
    );
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(textOf(randomBytes(keyBytes)));
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    // Unlike rename, link fails where another program was faster: then its key counts.
    await link(draft, path);
    await chmod(path, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const key = await read(path);
  if (!key) throw new CipherError(`密钥文件 ${path} 写入后读不出来，请检查磁盘。`);
  return key;
};

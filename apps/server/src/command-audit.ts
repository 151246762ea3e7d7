import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { CommandOptions } from './command.ts';
import { openStore } from './open-store.ts';
import { type Config, ConfigError } from './platform/config.ts';
import { exportChain } from './platform/event/export-events.ts';
import { verifyChain } from './platform/event/verify-chain.ts';
import { verifyExport } from './platform/event/verify-export.ts';
import type { BrokenLink, ChainPlace } from './platform/event/verify-links.ts';

/** `120:9f3c…` → the place of a chain's head that somebody noted. */
const readHead = (text: unknown): ChainPlace | undefined => {
  if (text === undefined) return undefined;
  const found = /^(\d+):([0-9a-f]{64})$/i.exec(String(text));
  if (!found) throw new ConfigError('--head 应写成“位置:散列值”，如校验结果最后一行所示。');
  return { position: Number(found[1]), hash: Buffer.from(found[2] as string, 'hex') };
};

const say = (ok: boolean, links: number, head: ChainPlace | null, broken: BrokenLink | null): number => {
  if (ok) {
    console.log(`事件链完整：校验了 ${links} 环，没有发现改动。`);
    if (head)
      console.log(`链尾 ${head.position}:${head.hash.toString('hex')}（请记在系统以外，下次用 --head 核对）`);
    return 0;
  }
  const where = [
    broken?.position != null && `第 ${broken.position} 环`,
    broken?.eventId != null && `事件 ${broken.eventId}`,
    broken?.kind,
    broken?.at,
  ].filter(Boolean);
  console.error(
    `事件链有问题${where.length > 0 ? `（${where.join('，')}）` : ''}：${broken?.message ?? '未能校验'}`,
  );
  return 1;
};

/** `gongkai audit verify`: the chain of the database, or of an exported file without any database. */
export const verifyCommand = async (config: Config, options: CommandOptions): Promise<number> => {
  const noted = readHead(options.head);
  if (typeof options.file === 'string') {
    const lines = createInterface({
      input: createReadStream(options.file),
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    const { ok, links, head, broken } = await verifyExport(lines, noted);
    return say(ok, links, head, broken);
  }
  const store = await openStore(config, { isBeside: true });
  try {
    const { ok, links, head, broken } = await verifyChain(store.database.db, {
      algorithm: config.chain,
      ...(noted && { noted }),
    });
    return say(ok, links, head, broken);
  } finally {
    await store.close();
  }
};

/** `gongkai audit export`: everything into one file, which has its name only when it is whole. */
export const exportCommand = async (config: Config, options: CommandOptions): Promise<undefined> => {
  if (typeof options.to !== 'string')
    throw new ConfigError('请用 --to 指明要写的文件，例如 --to events.jsonl');
  const store = await openStore(config, { isBeside: true });
  const draft = `${options.to}.part`;
  const file = await open(draft, 'w', 0o600);
  try {
    for await (const lines of exportChain(store.database.db, config.chain)) await file.write(lines);
    await file.sync();
    await file.close();
    await rename(draft, options.to);
    console.log(`已导出到 ${options.to}。离线校验：gongkai audit verify --file ${options.to}`);
  } catch (error) {
    await file.close().catch(() => {});
    await rm(draft, { force: true });
    throw error;
  } finally {
    await store.close();
  }
  return undefined;
};

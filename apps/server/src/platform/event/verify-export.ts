import type { EventRecord } from './canonical-event.ts';
import { type ExportLine, exportFormat } from './export-events.ts';
import type { ChainVerification } from './verify-chain.ts';
import {
  type BrokenLink,
  broken,
  type ChainLink,
  type ChainPlace,
  checkBeginning,
  checkEnd,
  checkNoted,
  verifyLinks,
} from './verify-links.ts';

type LinkLine = Extract<ExportLine, { readonly type: 'link' }>;

/** Ends the reading of lines at something that isn't an export; caught below, never seen outside. */
class UnreadableLine extends Error {}

const parse = (text: string, number: number): ExportLine | Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Said below: not JSON and not an object are the same to whoever reads it.
  }
  throw new UnreadableLine(`第 ${number} 行不是导出的日志，文件可能被截断或改动过。`);
};

const place = (value: ExportLine | Readonly<Record<string, unknown>>): ChainPlace => {
  const { position, hash } = value as { readonly position?: unknown; readonly hash?: unknown };
  if (!Number.isSafeInteger(position) || typeof hash !== 'string')
    throw new UnreadableLine('文件中记录校验链起点或末端的行不完整。');
  return { position: position as number, hash: Buffer.from(hash, 'hex') };
};

const eventFields: readonly (keyof EventRecord)[] = [
  'at',
  'kind',
  'actor_kind',
  'subject_kind',
  'subject_id',
];

const linkOf = (value: LinkLine, number: number): ChainLink => {
  const { position, hash, algorithm, event_id: eventId, event } = value;
  const isWhole =
    Number.isSafeInteger(position) &&
    typeof hash === 'string' &&
    typeof algorithm === 'string' &&
    (event === null ||
      (typeof event === 'object' && eventFields.every((name) => typeof event[name] === 'string')));
  if (!isWhole) throw new UnreadableLine(`第 ${number} 行的内容不完整。`);
  return { position, algorithm, hash: Buffer.from(hash, 'hex'), eventId, event };
};

/**
 * Verifies an exported file, offline: the same as `verifyChain` without a database. Takes the file's lines
 * without their ends; holds two of them. A file that was cut off has no head and isn't whole.
 *
 * @param noted a head noted earlier, elsewhere
 */
export const verifyExport = async (
  lines: AsyncIterable<string>,
  noted?: ChainPlace,
): Promise<ChainVerification> => {
  let head: ChainPlace | null = null;
  let unlinked: EventRecord | null = null;
  let number = 0;
  const iterator = lines[Symbol.asyncIterator]();
  let start: ChainPlace = { position: 0, hash: Buffer.alloc(0) };
  const result = (to: number, links: number, fault: BrokenLink | null): ChainVerification => ({
    ok: fault === null,
    done: true,
    links,
    from: start.position + 1,
    to,
    head: head ?? start,
    broken: fault,
  });

  async function* links(): AsyncGenerator<ChainLink> {
    for (;;) {
      const { done, value: text } = await iterator.next();
      if (done) return;
      number += 1;
      if (text === '') continue;
      const value = parse(text, number);
      if (head) throw new UnreadableLine(`第 ${number} 行在末端记录之后，文件被添加过内容。`);
      if (value.type === 'link') yield linkOf(value as LinkLine, number);
      else if (value.type === 'unlinked') unlinked = (value as { readonly event: EventRecord }).event;
      else if (value.type === 'head') head = place(value);
      else throw new UnreadableLine(`第 ${number} 行的类型无法识别。`);
    }
  }

  try {
    const first = await iterator.next();
    number = 1;
    const header = parse(first.done ? '' : first.value, number);
    if (header.type === 'extract')
      throw new UnreadableLine('这是按条件导出的摘录，不含完整的校验链。请不带条件重新导出后再校验。');
    if (header.type !== 'chain' || header.format !== exportFormat || header.version !== 1)
      throw new UnreadableLine('这不是本系统导出的审计日志。');
    start = place(header);
    const verified = await verifyLinks(links(), start, noted ? { noted } : {});
    const { end } = verified;
    const cutOff = broken('head_differs', '文件没有末端记录，末尾被截断了。', end.position);
    const fault =
      verified.broken ??
      (head ? checkEnd(end, head) : cutOff) ??
      checkNoted(end, noted) ??
      checkBeginning(start, verified.lastPruned) ??
      (unlinked && broken('event_unlinked', '这一事件没有上链，是事后插入的。', null, unlinked));
    return result(end.position, verified.links, fault);
  } catch (error) {
    if (!(error instanceof UnreadableLine)) throw error;
    return result(start.position, 0, broken('unreadable', error.message));
  } finally {
    await iterator.return?.();
  }
};

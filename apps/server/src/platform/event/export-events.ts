import type { Db } from '../database/open-database.ts';
import type { EventRecord } from './canonical-event.ts';
import type { ChainAlgorithm } from './link-hash.ts';
import { findUnlinkedEvent, readLinkBatches } from './read-chain.ts';
import { readChainHead, sealEvents } from './seal-events.ts';

export const exportFormat = 'gongkai-events';

/** The lines of an export, one JSON object each: first the beginning, then the links, last the head. */
export type ExportLine =
  | {
      readonly type: 'chain';
      readonly format: typeof exportFormat;
      readonly version: 1;
      /** What the first link rests on: position 0, or the last link that retention removed. */
      readonly position: number;
      readonly hash: string;
    }
  | {
      readonly type: 'link';
      readonly position: number;
      readonly algorithm: string;
      readonly hash: string;
      readonly event_id: number;
      readonly event: EventRecord | null;
    }
  | { readonly type: 'unlinked'; readonly event: EventRecord }
  | { readonly type: 'head'; readonly position: number; readonly hash: string };

/** Retention took away what was being exported; the same again works. */
export class ExportOverrun extends Error {
  constructor() {
    super('导出期间，系统按保存期限清理了较早的日志，导出的内容不完整。请重新导出。');
    this.name = 'ExportOverrun';
  }
}

const line = (value: ExportLine): string => `${JSON.stringify(value)}\n`;

/**
 * Seals, then gives the whole chain as lines (JSONL), several to a piece, to be verified offline. Bounded memory;
 * holds no transaction open, however slowly it is read.
 */
export async function* exportChain(db: Db, algorithm: ChainAlgorithm): AsyncGenerator<string> {
  await sealEvents(db, algorithm);
  const head = await readChainHead(db);
  yield line({
    type: 'chain',
    format: exportFormat,
    version: 1,
    position: head.pruned_position,
    hash: head.pruned_hash.toString('hex'),
  });
  for await (const links of readLinkBatches(db, head.pruned_position, head.position))
    yield links
      .map(({ position, algorithm: by, hash, eventId, event }) =>
        line({ type: 'link', position, algorithm: by, hash: hash.toString('hex'), event_id: eventId, event }),
      )
      .join('');
  const unlinked = await findUnlinkedEvent(db, head.sealed_before);
  if (unlinked) yield line({ type: 'unlinked', event: unlinked });
  if ((await readChainHead(db)).pruned_position !== head.pruned_position) throw new ExportOverrun();
  yield line({ type: 'head', position: head.position, hash: head.hash.toString('hex') });
}

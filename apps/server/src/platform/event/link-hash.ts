import { createHash } from 'node:crypto';
import { canonicalEvent, type EventRecord } from './canonical-event.ts';

/** How a link is hashed; stands in each link, so that a chain may change over. SM3 is GB/T 32905 (密码法第八条). */
export const chainAlgorithms = ['sha256', 'sm3'] as const;
export type ChainAlgorithm = (typeof chainAlgorithms)[number];

export const isChainAlgorithm = (name: string): name is ChainAlgorithm =>
  (chainAlgorithms as readonly string[]).includes(name);

/** The hash of a link: H(hash of the link before ‖ canonical JSON of the event in UTF-8). */
export const linkHash = (algorithm: ChainAlgorithm, previous: Uint8Array, event: EventRecord): Buffer =>
  createHash(algorithm).update(previous).update(canonicalEvent(event)).digest();

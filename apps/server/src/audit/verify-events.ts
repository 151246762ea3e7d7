import { type AuditVerification, chainFaults, type NotedHead } from '@gongkai/contract';
import { type Caller, permit, recordReading } from '../agency/index.ts';
import type { ChainAlgorithm } from '../platform/event/link-hash.ts';
import { verifyChain } from '../platform/event/verify-chain.ts';
import type { Spine } from '../platform/spine.ts';

/** Links in one call: some seconds, so that the auditor sees it move. */
const linksPerCall = 100_000;

/**
 * Verifies the next part of the chain, from the beginning or after a position. Whoever asks calls again with the
 * position it came to until it is done; then the outcome stands in the record.
 */
export const verifyEvents = async (
  spine: Spine,
  caller: Caller,
  algorithm: ChainAlgorithm,
  { after, noted }: { readonly after?: number | undefined; readonly noted?: NotedHead | undefined },
): Promise<AuditVerification> => {
  const { agencyId } = caller;
  await recordReading(spine, caller, ({ db }) => permit(db, caller, 'audit.verify', agencyId));
  const { ok, done, from, to, head, broken } = await verifyChain(spine.db, {
    algorithm,
    most: linksPerCall,
    ...(after !== undefined && { after }),
    ...(noted && { noted: { position: noted.position, hash: Buffer.from(noted.hash, 'hex') } }),
  });
  const links = to - from + 1;
  if (done)
    await recordReading(spine, caller, async ({ record }) =>
      record(
        broken
          ? {
              kind: 'chain_found_broken',
              agencyId,
              subject: { kind: 'event_chain', id: String(broken.position ?? '') },
              data: {
                position: broken.position,
                event: broken.eventId,
                fault: broken.fault,
                what: chainFaults[broken.fault],
              },
            }
          : {
              kind: 'chain_verified',
              agencyId,
              subject: { kind: 'event_chain', id: String(to) },
              data: { links, position: to, hash: head.hash.toString('hex') },
            },
      ),
    );
  return {
    ok,
    done,
    links,
    total: head.position - from + 1,
    position: to,
    head: { position: head.position, hash: head.hash.toString('hex') },
    broken: broken && { ...broken },
  };
};

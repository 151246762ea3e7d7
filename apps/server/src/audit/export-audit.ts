import { type AuditCriteria, auditCriteriaSchema } from '@gongkai/contract';
import { sql } from 'kysely';
import { type Caller, permit, recordReading } from '../agency/index.ts';
import { refuseUnstorable } from '../platform/api/refuse-unstorable.ts';
import type { Db } from '../platform/database/open-database.ts';
import { type EventRecord, eventColumns } from '../platform/event/canonical-event.ts';
import { exportChain, exportFormat } from '../platform/event/export-events.ts';
import type { ChainAlgorithm } from '../platform/event/link-hash.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { allOf, auditsEverything, criteriaConditions } from './criteria.ts';

/** Events fetched at a time. */
const batchSize = 2_000;

const line = (value: object): string => `${JSON.stringify(value)}\n`;

/** The events that fit, oldest first, up to those there at the beginning. Bounded memory, no transaction held open. */
async function* exportExtract(db: Db, caller: Caller, criteria: AuditCriteria): AsyncGenerator<string> {
  const conditions = await criteriaConditions(db, caller, 'audit.export', criteria);
  const { rows: ends } = await sql<{ last: number | null }>`select max(id) as last from event`.execute(db);
  const last = ends[0]?.last ?? 0;
  yield line({ type: 'extract', format: exportFormat, version: 1, criteria });
  let place: EventRecord | undefined;
  let events = 0;
  for (;;) {
    const further = place ? [sql<boolean>`(e.at, e.id) > (${place.at}::timestamptz, ${place.id})`] : [];
    const { rows } = await sql<
      EventRecord & { readonly position: number | null; readonly hash: Buffer | null }
    >`
      select found.*, l.position, l.hash from (
        select ${eventColumns}, e.at as moment from event e
        where ${allOf([...conditions, sql<boolean>`e.id <= ${last}`, ...further])}
        order by e.at, e.id limit ${batchSize}
      ) found left join event_link l on l.event_id = found.id
      order by found.moment, found.id`.execute(db);
    place = rows.at(-1);
    events += rows.length;
    yield rows
      .map(({ position, hash, ...row }) => {
        const { moment: _, ...event } = row as EventRecord & { readonly moment?: unknown };
        return line({ type: 'event', position, hash: hash?.toString('hex') ?? null, event });
      })
      .join('');
    if (rows.length < batchSize) break;
  }
  yield line({ type: 'end', events });
}

const readCriteria = (query: URLSearchParams): AuditCriteria => {
  const given = Object.fromEntries([...query].filter(([, value]) => value !== ''));
  refuseUnstorable(given);
  const parsed = auditCriteriaSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Refusal(
    'invalid',
    'INPUT_INVALID',
    '导出的条件有误。请在审计日志页面重新选择条件后导出。',
    String(parsed.error.issues[0]?.path[0] ?? ''),
  );
};

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) if (piece !== '') yield encoder.encode(piece);
}

/**
 * The download of the audit log as lines (JSONL): without criteria, for an auditor of the whole, the chain itself,
 * to be verified offline; else an extract. It stands in the record before the first byte leaves.
 *
 * @param query `AuditCriteria` as it stands in an address
 */
export const exportAudit = async (
  spine: Spine,
  caller: Caller,
  algorithm: ChainAlgorithm,
  query: URLSearchParams,
): Promise<Response> => {
  const criteria = readCriteria(query);
  const agencyId = criteria.agencyId ?? caller.agencyId;
  await recordReading(spine, caller, async ({ db, record }) => {
    await permit(db, caller, 'audit.export', agencyId);
    record({
      kind: 'audit_exported',
      agencyId,
      subject: { kind: 'agency', id: agencyId },
      data: { criteria },
    });
  });
  const { everything } = await auditsEverything(spine.db, caller, 'audit.export');
  const isWhole = everything && Object.keys(criteria).length === 0;
  const pieces = isWhole ? exportChain(spine.db, algorithm) : exportExtract(spine.db, caller, criteria);
  const day = new Date(spine.now().getTime() + 8 * 3600_000).toISOString().slice(0, 10);
  return new Response(ReadableStream.from(encoded(pieces)), {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': `attachment; filename="audit-${day}${isWhole ? '' : '-extract'}.jsonl"`,
      'Cache-Control': 'no-store',
    },
  });
};

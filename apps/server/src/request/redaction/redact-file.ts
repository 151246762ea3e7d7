import type { RedactionArea, RequestFile } from '@gongkai/contract';
import { actAs, type Caller, permit } from '../../agency/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ReceivedFile, Spine } from '../../platform/spine.ts';
import { loadCaseFile, presentCaseFile } from '../file/case-files.ts';
import { refuseUnderReview } from '../file/file-rules.ts';
import { refuseTooMany } from '../file/keep-files.ts';
import { loadCase } from '../load-case.ts';
import { loadOriginal } from './load-original.ts';
import type { Redactor } from './open-redactor.ts';
import { presentReason, type StoredReasons, storeReasons } from './stored-reasons.ts';

interface Wanted {
  readonly id: string;
  readonly fileId: string;
  readonly areas: readonly RedactionArea[];
}

/** 2025年补偿名册.pdf becomes 2025年补偿名册（区分处理）.pdf. */
const redactedName = (name: string, ending: 'pdf' | 'png'): string =>
  `${name.replace(/\.[^.]{1,8}$/u, '')}（区分处理）.${ending}`;

/** Keeps the redacted file beside its original: what is provided from now on is this one, and no earlier try. */
const keepRedacted = (
  spine: Spine,
  caller: Caller,
  { id, fileId, areas }: Wanted,
  received: ReceivedFile,
  made: { readonly reasons: StoredReasons; readonly isProvided: boolean },
): Promise<{ readonly fileId: string }> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    const { row } = await loadCase(db, id, { lock: true });
    await permit(db, caller, 'request.handle', row.agency_id);
    refuseUnderReview(row.state);
    const original = await loadCaseFile(db, row, fileId);
    await refuseTooMany(db, row, 1);
    const kept = await spine.files.keep(db, received);
    const own = db
      .updateTable('request_file')
      .where('agency_id', '=', row.agency_id)
      .where('request_id', '=', row.id);
    await own
      .set({ is_provided: false })
      .where((e) => e.or([e('id', '=', fileId), e('original_id', '=', fileId)]))
      .execute();
    await own
      .set({ areas: JSON.stringify(areas) })
      .where('id', '=', fileId)
      .execute();
    await db
      .insertInto('request_file')
      .values({
        agency_id: row.agency_id,
        request_id: row.id,
        id: kept.id,
        kind: 'redacted',
        is_from_applicant: false,
        person_id: caller.actor.kind === 'person' ? caller.actor.id : null,
        added_at: now,
        areas: JSON.stringify(areas),
        original_id: original.id,
        reasons: JSON.stringify(made.reasons),
        is_provided: made.isProvided,
        removed_on: null,
        removed_by: null,
        removal: null,
      })
      .execute();
    record({
      kind: 'request_file_redacted',
      agencyId: row.agency_id,
      subject: { kind: 'request', id: row.id },
      article: '第三十七条',
      data: {
        number: row.number,
        areas: areas.length,
        original: original.id,
        file: kept.id,
        reasons: made.reasons.map(({ code }) => code),
      },
    });
    return { fileId: kept.id };
  });

/**
 * Makes the redacted file (条例第三十七条): areas blacked out for good, the result checked, kept beside its original and
 * provided with the reply in its stead. Where the same words stand uncovered elsewhere it is made, but somebody has to
 * look before it is provided. Nothing is kept of a file in which the check finds a trace. Throws as `loadOriginal`, and
 * `Redactor.run`, `Refusal` REDACTION_LEFT_TRACE, FILES_TOO_MANY.
 */
export const redactFile = (
  spine: Spine,
  redactor: Redactor,
  caller: Caller,
  wanted: Wanted,
): Promise<Redacted> => {
  if (caller.once === undefined) return makeFile(spine, redactor, caller, wanted);
  // A long file outlasts the connection that asked for it: asked again with the same key, one waits for the same.
  const key = JSON.stringify([caller.actor.id, caller.once, caller.asked]);
  const running = underWay.get(key);
  if (running) return running;
  const made = makeFile(spine, redactor, caller, wanted).finally(() => underWay.delete(key));
  underWay.set(key, made);
  return made;
};

const underWay = new Map<string, Promise<Redacted>>();

interface Redacted {
  file: RequestFile;
  reasons: (ReturnType<typeof presentReason> & { areas: number; pages: number[] })[];
  remains: string[];
  unchecked: string[];
}

const makeFile = async (
  spine: Spine,
  redactor: Redactor,
  caller: Caller,
  wanted: Wanted,
): Promise<Redacted> => {
  const { row, file, isPicture } = await loadOriginal(spine, caller, wanted);
  const bytes = await spine.files.read(spine.db, file.id);
  const { areas } = wanted;
  const made = await redactor.run('redact', { bytes, isPicture, areas }, row.agency_id);
  if (made.traces.length > 0)
    throw new Refusal(
      'conflict',
      'REDACTION_LEFT_TRACE',
      `核验发现区分处理后的文件还有残留（${made.traces.slice(0, 3).join('；')}），没有保存。请联系系统管理员。`,
    );
  const received = await spine.files.receive({
    agencyId: row.agency_id,
    name: redactedName(presentCaseFile(spine, file).name, isPicture ? 'png' : 'pdf'),
    bytes: made.bytes,
    encrypted: true,
  });
  const { fileId } = await keepRedacted(spine, caller, wanted, received, {
    reasons: storeReasons(made.reasons),
    isProvided: made.remains.length === 0,
  });
  return {
    file: presentCaseFile(spine, await loadCaseFile(spine.db, row, fileId)),
    reasons: made.reasons.map(({ reason, areas: count, pages }) => ({
      ...presentReason(reason),
      areas: count,
      pages: [...pages],
    })),
    remains: [...made.remains],
    unchecked:
      made.textless.length === 0
        ? []
        : [
            isPicture
              ? '图片没有文字层：遮盖之外的内容没有逐字核验，请人工查看。'
              : `第 ${made.textless.join('、')} 页没有文字层（扫描件）：遮盖之外的内容没有逐字核验，请人工查看。`,
          ],
  };
};

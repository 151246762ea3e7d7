import { type Caller, permitReading } from '../../agency/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import type { CaseFileRow } from '../file/case-files.ts';
import { refuseUnderReview } from '../file/file-rules.ts';
import { permitFile } from '../file/open-file.ts';
import { loadCase, type RequestRow } from '../load-case.ts';

/** A file that is being redacted, with its application. */
export interface Original {
  readonly row: RequestRow;
  readonly file: CaseFileRow;
  readonly isPicture: boolean;
}

const types: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg'];

/** Throws `Refusal` REDACTION_NOT_POSSIBLE for what is no page, or was made by redaction itself. */
export const refuseUnredactable = ({ kind, media_type }: CaseFileRow): void => {
  if (kind === 'redacted')
    throw new Refusal(
      'invalid',
      'REDACTION_NOT_POSSIBLE',
      '这是区分处理后的文件。要改遮盖的地方，请打开原来的那一份。',
    );
  if (!types.includes(media_type))
    throw new Refusal(
      'invalid',
      'REDACTION_NOT_POSSIBLE',
      '只有 PDF、PNG 和 JPEG 可以作区分处理。请把文件转换成 PDF 后重新上传。',
    );
};

/**
 * The file that somebody of the agency redacts, while what goes out with the reply may still change. Throws
 * `PermissionDenied`, `Refusal` REQUEST_NOT_FOUND, FILE_NOT_FOUND, FILE_REMOVED, FILES_CLOSED, REDACTION_NOT_POSSIBLE.
 */
export const loadOriginal = async (
  spine: Spine,
  caller: Caller,
  { id, fileId }: { readonly id: string; readonly fileId: string },
): Promise<Original> => {
  const { row } = await loadCase(spine.db, id);
  await permitReading(spine, caller, 'request.handle', row.agency_id);
  // Its pages show what the file shows, to nobody else and as much on the record.
  const file = await permitFile(spine, caller, row, fileId);
  refuseUnredactable(file);
  refuseUnderReview(row.state);
  return { row, file, isPicture: file.media_type !== 'application/pdf' };
};

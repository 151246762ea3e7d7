import type { RedactionArea } from '@gongkai/contract';
import { actAs, type Caller, permit } from '../../agency/index.ts';
import type { Spine } from '../../platform/spine.ts';
import { loadCaseFile } from '../file/case-files.ts';
import { refuseUnderReview } from '../file/file-rules.ts';
import { loadCase } from '../load-case.ts';
import { refuseUnredactable } from './load-original.ts';

/**
 * Keeps areas that are not done yet, so that nothing is lost when the page is left. No event: nothing was decided.
 * Throws as `loadOriginal`.
 */
export const saveAreas = (
  spine: Spine,
  caller: Caller,
  {
    id,
    fileId,
    areas,
  }: { readonly id: string; readonly fileId: string; readonly areas: readonly RedactionArea[] },
): Promise<Record<string, never>> =>
  actAs(spine, caller, async ({ db }) => {
    const { row } = await loadCase(db, id, { lock: true });
    await permit(db, caller, 'request.handle', row.agency_id);
    refuseUnderReview(row.state);
    const file = await loadCaseFile(db, row, fileId);
    refuseUnredactable(file);
    await db
      .updateTable('request_file')
      .set({ areas: JSON.stringify(areas) })
      .where('agency_id', '=', row.agency_id)
      .where('request_id', '=', row.id)
      .where('id', '=', file.id)
      .execute();
    return {};
  });

import type { Caller } from '../../agency/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import { idInAddress } from '../file/file-requests.ts';
import { loadOriginal } from './load-original.ts';
import type { Redactor } from './open-redactor.ts';

/** Pixels an inch: as a screen shows a page, and for close looks. */
const [usual, fine] = [110, 220];

/** `GET /api/requests/{id}/files/{fileId}/pages/{page}.png`, `?fine` for close looks. */
export const answerPage = async (
  spine: Spine,
  redactor: Redactor,
  caller: Caller,
  asked: {
    readonly id?: string | undefined;
    readonly fileId?: string | undefined;
    readonly page?: string | undefined;
  },
  request: Request,
): Promise<Response> => {
  const page = Number.parseInt(asked.page ?? '', 10);
  if (!(page >= 1 && page <= 500))
    throw new Refusal('not_found', 'PAGE_INVALID', '没有这一页，请重新打开文件。');
  const { row, file, isPicture } = await loadOriginal(spine, caller, {
    id: idInAddress(asked.id),
    fileId: idInAddress(asked.fileId),
  });
  const bytes = await spine.files.read(spine.db, file.id);
  const resolution = new URL(request.url).searchParams.has('fine') ? fine : usual;
  const png = await redactor.run('draw', { bytes, isPicture, page, resolution }, row.agency_id);
  return new Response(new Uint8Array(png), {
    headers: {
      'Content-Type': 'image/png',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
};

import type { RedactionArea } from '@gongkai/contract';
import type { Caller } from '../agency/index.ts';
import type { Spine } from '../platform/spine.ts';
import { addFile, changeFile, openRedaction, press, type Redactor, redactFile } from '../request/index.ts';
import type { PlannedFile } from './planned-file.ts';

/** Dots an inch of what stands for a photo or a scan. */
const resolution = 110;

/** The bytes of a paper; the same each time. Set in threads, so that requests go on beside it. */
export const makePaper = async (redactor: Redactor, { as, sheet }: PlannedFile): Promise<Uint8Array> => {
  const { bytes } = await press('sheet', { sheet }, 'demonstration');
  if (as === 'pdf') return bytes;
  return redactor.run('draw', { bytes, isPicture: false, page: 1, resolution }, 'demonstration');
};

/** Covers whatever is found of persons, as an officer who agrees with every proposal would. */
const redactAll = async (
  spine: Spine,
  redactor: Redactor,
  caller: Caller,
  wanted: { readonly id: string; readonly fileId: string },
): Promise<void> => {
  const { hits } = await openRedaction(spine, redactor, caller, wanted);
  const areas: readonly RedactionArea[] = hits.flatMap(({ page, boxes, reasonCode }) =>
    boxes.map((box) => ({ page, box, reasonCode })),
  );
  const { file } = await redactFile(spine, redactor, caller, { ...wanted, areas });
  if (!file.isProvided)
    await changeFile(
      spine,
      { ...caller, once: `${caller.once} provided` },
      {
        id: wanted.id,
        fileId: file.id,
        isProvided: true,
      },
    );
};

/** Hands files into a case as an officer, each once, and says which go out with the reply. */
export const enterFiles = async (
  spine: Spine,
  redactor: Redactor,
  caller: Caller,
  id: string,
  files: readonly PlannedFile[],
): Promise<void> => {
  // All of a batch is there or nothing of it: by now the case may be where it takes no files any more.
  const there = await spine.db
    .selectFrom('request_file')
    .select('id')
    .where('request_id', '=', id)
    .where('added_at', '=', spine.now())
    .executeTakeFirst();
  if (there) return;
  for (const [index, planned] of files.entries()) {
    const once = `${caller.once} file ${index}`;
    const { kind, name, as, provided } = planned;
    const bytes = await makePaper(redactor, planned);
    const file = await addFile(spine, { ...caller, once }, id, { kind, name: `${name}.${as}`, bytes });
    const wanted = { id, fileId: file.id };
    if (provided === 'whole')
      await changeFile(spine, { ...caller, once: `${once} provided` }, { ...wanted, isProvided: true });
    if (provided === 'redacted')
      await redactAll(spine, redactor, { ...caller, once: `${once} redacted` }, wanted);
  }
};

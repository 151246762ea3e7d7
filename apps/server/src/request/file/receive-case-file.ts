import { mostFileBytes, type RequestFileKind } from '@gongkai/contract';
import { type ActOptions, act } from '../../platform/act.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ReceivedFile, Spine } from '../../platform/spine.ts';
import { fittingName } from './accepted-types.ts';
import { bearsMark, withoutMark } from './secrecy-mark.ts';

/** A file on its way into a case: its bytes are durable, its row comes with the act. */
export interface NewCaseFile {
  readonly kind: RequestFileKind;
  readonly file: ReceivedFile;
}

/** What somebody hands in. */
export interface HandedIn {
  readonly kind: RequestFileKind;
  readonly name: string;
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

const marked = (where: string): Refusal =>
  new Refusal(
    'invalid',
    'FILE_MARKED_SECRET',
    `${where}带有国家秘密标志（绝密★、机密★或秘密★），没有保存。本系统不是涉密信息系统，不得存储、处理国家秘密：请停止上传，按保密规定在涉密信息系统中办理；已经误传到别处的，请立即报告本单位保密工作机构。`,
    'file',
  );

async function* pieces(bytes: HandedIn['bytes']): AsyncGenerator<Uint8Array> {
  if (bytes instanceof Uint8Array) yield bytes;
  else yield* bytes;
}

/** Bytes as they come; a connection that breaks off is said to have done so. */
async function* whole(bytes: HandedIn['bytes']): AsyncGenerator<Uint8Array> {
  const source = pieces(bytes);
  for (;;) {
    const next = await source.next().catch(() => {
      throw new Refusal('invalid', 'BODY_BROKEN', '提交的内容不完整，连接中断了。请再试一次。');
    });
    if (next.done) return;
    yield next.value;
  }
}

/**
 * Takes the bytes of a file for a case of an agency, outside of any act, encrypted; its type is what its bytes are.
 * What bears the mark of a state secret is not kept, and that it came stands in the record (保密法第三十四条).
 *
 * @param who whoever hands it in, for that record
 * @param most bytes
 * @throws `Refusal` FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE_REFUSED, FILE_MARKED_SECRET, FILE_INFECTED, BODY_BROKEN.
 */
export const receiveCaseFile = async (
  spine: Spine,
  who: Pick<ActOptions, 'actor' | 'requestId'>,
  agencyId: string,
  { kind, name, bytes }: HandedIn,
  most = mostFileBytes,
): Promise<NewCaseFile> => {
  try {
    if (bearsMark(name)) throw marked('文件名');
    const file = await spine.files.receive({
      agencyId,
      name,
      encrypted: true,
      most,
      bytes: withoutMark(whole(bytes), () => {
        throw marked('文件的内容');
      }),
    });
    return { kind, file: { ...file, name: fittingName(file.name, file.mediaType) } };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'FILE_MARKED_SECRET')
      await act({ db: spine.db, now: spine.now, ...who }, async ({ record }) =>
        record({ kind: 'secrecy_mark_refused', agencyId, subject: { kind: 'agency', id: agencyId } }),
      );
    throw error;
  }
};

import { idSchema, mostFileBytes, requestFileKindNames, requestFileSchema } from '@gongkai/contract';
import { z } from 'zod';
import type { Caller } from '../../agency/index.ts';
import { refuseUnstorable } from '../../platform/api/refuse-unstorable.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import { requestNotFound } from '../load-case.ts';
import { addFile } from './add-file.ts';
import { answerFile } from './answer-file.ts';
import { openFile } from './open-file.ts';

const querySchema = z.object({
  kind: z.enum(requestFileKindNames),
  name: z.string().trim().min(1).max(500),
});

/** An id in an address; what is none stands for nothing. */
export const idInAddress = (text: string | undefined): string => {
  const parsed = idSchema.safeParse(text);
  if (!parsed.success) throw requestNotFound();
  return parsed.data;
};

/** No simple type of a form: a page of another site can't send it without asking the browser first. */
const byteType = /^application\/octet-stream\s*(;|$)/i;

/** `POST /api/requests/{id}/files?kind=…&name=…`, the file as the body. */
export const answerUpload = async (
  spine: Spine,
  caller: Caller,
  requestId: string | undefined,
  request: Request,
): Promise<Response> => {
  const id = idInAddress(requestId);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  refuseUnstorable(query);
  const parsed = querySchema.safeParse(query);
  if (!parsed.success)
    throw new Refusal(
      'invalid',
      'INPUT_INVALID',
      '请写明材料的类别（kind）和文件名（name，不超过 500 个字）。',
      String(parsed.error.issues[0]?.path[0] ?? ''),
    );
  if (!byteType.test(request.headers.get('content-type') ?? ''))
    throw new Refusal(
      'invalid',
      'BODY_TYPE',
      '文件应作为请求的正文提交，Content-Type 为 application/octet-stream。',
    );
  if (Number(request.headers.get('content-length') ?? 0) > mostFileBytes)
    throw new Refusal(
      'invalid',
      'FILE_TOO_LARGE',
      `文件超过 ${mostFileBytes / 1024 / 1024} MB，没有保存。请压缩或拆分后再上传。`,
      'file',
    );
  const file = await addFile(spine, caller, id, {
    ...parsed.data,
    bytes: request.body ?? new Uint8Array(0),
  });
  return Response.json(requestFileSchema.parse(file));
};

/** `GET /api/requests/{id}/files/{fileId}`, `?inline` to be shown. */
export const answerDownload = async (
  spine: Spine,
  caller: Caller,
  { id, fileId }: { readonly id?: string | undefined; readonly fileId?: string | undefined },
  request: Request,
): Promise<Response> =>
  answerFile(
    await openFile(spine, caller, idInAddress(id), idInAddress(fileId), {
      isHead: request.method === 'HEAD',
    }),
    {
      inline: new URL(request.url).searchParams.has('inline'),
    },
  );

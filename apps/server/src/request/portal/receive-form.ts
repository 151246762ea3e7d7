import { cleanName } from '../../platform/clean-name.ts';
import type { FormFault } from '../../platform/multipart.ts';
import { readBody } from '../../platform/read-body.ts';
import { FormBroken, type FormPart, readFormParts } from '../../platform/read-form-parts.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import { type NewCaseFile, receiveCaseFile } from '../file/receive-case-file.ts';

const megabyte = 1024 * 1024;

/** What an applicant may hand in with one form, and with one application. */
export const uploadLimits = { fileBytes: 20 * megabyte, files: 20, totalBytes: 60 * megabyte } as const;

/** Past this a body isn't even passed over: no browser gets there by a slip. */
const mostBody = 4 * uploadLimits.totalBytes;
const mostField = 64 * 1024;
const mostParts = 120;

export const takenWords = 'PDF、OFD、Word、Excel、WPS 文档，照片、扫描的图片，纯文本';
/** The same for the browser's own dialog. */
export const takenEndings =
  '.pdf,.ofd,.doc,.docx,.wps,.xls,.xlsx,.et,.rtf,.txt,.jpg,.jpeg,.png,.tif,.tiff,.bmp,.webp,.heic,.zip';

/** What applicants name as the kind of a file, by the field that it comes in. */
const fileFields = ['identity_proof', 'attachment', 'correction', 'other'] as const;
type FileField = (typeof fileFields)[number];

export interface ReceivedForm {
  readonly fields: ReadonlyMap<string, string>;
  /** Their bytes are durable, no row names them yet. */
  readonly files: readonly (NewCaseFile & { readonly kind: FileField })[];
  /** What was not taken, and why, in words for the applicant. */
  readonly problems: readonly string[];
  /** The form ended before its end; what came before that is there. */
  readonly broken: FormFault | 'tooLong' | null;
}

/** How much of a form's files is still taken, and for whom. */
export interface Room {
  readonly files: number;
  /** Bytes together. */
  readonly bytes: number;
  /** The agency that the files are for, by the fields that came before them; null: none, and so no file is taken. */
  readonly agencyId: (fields: ReadonlyMap<string, string>) => Promise<string | null>;
  readonly requestId: string;
}

/** Takes no file. */
export const noRoom: Room = { files: 0, bytes: 0, agencyId: async () => null, requestId: '' };

/** Line breaks as one character; controls, which nobody types, go. */
const plainText = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('utf8')
    .replaceAll('\r\n', '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

const readField = async (bytes: AsyncIterable<Uint8Array>): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > mostField) throw new FormBroken('tooLong');
    chunks.push(chunk);
  }
  return plainText(Buffer.concat(chunks));
};

const readPlain = async (request: Request): Promise<ReceivedForm> => {
  const body = await readBody(request, 4 * mostField, () => true);
  if (typeof body === 'string')
    return {
      fields: new Map(),
      files: [],
      problems: [],
      broken: body === 'tooLong' ? 'tooLong' : 'cutOff',
    };
  const given = new URLSearchParams(Buffer.from(body).toString('utf8'));
  const fields = new Map([...given].map(([name, value]) => [name, plainText(Buffer.from(value))]));
  return { fields, files: [], problems: [], broken: null };
};

const whyNot = (error: unknown): string => {
  if (!(error instanceof Refusal)) throw error;
  switch (error.code) {
    case 'FILE_TOO_LARGE':
      return '每个文件不能超过 20 MB，全部合计不能超过 60 MB。请压缩文件中的图片，或者拆成几个文件再上传。';
    case 'FILE_TYPE_REFUSED':
      return `不是可以接收的文件（按内容判断）。请上传 ${takenWords}。`;
    default:
      return error.message;
  }
};

/**
 * Reads a form of the applicant's pages: fields, and files straight into the file store, encrypted. A file that
 * can't be taken (too large, empty, a virus, of a kind that a case doesn't take) is passed over and said; the rest of
 * the form is kept.
 */
export const receiveForm = async (spine: Spine, request: Request, room: Room): Promise<ReceivedForm> => {
  if (!/^multipart\//i.test(request.headers.get('content-type') ?? '')) return readPlain(request);
  const fields = new Map<string, string>();
  const files: (NewCaseFile & { kind: FileField })[] = [];
  const problems: string[] = [];
  let left = room.bytes;
  let agencyId: string | null | undefined;

  const take = async (kind: FileField, name: string, { bytes }: FormPart): Promise<string | null> => {
    agencyId ??= await room.agencyId(fields);
    if (agencyId === null) return '请先选择向哪个机关申请，再上传文件。';
    if (files.length >= room.files)
      return `最多 ${uploadLimits.files} 个文件。请删去不需要的，或者合并后再上传。`;
    if (left <= 0) return '全部文件合计不能超过 60 MB。请压缩文件中的图片后再上传。';
    try {
      const who = {
        actor: { kind: 'applicant', id: null, postId: null },
        requestId: room.requestId,
      } as const;
      const most = Math.min(uploadLimits.fileBytes, left);
      const taken = await receiveCaseFile(spine, who, agencyId, { kind, name, bytes }, most);
      left -= taken.file.size;
      files.push({ ...taken, kind });
      return null;
    } catch (error) {
      return whyNot(error);
    }
  };

  try {
    for await (const part of readFormParts(request, { most: mostBody, parts: mostParts })) {
      const { field, name, bytes } = part;
      const kind = fileFields.find((one) => one === field);
      if (name === null) fields.set(field, await readField(bytes));
      // A file field in which nothing was chosen comes with an empty name.
      else if (kind && name !== '') {
        const problem = await take(kind, name, part);
        if (problem !== null) problems.push(`“${cleanName(name)}”没有收下：${problem}`);
      }
    }
    return { fields, files, problems, broken: null };
  } catch (error) {
    if (!(error instanceof FormBroken)) throw error;
    return { fields, files, problems, broken: error.fault };
  }
};

/** What is said of a form that ended before its end. */
export const brokenWords: Readonly<Record<FormFault | 'tooLong', string>> = {
  tooLong: '文件太大，没有收下：每个文件不能超过 20 MB，全部合计不能超过 60 MB。请压缩或者拆分后再上传。',
  tooMany: `文件太多，没有全部收下：最多 ${uploadLimits.files} 个。请合并后再上传。`,
  cutOff: '连接中断了，没有收全。请核对下面的内容，再上传一次文件。',
  noForm: '没有收到填写的内容，请再试一次。',
};

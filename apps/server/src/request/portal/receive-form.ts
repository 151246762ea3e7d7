import { cleanName } from '../../platform/clean-name.ts';
import { readBody } from '../../platform/read-body.ts';
import { FormBroken, readFormParts } from '../../platform/read-form-parts.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Files, ReceivedFile } from '../../platform/spine.ts';

const megabyte = 1024 * 1024;

/** What an applicant may hand in with one form, and with one application. */
export const uploadLimits = { fileBytes: 20 * megabyte, files: 20, totalBytes: 60 * megabyte } as const;

/** Past this a body isn't even passed over: no browser gets there by a slip. */
const mostBody = 4 * uploadLimits.totalBytes;
const mostField = 64 * 1024;
const mostParts = 120;

/** What can be read by everybody who handles a case: by what the bytes are, whatever the name says. */
const takenTypes: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/ofd',
  'application/msword',
  'application/vnd.ms-excel',
  'application/x-cfb',
  'application/rtf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/bmp',
  'image/webp',
  'image/heic',
  'image/heif',
  'text/plain',
]);

export const takenWords = 'PDF、OFD、Word、Excel、纯文本，或者照片、扫描的图片（JPG、PNG 等）';
/** The same for the browser's own dialog. */
export const takenEndings =
  '.pdf,.ofd,.doc,.docx,.wps,.xls,.xlsx,.et,.rtf,.txt,.jpg,.jpeg,.png,.tif,.tiff,.bmp,.webp,.heic';

/** A file that came with a form: its bytes are durable, no row names it yet. */
export interface FormFile {
  readonly field: string;
  readonly file: ReceivedFile;
}

export interface ReceivedForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly FormFile[];
  /** What was not taken, and why, in words for the applicant. */
  readonly problems: readonly string[];
}

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
  if (typeof body === 'string') throw new FormBroken(body === 'tooLong' ? 'tooLong' : 'cutOff');
  const given = new URLSearchParams(Buffer.from(body).toString('utf8'));
  const fields = new Map([...given].map(([name, value]) => [name, plainText(Buffer.from(value))]));
  return { fields, files: [], problems: [] };
};

/**
 * Reads a form of the applicant's pages: fields, and files straight into the file store, encrypted. A file that
 * can't be taken (too large, empty, a virus, of a kind that nobody can read) is passed over and said; the rest of
 * the form is kept. Throws `FormBroken` where nothing of it can be used.
 *
 * @param room how many files, and how many bytes together, are still taken
 */
export const receiveForm = async (
  files: Files,
  request: Request,
  room: { readonly files: number; readonly bytes: number },
): Promise<ReceivedForm> => {
  if (!/^multipart\//i.test(request.headers.get('content-type') ?? '')) return readPlain(request);
  const fields = new Map<string, string>();
  const received: FormFile[] = [];
  const problems: string[] = [];
  let left = room.bytes;
  for await (const { field, name, bytes } of readFormParts(request, { most: mostBody, parts: mostParts })) {
    if (name === null) {
      fields.set(field, await readField(bytes));
      continue;
    }
    // A file field in which nothing was chosen comes with an empty name.
    if (name === '') continue;
    const shown = `“${cleanName(name)}”`;
    if (received.length >= room.files) {
      problems.push(
        `${shown}没有收下：最多 ${uploadLimits.files} 个文件。请删去不需要的，或者合并后再上传。`,
      );
      continue;
    }
    if (left <= 0) {
      problems.push(`${shown}没有收下：全部文件合计不能超过 60 MB。请压缩文件中的图片后再上传。`);
      continue;
    }
    try {
      const most = Math.min(uploadLimits.fileBytes, left);
      const file = await files.receive({ agencyId: null, name, bytes, encrypted: true, most });
      if (!takenTypes.has(file.mediaType)) {
        problems.push(`${shown}没有收下：不是可以接收的文件。请上传 ${takenWords}；压缩包请解开后分别上传。`);
        continue;
      }
      left -= file.size;
      received.push({ field, file });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(
        error.code === 'FILE_TOO_LARGE'
          ? `${shown}没有收下：每个文件不能超过 20 MB，全部合计不能超过 60 MB。请压缩文件中的图片，或者拆成几个文件再上传。`
          : `${shown}没有收下：${error.message}`,
      );
    }
  }
  return { fields, files: received, problems };
};

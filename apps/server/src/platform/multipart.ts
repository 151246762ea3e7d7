/** A file of a form as a browser sends it (`multipart/form-data`, RFC 7578). */
export interface FormFile {
  /** The field of the form. */
  readonly field: string;
  /** As sent: any characters, any length. */
  readonly name: string;
  /** A view of the body, not a copy. */
  readonly bytes: Uint8Array;
}

/** Why a body is no form: not one at all, cut off, or made of too many parts. */
export type FormFault = 'noForm' | 'cutOff' | 'tooMany';

/** Heads of a part are a name and a type; anything longer is made up to cost time. */
export const longestHead = 8 * 1024;

export const crlf = Buffer.from('\r\n');
export const headEnd = Buffer.from('\r\n\r\n');

/** What stands between the parts of a form; null where the body is none. */
export const boundaryOf = (contentType: string): string | null => {
  const found = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType,
  );
  return found?.[1] ?? found?.[2] ?? null;
};

/** Browsers write quotes and line breaks in names as %22, %0D and %0A (HTML, multipart/form-data encoding algorithm). */
export const parameter = (head: string, name: string): string | null => {
  const found = new RegExp(`^content-disposition:[^\\r\\n]*;\\s*${name}="([^"\\r\\n]*)"`, 'im').exec(head);
  return found ? (found[1] ?? '').replace(/%(22|0D|0A)/gi, (code) => decodeURIComponent(code)) : null;
};

/**
 * The files of a form. Looks for boundaries only and copies nothing: 100 MB take some milliseconds, where
 * `request.formData()` holds up every other request for seconds. Other fields are passed over.
 *
 * @param most parts, files or not; more are a fault
 */
export const readFormFiles = (
  body: Uint8Array,
  contentType: string,
  most: number,
): readonly FormFile[] | FormFault => {
  const boundary = boundaryOf(contentType);
  if (boundary === null) return 'noForm';
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  const files: FormFile[] = [];
  let at = bytes.indexOf(delimiter);
  if (at < 0) return 'noForm';
  for (let parts = 0; ; parts += 1) {
    at += delimiter.length;
    if (bytes.subarray(at, at + 2).toString('latin1') === '--') return files;
    if (parts >= most) return 'tooMany';
    if (!bytes.subarray(at, at + 2).equals(crlf)) return 'cutOff';
    const bodyStart = bytes.indexOf(headEnd, at);
    if (bodyStart < 0 || bodyStart - at > longestHead) return 'cutOff';
    const next = bytes.indexOf(Buffer.concat([crlf, delimiter]), bodyStart + 2);
    if (next < 0) return 'cutOff';
    const head = bytes.subarray(at + 2, bodyStart).toString('utf8');
    const name = parameter(head, 'filename');
    if (name !== null)
      files.push({
        field: parameter(head, 'name') ?? '',
        name,
        bytes: bytes.subarray(Math.min(bodyStart + 4, next), next),
      });
    at = next + 2;
  }
};

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030');

/**
 * The name of an archive entry. Writers outside the standard are common in Chinese offices: macOS writes
 * UTF-8 without setting the flag, Windows and most domestic archivers write GBK. So: UTF-8 where the
 * bytes are UTF-8, GB18030 (a superset of GBK) where not.
 *
 * Backslashes become slashes; empty, `.` and `..` steps and a leading slash or drive are dropped, so that
 * a name can never point outside of whatever a caller puts it in.
 */
export const decodeName = (bytes: Uint8Array): string => safePath(decodeText(bytes));

const decodeText = (bytes: Uint8Array): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    return gb18030.decode(bytes);
  }
};

const suspicious = /\\|\0|:|(^|\/)\.{0,2}(\/|$)/;

const safePath = (name: string): string => {
  if (!suspicious.test(name.endsWith('/') ? name.slice(0, -1) : name)) return name;
  const slashed = name
    .replaceAll('\\', '/')
    .replaceAll('\0', '')
    .replace(/^[a-zA-Z]:/, '');
  const steps = slashed.split('/').filter((step) => step !== '' && step !== '.' && step !== '..');
  return steps.join('/') + (slashed.endsWith('/') ? '/' : '');
};

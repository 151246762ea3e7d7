import { mostFileBytes, type RequestFileKind, requestFilePath } from '@gongkai/contract';

/** A file that could not be added: what is wrong, for people, and whether the same again may go well. */
export class SendingFailed extends Error {
  readonly mayPass: boolean;
  constructor(message: string, mayPass: boolean) {
    super(message);
    this.name = 'SendingFailed';
    this.mayPass = mayPass;
  }
}

const wordless = '没有上传成功。请稍后重试；如果一直这样，请告诉系统管理员。';

/** Signed out meanwhile, too many at once, or the server in trouble: the file itself is not at fault. */
const mayPass = (status: number): boolean => status === 401 || status === 429 || status >= 500;

const messageOf = (answer: string): string => {
  try {
    const { message } = JSON.parse(answer) as { readonly message?: unknown };
    return typeof message === 'string' && /\p{Script=Han}/u.test(message) ? message : wordless;
  } catch {
    return wordless;
  }
};

/**
 * Sends a file into a case. Not by `fetch`, which tells nothing of how far it is. Rejects with `SendingFailed`.
 *
 * @param once sent again with the same key, it is there once
 * @param onProgress from 0 to 1
 */
export const sendFile = (
  {
    requestId,
    kind,
    file,
  }: { readonly requestId: string; readonly kind: RequestFileKind; readonly file: File },
  { once, onProgress }: { readonly once: string; readonly onProgress: (share: number) => void },
): Promise<void> =>
  new Promise((resolve, reject) => {
    if (file.size > mostFileBytes) {
      reject(new SendingFailed(`文件超过 ${mostFileBytes / 1024 / 1024} MB。请压缩或拆分后再上传。`, false));
      return;
    }
    const query = new URLSearchParams({ kind, name: file.name });
    const request = new XMLHttpRequest();
    request.open('POST', `/api${requestFilePath(requestId)}?${query}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('idempotency-key', once);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 200) resolve();
      else reject(new SendingFailed(messageOf(request.responseText), mayPass(request.status)));
    };
    request.onerror = () => reject(new SendingFailed('连接中断了，没有得到答复。请检查网络后重试。', true));
    request.send(file);
  });

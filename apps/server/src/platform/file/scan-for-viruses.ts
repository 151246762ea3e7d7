import { once } from 'node:events';
import { connect } from 'node:net';
import { Refusal } from '../refusal.ts';

/** Scans bytes as they pass. */
export interface VirusScan {
  readonly write: (chunk: Uint8Array) => Promise<void>;
  /** Throws `Refusal` FILE_INFECTED, or SCANNER_UNREACHABLE where the scanner gave no verdict. */
  readonly finish: () => Promise<void>;
  readonly cancel: () => void;
}

export interface ScannerAddress {
  readonly host: string;
  readonly port: number;
}

const patience = 60_000;

/** GONGKAI_CLAMD=host:port. Undefined where it isn't one. */
export const readScannerAddress = (text: string): ScannerAddress | undefined => {
  const [, host, port] = /^\[?([^\s\]]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  return host && Number(port) > 0 && Number(port) < 65_536 ? { host, port: Number(port) } : undefined;
};

const unreachable = (): Refusal =>
  new Refusal(
    'unavailable',
    'SCANNER_UNREACHABLE',
    '病毒检查服务暂时没有应答，文件没有保存。请稍后重新上传；如果一直这样，请联系系统管理员。',
  );

/**
 * Opens a scan with clamd by its protocol INSTREAM: each chunk after its length in four bytes, a length of zero at
 * the end; it answers `stream: OK`, `stream: … FOUND` or `… ERROR`.
 */
export const openVirusScan = async ({ host, port }: ScannerAddress): Promise<VirusScan> => {
  const socket = connect({ host, port });
  socket.setTimeout(patience, () => socket.destroy(new Error('silent')));
  let answer = '';
  socket.setEncoding('latin1');
  socket.on('data', (text) => {
    answer += text;
  });
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  let hasFailed = false;
  socket.on('error', () => {
    hasFailed = true;
  });
  const connected = await Promise.race([
    once(socket, 'connect').then(
      () => true,
      () => false,
    ),
    ended.then(() => false),
  ]);
  if (!connected) throw unreachable();
  const send = async (bytes: Uint8Array): Promise<void> => {
    // clamd hangs up as soon as it has a verdict (size limit): what comes then is not sent any more.
    if (socket.destroyed || !socket.writable) return;
    if (!socket.write(bytes)) await Promise.race([once(socket, 'drain').catch(() => {}), ended]);
  };
  await send(Buffer.from('zINSTREAM\0'));
  return {
    write: async (chunk) => {
      if (chunk.length === 0) return;
      const length = Buffer.alloc(4);
      length.writeUInt32BE(chunk.length);
      await send(length);
      await send(chunk);
    },
    finish: async () => {
      await send(Buffer.alloc(4));
      await ended;
      const verdict = answer.replaceAll('\0', '').trim();
      if (/ FOUND$/.test(verdict))
        throw new Refusal(
          'invalid',
          'FILE_INFECTED',
          '文件中发现病毒，没有保存。请用杀毒软件处理后重新上传。',
        );
      if (/size limit exceeded/i.test(verdict))
        throw new Refusal(
          'invalid',
          'FILE_TOO_LARGE_TO_SCAN',
          '文件超过了病毒检查服务允许的大小，没有保存。请拆分后上传，或请系统管理员调高病毒检查服务的上限（StreamMaxLength）。',
        );
      if (hasFailed || verdict !== 'stream: OK') throw unreachable();
    },
    cancel: () => socket.destroy(),
  };
};

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { after, describe, it } from 'node:test';
import { openTestDatabase } from '../../test-database-kit.ts';
import { inPieces, newFile, openTestFiles } from './files-test-kit.ts';
import { readScannerAddress, type ScannerAddress } from './scan-for-viruses.ts';

/** Speaks clamd's INSTREAM; finds the word VIRUS, and has a limit of 100,000 bytes. */
const answerOf = (received: Buffer): string | null => {
  const command = Buffer.from('zINSTREAM\0');
  if (received.length < command.length) return null;
  assert.ok(received.subarray(0, command.length).equals(command));
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0)
      return Buffer.concat(parts).includes('VIRUS') ? 'stream: Test.Virus FOUND\0' : 'stream: OK\0';
    parts.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return received.length > 100_000 ? 'INSTREAM size limit exceeded. ERROR\0' : null;
};

const listen = async (onSocket: (socket: Socket) => void): Promise<ScannerAddress> => {
  const server = createServer(onSocket).listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => server.close());
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
};

describe('an upload with a virus scanner', async () => {
  const { db } = await openTestDatabase();
  const scanner = await listen((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const answer = answerOf(received);
      if (answer) socket.end(answer);
    });
  });

  it('is kept when it is clean, and refused when it is infected, wherever the virus sits', async () => {
    const { files, folder } = await openTestFiles({ scanner });
    const infected = Buffer.concat([Buffer.alloc(50_000, 'x'), Buffer.from('VIRUS')]);
    for (const encrypted of [false, true]) {
      await assert.rejects(files.keep(db, newFile(inPieces(infected, 777), { encrypted })), {
        code: 'FILE_INFECTED',
        message: /发现病毒/,
      });
      assert.deepEqual(await readdir(folder, { recursive: true }), ['tmp']);
    }
    const kept = await files.keep(db, newFile(inPieces(Buffer.alloc(50_000, 'x'), 777)));
    assert.equal((await files.read(db, kept.id)).length, 50_000);
  });

  it('says so when the file is larger than the scanner takes', async () => {
    const { files } = await openTestFiles({ scanner });
    await assert.rejects(files.keep(db, newFile(inPieces(Buffer.alloc(300_000), 10_000))), {
      code: 'FILE_TOO_LARGE_TO_SCAN',
    });
  });

  it('is not kept unscanned when the scanner is away or hangs up', async () => {
    const gone = await listen(() => {});
    const hangsUp = await listen((socket) => socket.destroy());
    for (const address of [{ ...gone, port: 1 }, hangsUp]) {
      const { files, folder } = await openTestFiles({ scanner: address });
      await assert.rejects(files.keep(db, newFile(Buffer.from('x'))), {
        code: 'SCANNER_UNREACHABLE',
        message: /文件没有保存/,
      });
      assert.deepEqual(await readdir(folder, { recursive: true }), ['tmp']);
    }
  });

  it('finds its address in the configuration', () => {
    assert.deepEqual(readScannerAddress('clamd:3310'), { host: 'clamd', port: 3310 });
    assert.deepEqual(readScannerAddress('[::1]:3310'), { host: '::1', port: 3310 });
    assert.equal(readScannerAddress('clamd'), undefined);
    assert.equal(readScannerAddress('clamd:99999'), undefined);
  });
});

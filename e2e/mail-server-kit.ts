import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  readonly port: number;
  /** Whom it took a mail for, in the order in which they came. */
  readonly received: readonly string[];
  readonly close: () => Promise<void>;
}

/** A real mail server that takes whatever comes; closed after the tests where they didn't. */
export const openMailServer = async (port = 0): Promise<MailServer> => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, callback) => {
      stream.resume();
      stream.on('end', () => {
        received.push(...session.envelope.rcptTo.map(({ address }) => address));
        callback();
      });
    },
  });
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  after(close);
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    close,
  };
};

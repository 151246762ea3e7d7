import { createTransport } from 'nodemailer';

/** Who a mail is from. */
export interface Sender {
  readonly address: string;
  readonly name: string;
}

export interface OutgoingMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Why a mail server didn't take a mail, in words that name nobody. */
export class MailRefused extends Error {
  /** Trying again is of no use: the server refused this mail for good. */
  readonly isFinal: boolean;
  constructor(message: string, isFinal: boolean, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MailRefused';
    this.isFinal = isFinal;
  }
}

export interface MailTransport {
  /** Hands a mail to the server. Throws `MailRefused`. */
  readonly send: (mail: OutgoingMail, sender: Sender) => Promise<void>;
  readonly close: () => void;
}

const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

const explain = (error: unknown): MailRefused => {
  const { code = '', responseCode = 0 } = error as {
    readonly code?: string;
    readonly responseCode?: number;
  };
  const options = { cause: error };
  switch (code) {
    case 'EAUTH':
      return new MailRefused('邮件服务器不接受账号或密码，请核对 GONGKAI_SMTP_URL。', false, options);
    case 'ETLS':
      return new MailRefused('与邮件服务器的加密连接没有建立，请核对 GONGKAI_SMTP_URL。', false, options);
    case 'EENVELOPE':
      return new MailRefused(
        `邮件服务器拒绝了收件地址或发件地址（${responseCode}）。`,
        responseCode >= 500,
        options,
      );
    case 'EMESSAGE':
      return new MailRefused(`邮件服务器拒绝了邮件内容（${responseCode}）。`, responseCode >= 500, options);
    case 'ECONNECTION':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'ESOCKET':
    case 'ETIMEDOUT':
    case 'EDNS':
      return new MailRefused('邮件服务器连接不上。', false, options);
    default:
      return new MailRefused(
        `邮件服务器没有收下邮件（${responseCode || code || '原因不明'}）。`,
        false,
        options,
      );
  }
};

/** Opens the way to the mail server of GONGKAI_SMTP_URL: smtp://user:password@host:587, smtps://… */
export const openMailTransport = (smtpUrl: string): MailTransport => {
  const transport = createTransport({
    url: smtpUrl,
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ id, to, subject, text }, sender) => {
      try {
        await transport.sendMail({
          from: sender,
          // As an object it is one address, whatever is written in it.
          to: { name: '', address: to },
          subject,
          text,
          // The same at each attempt: a receiver that got it twice can tell.
          messageId: `<${id}@${sender.address.split('@').at(-1)}>`,
        });
      } catch (error) {
        throw explain(error);
      }
    },
    close: () => transport.close(),
  };
};

import type { Context } from 'hono';
import { Refusal } from '../../platform/refusal.ts';
import type { ReceiptProof } from '../applicant-access.ts';
import { readCookie, writeCookie } from './cookies.ts';
import { type ApplicantParts, goTo, isSecure } from './parts.ts';
import { openSession, sealSession, trackMinutes } from './track-session.ts';

const trackCookie = 'track';

/** Who has given number and query code, as the browser's cookie keeps it, sealed. */
export const trackVisits = ({ spine, config, portal }: ApplicantParts) => {
  const keepSession = (c: Context, proof: ReceiptProof): void =>
    c.header(
      'Set-Cookie',
      writeCookie(
        trackCookie,
        sealSession(spine.cipher, proof, spine.now()),
        trackMinutes * 60,
        isSecure(config),
      ),
    );
  const endSession = (c: Context): void =>
    c.header('Set-Cookie', writeCookie(trackCookie, '', 0, isSecure(config)));
  const sessionOf = (c: Context): ReceiptProof | null =>
    openSession(spine.cipher, readCookie(c.req.raw.headers, trackCookie, isSecure(config)), spine.now());

  /** Answers for whoever has given number and code; who hasn't, or too long ago, is asked for them. */
  const inSession =
    (answer: (c: Context, proof: ReceiptProof) => Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const proof = sessionOf(c);
      if (!proof) return goTo(c, '/track?ended=1');
      keepSession(c, proof);
      try {
        return await answer(c, proof);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (error.code === 'REQUEST_NOT_OPEN_HERE') {
          endSession(c);
          return goTo(c, '/track?ended=1');
        }
        return c.html(
          portal.renderError({
            title: '没有办成',
            happened: error.message,
            next: '没有改动任何内容。',
            back: { href: '/track/application', label: '回到我的申请' },
          }),
          error.kind === 'too_many' ? 429 : error.kind === 'not_found' ? 404 : 409,
          { 'Cache-Control': 'no-store' },
        );
      }
    };

  return { keepSession, endSession, sessionOf, inSession };
};

export type TrackVisits = ReturnType<typeof trackVisits>;

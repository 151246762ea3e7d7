import { Hono } from 'hono';
import { ownPagesOnly } from '../../platform/api/own-pages-only.ts';
import { clientAddress } from '../../platform/rate-limit.ts';
import { Refusal } from '../../platform/refusal.ts';
import { limitApplicants, openByReceipt } from '../applicant-access.ts';
import { downloadRoutes } from './download-routes.ts';
import { ownActRoutes } from './own-act-routes.ts';
import { type ApplicantParts, goTo, showPage } from './parts.ts';
import { noRoom, receiveForm } from './receive-form.ts';
import { trackPage } from './track-page.ts';
import { trackVisits } from './track-visit.ts';

/** Following an application by number and query code, and what its applicant can do with it. */
export const trackRoutes = (parts: ApplicantParts): Hono => {
  const { spine, config } = parts;
  const app = new Hono();
  const own = ownPagesOnly(config);
  const visits = trackVisits(parts);
  const { keepSession, endSession, sessionOf } = visits;

  app.get('/track', (c) =>
    sessionOf(c)
      ? goTo(c, '/track/application')
      : showPage(parts, c, trackPage({ number: '' }, null, c.req.query('ended') !== undefined)),
  );

  app.post('/track', own, async (c) => {
    const { fields } = await receiveForm(spine, c.req.raw, noRoom);
    const proof = {
      number: (fields.get('number') ?? '').trim().slice(0, 100),
      queryCode: (fields.get('queryCode') ?? '').trim().slice(0, 50),
    };
    try {
      await limitApplicants(spine, clientAddress(c, config.trustProxy));
      await openByReceipt(spine, proof);
      keepSession(c, proof);
      return goTo(c, '/track/application');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const status = error.kind === 'too_many' ? 429 : 422;
      return showPage(parts, c, trackPage({ number: proof.number }, error.message), status);
    }
  });

  app.post('/track/leave', own, (c) => {
    endSession(c);
    return goTo(c, '/track');
  });

  app.route('/', ownActRoutes(parts, visits));
  app.route('/', downloadRoutes(parts, visits));
  return app;
};

import { Hono } from 'hono';
import { createAnswers, type ReportParts } from './answers.ts';
import { downloadRoutes } from './download-routes.ts';
import { intakeRoutes } from './intake-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { resultRoutes } from './result-routes.ts';
import { rulesPage } from './rules-page.ts';

/** The routes of 年报体检. */
export const reportRoutes = (parts: ReportParts): Hono => {
  const answers = createAnswers(parts);
  const app = new Hono();
  app.get('/rules', (c) => answers.show(c, rulesPage()));
  app.route('/', intakeRoutes(parts, answers));
  app.route('/', resultRoutes(parts, answers));
  app.route('/', pageRoutes(parts, answers));
  app.route('/', downloadRoutes(parts, answers));
  return app;
};

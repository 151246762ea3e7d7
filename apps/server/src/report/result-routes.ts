import { isCellId } from '@gongkai/annual-report';
import { Hono } from 'hono';
import { ownPagesOnly } from '../platform/api/own-pages-only.ts';
import type { Answers, ReportParts } from './answers.ts';
import { positionOf } from './answers.ts';
import { cellPage } from './cell-page.ts';
import { comparePage } from './compare-page.ts';
import { familyOf, familyPage } from './family-page.ts';
import { progressPage } from './progress-page.ts';
import { reportPage } from './report-page.ts';
import { resultPage, viewOf } from './result-page.ts';
import type { ExaminedReport } from './upload.ts';

/** What came of an upload: its list, its reports, what lies between them. */
export const resultRoutes = (
  { config, readers, uploads }: ReportParts,
  { show, gone, withUpload, withReport }: Answers,
): Hono => {
  const app = new Hono();

  app.get(
    '/check/:id',
    withUpload((c, { id, upload, expires }) => {
      if (!upload.done) return show(c, progressPage(id, upload, expires));
      const [only] = upload.reports;
      if (only && upload.reports.length === 1 && upload.files.length === 1)
        return show(c, reportPage({ id, upload, expires, index: 0, examined: only }));
      return show(c, resultPage(id, upload, expires, viewOf(c.req.query('show'), c.req.query('order'))));
    }),
  );

  app.get('/check/:id/progress', (c) => {
    const kept = uploads.get(c.req.param('id'));
    if (!kept) return c.json({ message: '没有这个结果。' }, 404);
    const { files, done } = kept.value;
    return c.json({ done, total: files.length, read: files.filter(({ state }) => state === 'done').length });
  });

  app.post('/check/:id/delete', ownPagesOnly(config), (c) => {
    uploads.delete(c.req.param('id'));
    return c.redirect('/check', 303);
  });

  app.get(
    '/check/:id/compare',
    withUpload(async (c, { id, upload }) => {
      const a = positionOf(c.req.query('a'), upload);
      const b = positionOf(c.req.query('b'), upload);
      if (a === null || b === null) return gone(c);
      const [left, right] = [upload.reports[a] as ExaminedReport, upload.reports[b] as ExaminedReport];
      const asks = { left: left.report, right: right.report };
      const comparison = await readers.run('compare', asks, { lane: upload.lane });
      return show(c, comparePage(id, upload, [a, b], comparison));
    }),
  );

  app.get(
    '/check/:id/family',
    withUpload(async (c, { id, upload }) => {
      const parent = positionOf(c.req.query('parent'), upload);
      const family = parent === null ? null : familyOf(upload, parent);
      if (!family || family.children.length === 0) return gone(c);
      const reportOf = (index: number) => (upload.reports[index] as ExaminedReport).report;
      const asks = {
        parent: reportOf(family.parent),
        children: family.children.map(reportOf),
        options: upload.options,
      };
      const findings = await readers.run('family', asks, { lane: upload.lane });
      return show(c, familyPage(id, upload, family, findings));
    }),
  );

  app.get(
    '/check/:id/:index{[0-9]+}',
    withReport((c, found) => show(c, reportPage(found))),
  );

  app.get(
    '/check/:id/:index/cells/:cell',
    withReport((c, found) => {
      const cell = c.req.param('cell') ?? '';
      return isCellId(cell) ? show(c, cellPage(found, cell)) : gone(c);
    }),
  );

  return app;
};

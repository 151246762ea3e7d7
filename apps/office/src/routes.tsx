import { type ComponentType, lazy } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { PageProblem } from './frame/page-problem.tsx';
import { Gate } from './session/gate.tsx';

/**
 * A page whose code is fetched when it is gone to. Not by the route's own `lazy`: where that fails, the router shows
 * an empty page instead of the problem.
 */
const page = (path: string, load: () => Promise<ComponentType>): RouteObject => {
  const Page = lazy(async () => ({ default: await load() }));
  return { path, errorElement: <PageProblem />, element: <Page /> };
};

export const router = createBrowserRouter(
  [
    {
      path: '/',
      element: <Gate />,
      errorElement: <PageProblem />,
      children: [
        page('', async () => (await import('./home/home-page.tsx')).HomePage),
        page('agencies', async () => (await import('./agency/agencies-page.tsx')).AgenciesPage),
        page('agencies/import', async () => (await import('./agency/import-page.tsx')).ImportAgenciesPage),
        page('agencies/:id', async () => (await import('./agency/agency-page.tsx')).AgencyPage),
        page('people', async () => (await import('./person/people-page.tsx')).PeoplePage),
        page('people/:id', async () => (await import('./person/person-page.tsx')).PersonPage),
        page('people/:id/hand-over', async () => (await import('./person/hand-over-page.tsx')).HandOverPage),
        page(
          'authorisation',
          async () => (await import('./person/authorisation-page.tsx')).AuthorisationPage,
        ),
        page('tokens', async () => (await import('./token/tokens-page.tsx')).TokensPage),
        page(
          'requests/expired',
          async () => (await import('./request/archive/expired-page.tsx')).ExpiredPage,
        ),
        page('requests', async () => (await import('./request/list/requests-page.tsx')).RequestsPage),
        page(
          'requests/register',
          async () => (await import('./request/list/register-page.tsx')).RegisterPage,
        ),
        page('requests/similar', async () => (await import('./request/list/similar-page.tsx')).SimilarPage),
        page('requests/:id', async () => (await import('./request/case/case-page.tsx')).CasePage),
        page('columns', async () => (await import('./column/columns-page.tsx')).ColumnsPage),
        page(
          'letter-templates',
          async () => (await import('./request/letter/letter-templates-page.tsx')).LetterTemplatesPage,
        ),
        page('calendar', async () => (await import('./calendar/calendar-page.tsx')).CalendarPage),
        page('calendar/import', async () => (await import('./calendar/import-page.tsx')).ImportYearPage),
        page('settings', async () => (await import('./setting/settings-page.tsx')).OperationPage),
        page('security', async () => (await import('./setting/settings-page.tsx')).SecurityPage),
        page('audit', async () => (await import('./audit/audit-page.tsx')).AuditPage),
        page('mail', async () => (await import('./operation/mail-page.tsx')).MailPage),
        page('jobs', async () => (await import('./operation/jobs-page.tsx')).JobsPage),
        page('check', async () => (await import('./check/check-page.tsx')).CheckPage),
        page('account', async () => (await import('./account/account-page.tsx')).AccountPage),
        page(
          'requests/:id/files/:fileId/redaction',
          async () => (await import('./request/redaction/redaction-page.tsx')).RedactionPage,
        ),
        page('*', async () => (await import('./frame/no-such-page.tsx')).NoSuchPage),
      ],
    },
  ],
  { basename: '/office' },
);

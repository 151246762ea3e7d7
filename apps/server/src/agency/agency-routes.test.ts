import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import exceljs from 'exceljs';
import { Hono } from 'hono';
import { serveApi } from '../platform/api/serve-api.ts';
import { agencyRoutes } from './agency-routes.ts';
import { openTestDistrict } from './agency-test-kit.ts';
import { type ApiContext, publicApi } from './api.ts';
import { calendarRoutes } from './calendar-routes.ts';
import type { Caller } from './caller.ts';
import { request } from './people-test-kit.ts';
import { settingRoutes } from './setting-routes.ts';
import { notificationRoutes, workRoutes } from './work-routes.ts';

describe('the API on agencies, calendar, settings and work', async () => {
  const { spine, administrator, as, governmentId, officeId } = await openTestDistrict();
  const router = {
    agency: agencyRoutes([]),
    calendar: calendarRoutes,
    setting: settingRoutes([]),
    work: workRoutes,
    notification: notificationRoutes,
  };
  let caller: Caller | null = administrator;
  const app = new Hono().all(
    '/api/*',
    serveApi<ApiContext>(
      // The whole contract has more parts; these are the ones that are asked here.
      publicApi.router(router as never),
      async () => ({ spine, caller, request: request(), answer: { headers: new Headers() } }),
      () => 'r1',
    ),
  );
  const ask = async (method: string, path: string, body?: object) => {
    const isForm = body instanceof FormData;
    const answer = await app.request(`/api${path}`, {
      method,
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
      ...(body && !isForm && { headers: { 'content-type': 'application/json' } }),
    });
    return { status: answer.status, body: (await answer.json()) as never as Record<string, unknown> };
  };
  const form = (fields: Readonly<Record<string, string | File>>): FormData => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    return data;
  };
  const sheet = (text: string) => new File([text], '单位.csv', { type: 'text/csv' });

  it('shows the tree, one agency in it, and changes it', async () => {
    const list = await ask('GET', '/agencies?closed=true');
    assert.equal(list.status, 200);
    assert.deepEqual(
      (list.body as never as { name: string }[]).map(({ name }) => name),
      ['云山区人民政府', '云山区人民政府办公室'],
    );
    assert.equal((await ask('PATCH', `/agencies/${officeId}`, { phone: '0000-1', fax: '' })).status, 200);
    const { body } = await ask('GET', `/agencies/${officeId}`);
    assert.deepEqual([body.phone, body.fax, body.isCompetent], ['0000-1', null, true]);
    const made = await ask('POST', '/agencies', {
      parentId: governmentId,
      kind: 'department',
      name: '云山区档案局',
      shortName: '档案局',
      regionCode: '990101',
    });
    assert.equal(made.status, 200);
    const { id } = made.body as { id: string };
    for (const [path, sent] of [
      ['move', { parentId: officeId }],
      ['close', { closedOn: '2026-03-16' }],
    ] as const)
      assert.equal((await ask('POST', `/agencies/${id}/${path}`, sent)).status, 200, path);
    const wrong = await ask('POST', `/agencies/${officeId}/close`, { closedOn: '2026-02-30' });
    assert.equal(wrong.status, 422);
    assert.equal(wrong.body.code, 'INPUT_INVALID');
  });

  it('takes a table of agencies as a form, and gives the template as a file with its name', async () => {
    const file = sheet('上级单位,单位名称,类别\n云山区人民政府,云山区文化和旅游局,政府部门\n');
    const preview = await ask('POST', '/agencies/import/preview', form({ file }));
    assert.deepEqual([preview.status, preview.body.created], [200, 1]);
    assert.equal((await ask('POST', '/agencies/import', form({ file }))).body.created, 1);
    assert.equal((await ask('POST', '/agencies/import', form({ file }))).body.unchanged, 1);
    const refused = await ask('POST', '/agencies/import', form({ file: sheet('单位名称,上级单位\n,甲\n') }));
    assert.deepEqual([refused.status, refused.body.code], [422, 'IMPORT_HAS_PROBLEMS']);
    assert.equal((await ask('POST', '/agencies/import', form({ file: '不是文件' }))).status, 422);

    const template = await app.request('/api/agencies/import/template');
    assert.equal(template.status, 200);
    assert.match(
      template.headers.get('content-disposition') ?? '',
      new RegExp(encodeURIComponent('单位导入模板.xlsx')),
    );
    const book = new exceljs.Workbook();
    await book.xlsx.load(await template.arrayBuffer());
    assert.equal(book.worksheets[0]?.name, '单位');
  });

  it('takes a year of the calendar as a form or as text', async () => {
    const source = '国务院办公厅关于2027年部分节假日安排的通知';
    const text = '2027-01-01至2027-01-03,放假,元旦';
    const asForm = await ask(
      'POST',
      '/calendar/import/preview',
      form({ year: '2027', source, file: new File([text], 'x.txt') }),
    );
    assert.deepEqual([asForm.status, asForm.body.problemCount], [200, 0]);
    const asText = await ask('POST', '/calendar/import', {
      year: 2027,
      source,
      announced: '2026-11-10',
      text,
    });
    assert.equal((asText.body.year as { source: string }).source, source);
    const listed = await ask('GET', '/calendar/years');
    assert.equal((listed.body.years as { origin: string }[])[0]?.origin, 'imported');
    assert.equal((await app.request('/api/calendar/import/template?year=2027')).status, 200);
    assert.equal((await ask('POST', '/calendar/import', { year: 2027, source: ' ', text })).status, 422);
  });

  it('shows settings, work and notifications to whom they belong', async () => {
    assert.equal((await ask('GET', '/settings?kind=operation')).status, 200);
    const changed = await ask('PATCH', '/settings', {
      changes: [{ name: 'operation.audit_months', value: 3 }],
    });
    assert.deepEqual([changed.status, changed.body.code], [422, 'SETTING_INVALID']);
    for (const path of ['/work-items?page=1&size=10', '/work-items/counts', '/notifications?unread=true'])
      assert.equal((await ask('GET', path)).status, 200, path);
    assert.deepEqual((await ask('GET', '/notifications/unread')).body, { count: 0 });
    assert.equal((await ask('POST', '/notifications/mark-read', {})).status, 200);
    caller = { ...(await as('officer')), actor: { kind: 'token', id: null, postId: null }, scopes: [] };
    assert.equal((await ask('GET', '/notifications')).status, 403);
    caller = null;
    for (const path of ['/agencies', '/settings', '/work-items', '/notifications', '/calendar/years'])
      assert.equal((await ask('GET', path)).status, 401, path);
    caller = administrator;
  });
});

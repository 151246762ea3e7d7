import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSetting } from '../platform/setting/read-setting.ts';
import type { SettingDefinition } from '../platform/setting/setting.ts';
import { openTestDistrict, refusalOf } from './agency-test-kit.ts';
import { changeSettings } from './change-settings.ts';
import { listSettings } from './list-settings.ts';
import { operationSettings } from './operation-settings.ts';
import { PermissionDenied } from './permit.ts';
import { securitySettings } from './security-policy.ts';

const { auditMonths, mailSender, demonstration } = operationSettings;
const definitions: readonly SettingDefinition[] = [
  ...Object.values(operationSettings),
  ...Object.values(securitySettings),
];

describe('the settings of the installation', async () => {
  const { spine, administrator, as, officeId, clock } = await openTestDistrict();
  const { db } = spine;
  const change = (
    changes: readonly { readonly name: string; readonly value: string | number | boolean | null }[],
    caller = administrator,
  ) => changeSettings(spine, caller, definitions, { changes: [...changes] });

  it('are listed with all that a form needs', async () => {
    const listed = await listSettings(spine, administrator, definitions, 'operation');
    assert.deepEqual(
      listed.map(({ name }) => name),
      Object.values(operationSettings).map(({ name }) => name),
    );
    const { type, unit, least, most, defaultValue, value, choices } = listed[0] ?? {};
    assert.deepEqual(
      [type, unit, least, most, defaultValue, value, choices],
      ['integer', '个月', 0, 1200, 0, 0, null],
    );
    const secondFactor = (await listSettings(spine, administrator, definitions, 'security')).find(
      ({ name }) => name === securitySettings.secondFactor.name,
    );
    assert.deepEqual(
      secondFactor?.choices?.map(({ value: choice }) => choice),
      ['administrators', 'all', 'nobody'],
    );
  });

  it('keep the log for ever or as long as the law asks, nothing between', async () => {
    for (const months of [1, 5, -1, 1201, 6.5])
      assert.match(await refusalOf(change([{ name: auditMonths.name, value: months }])), /审计日志/);
    for (const months of [6, 36, 0]) {
      await change([{ name: auditMonths.name, value: months }]);
      assert.equal(await readSetting(db, auditMonths), months);
    }
  });

  it('are changed all together or not at all, each change recorded with what was before', async () => {
    await assert.rejects(
      change([
        { name: demonstration.name, value: true },
        { name: mailSender.name, value: '不是邮箱' },
      ]),
      { code: 'SETTING_INVALID', field: mailSender.name },
    );
    assert.equal(await readSetting(db, demonstration), false);
    await change([
      { name: mailSender.name, value: 'gk@yunshan.example' },
      { name: demonstration.name, value: false },
    ]);
    await change([{ name: mailSender.name, value: null }]);
    const events = await db
      .selectFrom('event')
      .select('data')
      .where('kind', '=', 'setting_changed')
      .where('subject_id', '=', mailSender.name)
      .orderBy('id')
      .execute();
    assert.deepEqual(
      events.map(({ data }) => [data.before, data.after]),
      [
        ['', 'gk@yunshan.example'],
        ['gk@yunshan.example', ''],
      ],
    );
    assert.match(
      await refusalOf(change([{ name: 'operation.nothing', value: 1 }])),
      /没有“operation.nothing”/,
    );
  });

  it('are each for their own administrator, the security policy after a proof of who it is', async () => {
    const security = await as('security_administrator');
    const policy = { name: securitySettings.idleMinutes.name, value: 20 };
    const operation = { name: demonstration.name, value: true };
    await assert.rejects(change([policy]), PermissionDenied);
    await assert.rejects(change([operation], security), PermissionDenied);
    await assert.rejects(change([policy, operation], security), PermissionDenied);
    assert.equal(await readSetting(db, securitySettings.idleMinutes), 30, 'together they did nothing');
    await assert.rejects(change([policy], { ...security, confirmedAt: null }), {
      code: 'CONFIRMATION_NEEDED',
    });
    await change([policy], { ...security, confirmedAt: clock.now });
    assert.equal(await readSetting(db, securitySettings.idleMinutes), 20);

    for (const role of ['officer', 'disclosure_head', 'supervisor', 'audit_administrator'] as const) {
      const caller = await as(role);
      await assert.rejects(change([operation], caller), PermissionDenied, role);
      if (role !== 'audit_administrator')
        await assert.rejects(listSettings(spine, caller, definitions), PermissionDenied, role);
    }
    // An agency's own administrator doesn't set what holds for the whole installation.
    const below = await as('system_administrator', officeId);
    await assert.rejects(change([operation], below), PermissionDenied);
    await assert.rejects(listSettings(spine, below, definitions), PermissionDenied);
  });
});

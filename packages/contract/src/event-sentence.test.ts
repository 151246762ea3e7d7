import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventSentence } from './event-sentence.ts';

const names = { actor: '顾安平', agency: '民政局', person: '李慧敏' };

test('a sentence says who did what to whom, in words and not in codes', () => {
  assert.equal(
    eventSentence('post_authorised', names, { role: 'officer' }),
    '顾安平授权李慧敏任民政局经办人',
  );
  assert.equal(
    eventSentence('person_changed', names, { fields: ['phone', 'agency_id'] }),
    '顾安平修改了民政局李慧敏的信息（电话、所在单位）',
  );
  assert.equal(
    eventSentence('permission_denied', names, { action: 'audit.search' }),
    '顾安平尝试了没有权限的操作（检索审计日志），已被拒绝',
  );
});

test('a sign-in under a name that does not exist is told as such', () => {
  assert.equal(
    eventSentence(
      'sign_in_refused',
      { actor: null, agency: null, person: null },
      { reason: 'unknown', address: '10.1.2.3' },
    ),
    '未知账号登录未成功（没有这个用户名），来自 10.1.2.3',
  );
});

test('what an event does not have is a dash, and a kind that nobody knows stays as it is', () => {
  assert.equal(eventSentence('column_created', names, {}), '顾安平新增了民政局的栏目“—”');
  assert.equal(eventSentence('never_heard_of', names, {}), 'never_heard_of');
});

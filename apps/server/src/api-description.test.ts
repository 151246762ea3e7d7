import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contract } from '@gongkai/contract';
import { describeApi } from './platform/api/describe-api.ts';

interface Described {
  readonly components: { readonly schemas: object };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly summary: string;
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

test('the description says of every operation in Chinese what it does, and how it may be refused', async () => {
  const described = (await describeApi(contract)) as Described;
  const operations = Object.values(described.paths).flatMap((methods) => Object.values(methods));
  assert.ok(operations.length > 50, String(operations.length));
  for (const { summary, responses } of operations) {
    assert.match(summary, /\p{Script=Han}/u);
    assert.deepEqual(
      Object.keys(responses).toSorted(),
      ['200', '401', '403', '404', '409', '422', '429', 'default'],
      summary,
    );
    for (const { description } of Object.values(responses)) assert.match(description, /\p{Script=Han}/u);
  }
  assert.ok('Problem' in described.components.schemas);
});

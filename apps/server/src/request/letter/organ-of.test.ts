import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AgencyEntry, AgencyKind } from '@gongkai/contract';
import { findRemedy } from '@gongkai/statute';
import { organOf } from './organ-of.ts';

const above = (kind: AgencyKind, name: string): AgencyEntry => ({
  id: name,
  parentId: null,
  kind,
  name,
  shortName: name,
  isCompetent: false,
  sort: 0,
  closedOn: null,
});
const government = above('government', '云山区人民政府');
const unset = {
  organKind: null,
  reviewGovernment: null,
  reviewDepartment: null,
  localGovernment: null,
  court: null,
} as const;
const agency = (kind: AgencyKind, name: string, entries: readonly AgencyEntry[], regionCode = '990101') => ({
  ...unset,
  kind,
  name,
  regionCode,
  above: [...entries],
});
const bodyOf = (organ: ReturnType<typeof organOf>, date = '2026-03-16') => {
  const remedy = findRemedy({ subject: 'refused', date, organ });
  return remedy.ok ? remedy.value.bodies.map(({ name }) => name) : remedy.reason;
};

test('a department is reviewed by its own government, a township by the government above (行政复议法第二十四条)', () => {
  const bureau = organOf(agency('department', '云山区民政局', [government]));
  assert.deepEqual([bureau.kind, bodyOf(bureau)], ['localDepartment', ['云山区人民政府']]);
  const town = organOf(agency('township', '云山区青石镇人民政府', [government]));
  assert.deepEqual([town.kind, bodyOf(town)], ['townshipGovernment', ['云山区人民政府']]);
  const street = organOf(agency('township', '云山区白云街道办事处', [government]));
  assert.deepEqual([street.kind, bodyOf(street)], ['governmentOutpost', ['云山区人民政府']]);
});

test('the level of a government follows from its region code', () => {
  const kindOf = (code: string) => organOf(agency('government', '某某人民政府', [], code)).kind;
  assert.deepEqual(['990000', '990100', '990102'].map(kindOf), [
    'provincialGovernment',
    'cityGovernment',
    'countyGovernment',
  ]);
});

test('who has nobody above in the tree is told what to fill in, and what is filled in counts', () => {
  const top = agency('government', '云山区人民政府', []);
  assert.match(String(bodyOf(organOf(top))), /行政复议机关是上一级人民政府，还没有填写/);
  assert.deepEqual(bodyOf(organOf({ ...top, reviewGovernment: '云州市人民政府' })), ['云州市人民政府']);
});

test('a branch of a city department may be reviewed where it sits, if that is filled in (行政复议法第二十四条第四款)', () => {
  const branch = organOf({
    ...agency('department', '云州市自然资源局云山分局', [government]),
    organKind: 'departmentBranch',
    reviewGovernment: '云州市人民政府',
    reviewDepartment: '云州市自然资源局',
    localGovernment: '云山区人民政府',
  });
  assert.deepEqual(bodyOf(branch), ['云州市人民政府', '云山区人民政府']);
  assert.deepEqual(bodyOf(branch, '2023-12-01'), ['云州市自然资源局', '云州市人民政府']);
});

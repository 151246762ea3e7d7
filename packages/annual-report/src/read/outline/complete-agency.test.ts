import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeAgency } from './complete-agency.ts';

test('the name of the file completes a short agency by the places in front of it', () => {
  assert.equal(
    completeAgency('市中区生态环境分局', '001-枣庄市市中区生态环境分局-2020.txt'),
    '枣庄市市中区生态环境分局',
  );
  assert.equal(
    completeAgency('云溪县水利局', '年报/湖南省青山市云溪县水利局2021年度报告.docx'),
    '湖南省青山市云溪县水利局',
  );
  assert.equal(
    completeAgency('云溪县水利局', '青山市云溪县水利局政府信息公开工作年度报告.pdf'),
    '青山市云溪县水利局',
  );
});

test('another organ, words that are no place, or a name that goes on change nothing', () => {
  for (const [agency, file] of [
    ['市管理局', '青山城市管理局.txt'],
    ['云溪县水利局', '附件云溪县水利局.txt'],
    ['生态环境局', '青山市生态环境局云溪分局.txt'],
    ['云溪县水利局', '云溪县水利局.txt'],
    ['云溪县水利局', '青山市云溪县林业局.txt'],
    ['云溪县水利局', undefined],
  ] as const)
    assert.equal(completeAgency(agency, file), agency);
  assert.equal(completeAgency(null, '青山市云溪县水利局.txt'), null);
});

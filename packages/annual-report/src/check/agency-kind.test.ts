import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AgencyKind, describeAgency } from './agency-kind.ts';

const names: readonly (readonly [string, AgencyKind])[] = [
  ['淮安市人民政府', 'cityGovernment'],
  ['江苏省人民政府', 'provincialGovernment'],
  ['重庆市人民政府', 'provincialGovernment'],
  ['内蒙古自治区人民政府', 'provincialGovernment'],
  ['重庆市大渡口区人民政府', 'countyGovernment'],
  ['沭阳县人民政府', 'countyGovernment'],
  ['延边朝鲜族自治州人民政府', 'cityGovernment'],
  ['沭阳县桑墟镇人民政府', 'townshipGovernment'],
  ['桑墟镇人民政府', 'townshipGovernment'],
  ['昆明市高新区古塔镇人民政府', 'townshipGovernment'],
  ['苏州市昆山市人民政府', 'countyGovernment'],
  ['昆山市人民政府', 'cityGovernment'],
  ['大兴安岭地区行政公署', 'cityGovernment'],
  ['高新区医疗保障局', 'department'],
  ['某某县回族乡人民政府', 'townshipGovernment'],
  ['武汉市硚口区汉正街道办事处', 'subDistrict'],
  ['重庆市大渡口区生态环境局', 'department'],
  ['重庆市大渡口区城市管理局', 'department'],
  ['海东市生态环境局', 'department'],
  ['市生态环境局', 'department'],
  ['淮安市人民政府办公室', 'department'],
  ['株洲市生态环境局渌口分局', 'branch'],
  ['枣庄市市中区生态环境分局', 'branch'],
  ['淮安市市场监督管理局', 'department'],
  ['国家税务总局淮安市税务局', 'department'],
  ['苏州工业园区管理委员会', 'zone'],
  ['武汉东湖新技术开发区管理委员会', 'zone'],
  ['国家发展和改革委员会', 'nationalDepartment'],
  ['教育部', 'nationalDepartment'],
  ['中华人民共和国财政部', 'nationalDepartment'],
  ['', 'unknown'],
  ['某某报社集团', 'unknown'],
];

for (const [name, kind] of names)
  test(`“${name}” is taken for a ${kind}`, () => {
    assert.equal(describeAgency(name).kind, kind);
  });

test('the places of a name are told apart from the organ', () => {
  assert.deepEqual(describeAgency('重庆市大渡口区城市管理局').places, ['重庆市', '大渡口区']);
  assert.equal(describeAgency('重庆市大渡口区城市管理局').body, '城市管理局');
  assert.equal(describeAgency('淮安市市场监督管理局').body, '市场监督管理局');
  assert.equal(describeAgency('淮安市住房和城乡建设局').body, '住房和城乡建设局');
  assert.deepEqual(describeAgency('市城市管理局').places, []);
  assert.deepEqual(describeAgency('呼和浩特市和林格尔县人民政府').places, ['呼和浩特市', '和林格尔县']);
});

import type { Category } from './category.ts';

/** Who owes the information of an entry besides that of Art. 20. */
export type Article21Level = 'cityAndCounty' | 'township';

export interface Article21Category extends Category {
  readonly level: Article21Level;
}

const entry =
  (level: Article21Level) =>
  <const Id extends string>(id: Id, name: string) =>
    ({ id, name, level }) as const;

const city = entry('cityAndCounty');
const town = entry('township');

/** 条例第二十一条：设区的市级、县级人民政府及其部门，乡（镇）人民政府还应当主动公开的政府信息。 */
export const article21 = [
  city('municipal_works', '市政建设'),
  city('public_services', '公共服务'),
  city('public_welfare', '公益事业'),
  city('land_expropriation', '土地征收'),
  city('housing_expropriation', '房屋征收'),
  city('public_order', '治安管理'),
  city('social_assistance', '社会救助'),
  town('town_rural_policy', '贯彻落实农业农村政策'),
  town('town_irrigation', '农田水利工程建设运营'),
  town('town_land_contracts', '农村土地承包经营权流转'),
  town('town_homesteads', '宅基地使用情况审核'),
  town('town_land_expropriation', '土地征收'),
  town('town_housing_expropriation', '房屋征收'),
  town('town_levies', '筹资筹劳'),
  town('town_social_assistance', '社会救助'),
] as const satisfies readonly Article21Category[];

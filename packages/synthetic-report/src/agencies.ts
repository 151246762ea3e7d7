import type { Random } from './random.ts';

export const agencyKinds = [
  'township',
  'subdistrict',
  'countyDepartment',
  'branch',
  'cityDepartment',
  'countyGovernment',
  'cityGovernment',
  'zone',
] as const;

export type AgencyKind = (typeof agencyKinds)[number];

/** An invented agency; the names are of the shapes that real ones have, the places do not exist. */
export interface Agency {
  readonly kind: AgencyKind;
  /** 全称, as in a title. */
  readonly name: string;
  /** How it is called in running text: 区生态环境局. */
  readonly short: string;
  /** How it speaks of itself: 我局, 我镇. */
  readonly self: string;
  /** What it answers for: 全区, 全镇, 全局. */
  readonly whole: string;
  readonly city: string;
  readonly county: string;
}

const cities = [
  '云岭市',
  '临渡市',
  '澄安市',
  '昭川市',
  '榆浦市',
  '望洲市',
  '崇陵市',
  '霞浔市',
  '朔台市',
  '陇汇市',
  '琼湾市',
  '黔池市',
] as const;
const counties = [
  '青岩县',
  '双桥区',
  '石渡区',
  '沅陂县',
  '高新区',
  '新浦区',
  '清溪县',
  '白沙黎族自治县',
  '金川彝族苗族自治县',
  '乌兰淖旗',
  '南屏市',
  '东堰区',
  '渌河区',
  '龙泓县',
  '阿图勒克县',
  '江陵渡区',
] as const;
const towns = [
  '柳河',
  '三岔',
  '石板',
  '桃源',
  '大垭',
  '金盆',
  '红岩',
  '双龙',
  '马家堡',
  '杨柳青湾',
  '古塔',
  '牛场',
  '新华',
  '八一',
] as const;
const fields = [
  '生态环境局',
  '城市管理局',
  '自然资源和规划局',
  '人力资源和社会保障局',
  '市场监督管理局',
  '教育局',
  '公安局',
  '民政局',
  '财政局',
  '住房和城乡建设局',
  '交通运输局',
  '农业农村局',
  '文化和旅游局',
  '卫生健康委员会',
  '应急管理局',
  '审计局',
  '统计局',
  '医疗保障局',
  '行政审批服务局',
  '发展和改革委员会',
] as const;

/** 县 → 县, 自治县 → 县, 区 → 区, 旗 → 旗, 县级市 → 市. */
const level = (county: string): string => (county === '高新区' ? '区' : county.slice(-1));

export const inventAgency = (random: Random, kind: AgencyKind = random.pick(agencyKinds)): Agency => {
  const city = random.pick(cities);
  const county = random.pick(counties);
  const rank = level(county);
  const field = random.pick(fields);
  const town = random.pick(towns);
  const body = field.endsWith('委员会') ? '委' : '局';
  const common = { kind, city, county } as const;
  switch (kind) {
    case 'township': {
      const type = random.pick(['镇', '镇', '乡', '土家族乡']);
      const tail = type.slice(-1);
      return {
        ...common,
        name: `${random.chance(0.5) ? city : ''}${county}${town}${type}人民政府`,
        short: `${town}${type}`,
        self: `我${tail}`,
        whole: `全${tail}`,
      };
    }
    case 'subdistrict':
      return {
        ...common,
        name: `${random.chance(0.4) ? city : ''}${county}人民政府${town}街道办事处`,
        short: `${town}街道`,
        self: '我街道',
        whole: '全街道',
      };
    case 'countyDepartment':
      return {
        ...common,
        name: `${random.chance(0.5) ? city : ''}${county}${field}`,
        short: `${rank}${field}`,
        self: `我${body}`,
        whole: `全${body}`,
      };
    case 'branch': {
      const place = county.replace(/[县区市旗]$/, '');
      return random.chance(0.5)
        ? {
            ...common,
            name: `${city}生态环境局${place}分局`,
            short: `${place}分局`,
            self: '我局',
            whole: '全局',
          }
        : {
            ...common,
            name: `${city}${county}生态环境分局`,
            short: `${county}生态环境分局`,
            self: '我局',
            whole: '全局',
          };
    }
    case 'cityDepartment':
      return {
        ...common,
        name: `${city}${field}`,
        short: `市${field}`,
        self: `我${body}`,
        whole: `全${body}`,
      };
    case 'countyGovernment':
      return {
        ...common,
        name: `${random.chance(0.4) ? city : ''}${county}人民政府`,
        short: `${rank}人民政府`,
        self: `我${rank}`,
        whole: `全${rank}`,
      };
    case 'cityGovernment':
      return { ...common, name: `${city}人民政府`, short: '市人民政府', self: '我市', whole: '全市' };
    case 'zone':
      return {
        ...common,
        name: `${city}经济技术开发区管理委员会`,
        short: '经开区管委会',
        self: '我区',
        whole: '全区',
      };
  }
};

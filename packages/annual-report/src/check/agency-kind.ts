/**
 * What kind of organ a name belongs to. Only what the name itself says: `unknown` where it does not.
 *
 * - `nationalDepartment`: departments and organs directly under the State Council (国务院部门)
 * - `provincialGovernment`: provinces, autonomous regions, municipalities under the central government
 * - `cityGovernment`: names ending in 市/自治州; a county-level city (县级市) named without its superior looks the same
 * - `countyGovernment`: counties, districts, banners
 * - `townshipGovernment`: 乡镇; `subDistrict`: 街道办事处
 * - `department`: departments and working bodies of local governments
 * - `branch`: field offices of departments (分局、所、派出机构)
 * - `zone`: administrative committees of development zones (开发区管委会)
 */
export type AgencyKind =
  | 'nationalDepartment'
  | 'provincialGovernment'
  | 'cityGovernment'
  | 'countyGovernment'
  | 'townshipGovernment'
  | 'subDistrict'
  | 'department'
  | 'branch'
  | 'zone'
  | 'unknown';

export interface Agency {
  /** Without spaces and brackets; empty where the report names none. */
  readonly name: string;
  readonly kind: AgencyKind;
  /** The places in the name, outermost first, without what follows: 重庆市, 大渡口区. */
  readonly places: readonly string[];
  /** What is left behind the places: 生态环境局, 人民政府. */
  readonly body: string;
}

const placeName =
  /^(?:[\p{Script=Han}]{2,8}?(?:自治区|自治州|自治县|自治旗|特别行政区|地区|街道|省|市|县|州|盟|旗|镇|乡|区))/u;

// Departments whose names hold a syllable that looks like the end of a place: 城市管理局, 市场监督管理局, 乡村振兴局.
const notAPlace =
  /^(?:城市|城乡|城镇|乡村|市场|市政|市容|区域|地区|社区|行政区划|州县|街道办|省级|市直|县直|区直|自然|民政|人民|国家|中国)/u;

const splitPlaces = (name: string): readonly [readonly string[], string] => {
  const places: string[] = [];
  let rest = name;
  while (places.length < 5 && !notAPlace.test(rest)) {
    // 市城市管理局, as a short name: the first 市 is the whole place.
    if (/^[省市县区州旗]/u.test(rest) && notAPlace.test(rest.slice(1))) break;
    const place = placeName.exec(rest)?.[0];
    // 住房和城乡建设局: the department's own subject, not a place.
    if (!place || place.length === rest.length || /(?:城乡|城市|城镇|市场|社区)$/u.test(place)) break;
    // 高新技术产业开发区管委会: the zone is the organ itself, not a place in front of it.
    if (/^(?:管理委员会|管委会|管理局|党工委)/u.test(rest.slice(place.length))) break;
    places.push(place);
    rest = rest.slice(place.length);
  }
  return [places, rest];
};

const governmentKind = (name: string): AgencyKind => {
  const place = name.replace(/(?:人民政府|行政公署|行署)$/u, '');
  if (/(?:镇|乡|苏木)$/u.test(place)) return 'townshipGovernment';
  if (/街道$/u.test(place)) return 'subDistrict';
  if (/(?:省|自治区)$/u.test(place)) return 'provincialGovernment';
  if (/^(?:北京|天津|上海|重庆)市$/u.test(place)) return 'provincialGovernment';
  if (/(?:县|旗|区)$/u.test(place)) return place.endsWith('地区') ? 'cityGovernment' : 'countyGovernment';
  // A city inside a city, prefecture or league is a county-level city (县级市).
  if (/.(?:市|州|盟|地区).+市$/u.test(place)) return 'countyGovernment';
  return /(?:市|州|盟)$/u.test(place) ? 'cityGovernment' : 'unknown';
};

const kindOf = (name: string, places: readonly string[], body: string): AgencyKind => {
  if (/(?:人民政府|行政公署|行署)$/u.test(name)) return governmentKind(name);
  if (/街道(?:办事处|办)?$/u.test(name)) return 'subDistrict';
  if (/(?:管理委员会|管委会)$/u.test(name) && /(?:区|园|城|港|岛)/u.test(name)) return 'zone';
  if (/^国家税务总局.+税务局/u.test(name)) return 'department';
  if (/(?:分局|派出所|监管所|管理所|税务所|司法所|工作站|分队|支局)$/u.test(name)) return 'branch';
  if (/^(?:中华人民共和国|国务院)/u.test(name)) return /政府$/u.test(name) ? 'unknown' : 'nationalDepartment';
  if (places.length === 0 && /^(?:国家|中国).{2,12}(?:局|委员会|总局|署|银行|委)$/u.test(name))
    return 'nationalDepartment';
  if (places.length === 0 && /^(?:.{2,8}部|.{2,6}总署|审计署)$/u.test(name)) return 'nationalDepartment';
  if (/(?:局|委员会|委|厅|办公室|办公厅|办|中心|大队|支队|总队|院|馆|处|社|部|会|站|所)$/u.test(body))
    return places.length > 0 || /^(?:省|市|县|区|州)/u.test(name) ? 'department' : 'unknown';
  return 'unknown';
};

/** Reads an organ's name. Never throws; an absent name gives `unknown`. */
export const describeAgency = (given: string | null): Agency => {
  const name = (given ?? '').replace(/[\s()（）【】[\]]/gu, '');
  if (name === '') return { name, kind: 'unknown', places: [], body: '' };
  const [places, body] = splitPlaces(name);
  return { name, kind: kindOf(name, places, body), places, body };
};

export const isGovernment = (kind: AgencyKind): boolean => kind.endsWith('Government');

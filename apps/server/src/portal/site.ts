/** Whose portal it is: what stands in its header, its footer and the meta tags of each page. */
export interface Site {
  /** The government whose column it is, e.g. 云山区人民政府; SiteName. */
  readonly name: string;
  /** 主办单位 and, where another runs it, 承办单位. */
  readonly organiser: string;
  readonly undertaker: string | null;
  /** 网站标识码: ten digits, given by the registration of government web sites; null before that. */
  readonly idCode: string | null;
  /** SiteDomain, without a scheme: www.example.gov.cn. */
  readonly domain: string;
  /** Where help is given in person and by phone (条例第四十三条). */
  readonly address: string;
  readonly officeHours: string;
  readonly phone: string;
  /** ICP备案号, 公安备案号 and their like, as they are printed. */
  readonly records: readonly string[];
  /** A line above the header of every page, e.g. that this is a demonstration. */
  readonly notice: string | null;
}

/** The invented district that `npm start` shows. */
export const demonstrationSite: Site = {
  name: '云山区人民政府',
  organiser: '云山区人民政府办公室',
  undertaker: null,
  idCode: null,
  domain: 'yunshan.example',
  address: '云山区云山大道 1 号政务服务中心一楼政府信息公开窗口',
  officeHours: '工作日 9:00—12:00，13:30—17:30',
  phone: '0000-8123456',
  records: [],
  notice: '这是演示系统，云山区是虚构的，所有内容都不是真实的政府信息。',
};

import type { Db } from '../platform/database/open-database.ts';
import { readSettings } from '../platform/setting/read-setting.ts';
import type { TextSetting } from '../platform/setting/setting.ts';
import type { Site } from './site.ts';

const text = (name: string, label: string, help: string, most = 100): TextSetting => ({
  name: `portal.${name}`,
  kind: 'operation',
  group: '门户',
  type: 'text',
  defaultValue: '',
  label,
  help: `${help}保存后半分钟内生效。`,
  most,
});

/** What a site's header, footer and meta tags say, as settings of the installation. */
export const siteSettings = {
  name: text('name', '政府名称', '页眉和网页标题中的名称，如“某某区人民政府”；空则用最上级单位的名称。'),
  organiser: text('organiser', '主办单位', '页脚的主办单位；空则用政府名称。'),
  undertaker: text('undertaker', '承办单位', '页脚的承办单位，没有则留空。'),
  idCode: text('id_code', '网站标识码', '全国政府网站信息报送系统给的 10 位数字（国办发〔2017〕47号）。', 10),
  domain: text('domain', '网站域名', '不带 https://，如 www.example.gov.cn。'),
  address: text('address', '联系地址', '页脚的地址；空则用最上级单位的办公地址。', 200),
  officeHours: text('office_hours', '办公时间', '空则用最上级单位的办公时间。', 200),
  phone: text('phone', '联系电话', '空则用最上级单位的联系电话。', 50),
  records: text('records', '备案号', 'ICP 备案号、公安备案号，用中文分号隔开。', 200),
  notice: text('notice', '页首提示', '每个网页最上面的一行提示，没有则留空。', 200),
} as const satisfies Readonly<Record<keyof Site, TextSetting>>;

/** What the topmost agency says where a setting is left empty. */
export interface SiteDefaults {
  readonly name: string;
  readonly address: string | null;
  readonly officeHours: string | null;
  readonly phone: string | null;
}

/** The site as it is set, read once when the program starts; `domain` is that of the address people type. */
export const readSite = async (db: Db, root: SiteDefaults | null, domain: string): Promise<Site> => {
  const set = await readSettings(db, siteSettings);
  const name = set.name || root?.name || '本级人民政府';
  return {
    name,
    organiser: set.organiser || name,
    undertaker: set.undertaker || null,
    idCode: set.idCode || null,
    domain: set.domain || domain,
    address: set.address || root?.address || '',
    officeHours: set.officeHours || root?.officeHours || '',
    phone: set.phone || root?.phone || '',
    records: set.records
      .split(/[;；]/)
      .map((record) => record.trim())
      .filter(Boolean),
    notice: set.notice || null,
  };
};

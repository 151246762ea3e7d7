import type { Random } from '../random.ts';
import type { Slot, Slots } from './sentence.ts';

/** A sentence about things that no statutory table counts, its own arithmetic right. */
export interface Aside {
  readonly template: string;
  readonly slots: Slots;
}

const own = (name: string, value: number | string, text?: string): Slot => ({
  quantity: `own.${name}`,
  value: String(value),
  ...(text === undefined ? {} : { text }),
});

/** A share in per cent with up to two places, rounded as reports round. */
const percent = (part: number, whole: number, places: number): string =>
  String(Number(((100 * part) / whole).toFixed(places)));

/**
 * Parts and wholes, shares, changes, round numbers: what a check must read as grammar, and must not
 * hold against tables that do not speak of it.
 */
export const aside = (random: Random): Aside => {
  const [web, media] = [random.int(60, 900), random.int(20, 500)];
  const whole = web + media;
  const before = random.int(50, 900);
  const places = random.int(0, 2);
  const parts = { whole: own('published', whole), web: own('web', web), media: own('media', media) };
  const grown = whole >= before;
  return random.pick<Aside>([
    { template: '全年主动公开政府信息{whole}条，其中政府网站{web}条、政务新媒体{media}条。', slots: parts },
    { template: '通过网站公开信息{web}条，通过政务新媒体公开{media}条，共计{whole}条。', slots: parts },
    {
      template: '全年公开各类信息{about}余条，组织政策解读{media}次。',
      slots: {
        about: { ...own('published', Math.floor(whole / 10) * 10), approximate: true },
        media: parts.media,
      },
    },
    {
      template: '网站全年浏览量达{views}万人次，发布信息{whole}条。',
      slots: { views: own('views', `${random.int(1, 90)}.${random.int(1, 9)}`), whole: parts.whole },
    },
    {
      template: `<year>年公开信息{whole}条，上年为{before}条，同比${grown ? '增长' : '下降'}{change}%。`,
      slots: {
        whole: parts.whole,
        before: own('before', before),
        change: own('change', percent(Math.abs(whole - before), before, places)),
      },
    },
    {
      template: '全年公开信息{whole}条，其中网站公开{web}条，占{share}%。',
      slots: { ...parts, share: own('share', percent(web, whole, places)) },
    },
    {
      template: '召开新闻发布会{few}场，制作解读{media}个，办理网民留言{web}条。',
      slots: { few: own('meetings', random.int(2, 12)), media: parts.media, web: parts.web },
    },
  ]);
};

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
 * Figures that stand close to those of the tables and are none of them: other years, other bodies, other
 * business. Whatever the tables hold, nothing can be said of these.
 */
const besides = (random: Random): readonly Aside[] => {
  const n = (name: string, min: number, max: number): Slot => own(name, random.int(min, max));
  const slots = {
    a: n('a', 1, 900),
    b: n('b', 1, 900),
    c: n('c', 1, 90),
    d: n('d', 1, 90),
    many: n('many', 1000, 9000),
  };
  return [
    '办理12345政务服务便民热线工单{many}件，接待群众来访{a}批次，回复网民留言{b}条。',
    '承办人大代表建议{c}件、政协委员提案{d}件，均按时办复。',
    '<last>年共收到政府信息公开申请{a}件，本年情况见下文。',
    '《条例》施行以来，累计受理政府信息公开申请{many}件。',
    '受理信访事项{a}件，提供政策咨询{b}人次，处理投诉举报{c}件。',
    '上半年收到政府信息公开申请{c}件，下半年收到{d}件。',
    '下属单位收到政府信息公开申请{a}件，办结{b}件。',
    '为申请人提供查询服务{a}人次，发放政府信息公开申请指南{b}份。',
    '公示行政许可信息{a}条、行政处罚信息{b}条。',
    '组织政府信息公开申请办理培训{c}次，抽查答复文书{d}份。',
    '收到涉及征地的政府信息公开申请{c}件，涉及房屋征收的政府信息公开申请{d}件。',
    '开展规范性文件合法性审查{c}件，清理规范性文件{d}件。',
    '全年延期答复申请{c}件，补正后受理{d}件。',
  ].map((template) => ({ template, slots }));
};

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
    ...besides(random.fork('besides')),
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

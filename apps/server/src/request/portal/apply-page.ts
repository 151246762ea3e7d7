import { html } from 'hono/html';
import type { PublicAgencyWithNeighbours } from '../../agency/index.ts';
import { button, downloadList, linkList, type Markup, type Page, summaryList } from '../../portal/index.ts';

/** A blank form that can be taken away. */
export interface BlankForm {
  readonly name: string;
  readonly href: string;
  readonly format: string;
  readonly bytes: number;
}

const whatFor = html`<section aria-labelledby="what">
    <h2 id="what">可以申请什么</h2>
    <p>行政机关在履行行政管理职能过程中制作或者获取的、以一定形式记录和保存的信息，没有主动公开的，您都可以申请（条例第二条、第二十七条）。<strong>不用说明用途。</strong></p>
    ${summaryList({
      entries: [
        {
          label: '先查一查',
          value: html`已经主动公开的不必申请，可以<a href="/search">直接搜索</a>。填写申请时，本站也会列出已经公开的相近内容。`,
        },
        {
          label: '向谁申请',
          value:
            '信息是哪个机关制作的，就向哪个机关申请；从公民、法人和其他组织获取的，向保存它的机关申请（条例第十条）。找错了也不要紧：能够确定负责机关的，收到的机关会告诉您名称和联系方式（条例第三十六条第（五）项）。',
        },
        {
          label: '不按申请办理的',
          value:
            '信访、投诉、举报，请走相应的渠道；公报、报刊、书籍等公开出版物，机关可以告诉您怎样获取（条例第三十九条）；要求加工、分析的，机关可以不提供（条例第三十八条）。',
        },
      ],
    })}
  </section>`;

const how = html`<section aria-labelledby="how">
    <h2 id="how">怎样申请、多久答复</h2>
    ${summaryList({
      entries: [
        {
          label: '网上',
          value: '在本站填写，大约 10 分钟。提交后得到登记编号和查询码，凭它们查进度、下载答复。',
        },
        {
          label: '当面、邮寄、传真',
          value: '填好下面的申请表，交到受理机关的公开工作机构；邮寄的请在信封上注明“政府信息公开申请”。',
        },
        {
          label: '要准备的',
          value:
            '姓名或者名称、身份证明、联系方式，想要的信息的名称、文号或者便于查找的描述，想要的形式和方式（条例第二十九条）。',
        },
        {
          label: '多久答复',
          value:
            '能当场答复的当场答复；不能的，自收到申请之日起 20 个工作日内答复。需要延长的，最多再延长 20 个工作日，并且告诉您。征求第三方和其他机关意见的时间不算在内（条例第三十三条）。',
        },
        {
          label: '费用',
          value:
            '不收费。只有申请的数量、频次明显超过合理范围的，才可以收取信息处理费，并且会先告诉您（条例第四十二条）。',
        },
        {
          label: '不满意答复',
          value: '答复书上会写明可以向哪个机关申请行政复议、向哪个法院起诉，以及期限。',
        },
      ],
    })}
  </section>`;

const help = (root: PublicAgencyWithNeighbours | null): Markup =>
  html`<section aria-labelledby="help">
      <h2 id="help">自己填写有困难</h2>
      <p>不会写字、看不清、不会上网都不要紧：您可以打电话或者到窗口口头提出，由工作人员代为填写，再念给您核对（条例第二十九条第一款）。有阅读困难、视听障碍的，工作人员会提供必要的帮助（条例第四十三条）。</p>
      ${
        root &&
        summaryList({
          entries: [
            { label: '窗口', value: root.agency.address },
            { label: '电话', value: root.agency.phone },
            { label: '办公时间', value: root.agency.officeHours },
          ].filter(({ value }) => value),
        })
      }
      <p><a href="/agencies">各机关公开工作机构的电话和地址</a></p>
    </section>`;

/** 依申请公开: what can be applied for, how, how long it takes, what it costs, who helps. */
export const applyPage = (
  root: PublicAgencyWithNeighbours | null,
  forms: readonly BlankForm[],
  hasDraft: boolean,
): Page => ({
  title: '依申请公开',
  width: 'text',
  listed: true,
  breadcrumb: [],
  meta: {
    description:
      '向行政机关申请获取政府信息：可以申请什么、怎样申请、多久答复、是否收费，网上提交和查询进度。',
    column: { name: '依申请公开', type: '依申请公开' },
  },
  body: html`<h1>依申请公开</h1>
    <p class="lead">没有主动公开的政府信息，您可以申请获取。不用说明用途，一般不收费。</p>
    <div class="apply-ways">
      ${hasDraft ? button({ text: '继续填写申请', href: '/apply/form', kind: 'main' }) : ''}
      ${button({ text: '在网上申请', href: '/apply/agencies', ...(hasDraft ? {} : { kind: 'main' as const }) })}
      ${button({ text: '查询我的申请', href: '/track' })}
    </div>
    ${whatFor}${how}
    <section aria-labelledby="paper">
      <h2 id="paper">空白申请表</h2>
      <p>打印出来填写，或者在电脑上填写后打印。</p>
      ${downloadList({ files: forms })}
    </section>
    ${help(root)}
    <section aria-labelledby="read-on">
      <h2 id="read-on">相关规定</h2>
      ${linkList({
        links: [
          { text: '政府信息公开指南', href: '/blocks/guide' },
          { text: '政府信息公开制度', href: '/blocks/rules' },
        ],
      })}
    </section>`,
});

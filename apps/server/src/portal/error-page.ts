import { html } from 'hono/html';
import { button } from './component/button/button.ts';
import type { Page } from './page.ts';

/** What went wrong and what to do next. */
export interface ErrorPage {
  readonly title: string;
  readonly happened: string;
  readonly next: string;
  /** Where to go on; the home page by default. */
  readonly back?: { readonly href: string; readonly label: string };
}

/** What anybody may come upon, on any page. */
export const errorPages = {
  403: {
    title: '没有接受这个请求',
    happened: '请求来自别的网站，或者浏览器没有说明来源，也可能是您没有权限。没有改动任何内容。',
    next: '请在本站的页面上重新操作。',
  },
  404: {
    title: '没有这个页面',
    happened: '网址不完整或有误，或者页面已经移走。',
    next: '请核对网址，或者从首页重新进入，也可以用上面的搜索框查找。',
  },
  413: {
    title: '上传的文件太大',
    happened: '文件超过了允许的大小，没有保存。',
    next: '请压缩文件中的图片，或者分成几个文件再上传。',
  },
  429: {
    title: '操作太频繁',
    happened: '您所在的网络在短时间内发来的请求太多，这一次没有处理。',
    next: '请过一分钟再试。',
  },
  500: {
    title: '出错了',
    happened: '服务器没能完成这个请求，原因已经记入日志。',
    next: '请稍后再试；如果一直这样，请把出错的时间告诉管理员。',
  },
  503: {
    title: '暂时不能服务',
    happened: '服务器现在连接不上数据库，或者正忙。已经收到回执的内容不会丢失。',
    next: '请过几分钟再试。急需办理的，请拨打页面下方的电话。',
  },
} as const satisfies Readonly<Record<number, ErrorPage>>;

export type ErrorStatus = keyof typeof errorPages;

export const errorPage = ({ title, happened, next, back }: ErrorPage): Page => ({
  title,
  body: html`<h1>${title}</h1>
    <p class="lead">${happened}</p>
    <p>${next}</p>
    <p>${button({ text: back?.label ?? '回到首页', href: back?.href ?? '/' })}</p>`,
});

import { squeeze } from './squeeze.ts';

const pageNumber =
  /^(?:[-—–―－~·]+\d{1,3}[-—–―－~·]+|第\d{1,3}页(?:[，,/]?共\d{1,3}页)?|\d{1,3}\/\d{1,3}页?|[-—–]\d{1,3}|page\d+(?:of\d+)?)$/i;

/** The number of a page, printed between two halves of a paragraph. A number alone may be a figure. */
export const isPageNumber = (text: string): boolean => text.length <= 24 && pageNumber.test(squeeze(text));

const foot =
  /^[【[〖]?(?:上一?[篇条页]|下一?[篇条页]|前一篇|后一篇|分享到|分享至|返回顶部|回到顶部|版权所有|主办单位|主办[:：]|承办(?:单位)?[:：]|网站(?:标识码|地图|声明|首页)|政府网站标识码|联系我们|扫一扫|扫码|责任编辑|编辑[:：]|相关(?:链接|文档|稿件|信息|附件|新闻)|打印(?:本页)?[】\]〗]|关闭(?:窗口|本页)?[】\]〗]|我要纠错|收藏本页|您是第\d|浏览次数|访问量|阅读次数|技术支持|copyright|©)|ICP备\d|公网安备/i;
const button = /^[【[〖]?(?:打印|关闭|收藏|分享|字体|返回|纠错|顶部)[^，。]{0,24}$/;

/** Lines that only a web page's foot has: 上一篇, 主办单位, 版权所有, 备案号, buttons. */
export const isPageFoot = (text: string): boolean => {
  if (text.length > 80) return false;
  const dense = squeeze(text);
  return foot.test(dense) || button.test(dense);
};

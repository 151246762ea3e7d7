import type { Example } from './fill-applications.ts';

/** What stands on every page of the demonstration. */
export const notice = '这是演示系统，云山区是虚构的，所有内容都不是真实的政府信息。';

/** The same while its applications are being entered. */
export const fillingNotice = `${notice}正在填入三年的申请，约需一两分钟，列表和数字会继续增加。`;

/** The same with an application whose progress a visitor may look up; one, because it stands on every page. */
export const noticeWith = ([example]: readonly Example[]): string =>
  example === undefined
    ? notice
    : `${notice}试查进度：${example.number}，查询码 ${example.queryCode}（${example.shows}）。`;

/** What is printed for whoever started the demonstration, once it is full. */
export const filledWords = (examples: readonly Example[]): string =>
  [
    '演示区的申请已填好。在网站的“进度查询”里可以用这些登记编号和查询码试查：',
    ...examples.map(({ shows, number, queryCode }) => `  ${number}  ${queryCode}  ${shows}`),
  ].join('\n');

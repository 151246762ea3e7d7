/** What stands on every page of the demonstration. */
export const notice = '这是演示系统，云山区是虚构的，所有内容都不是真实的政府信息。';

/** The same while its applications are being entered. */
export const fillingNotice = `${notice}正在填入三年的申请，约需一两分钟，列表和数字会继续增加。`;

/** How every reply begins: which request, received when, corrected, extended. */
export const opening = `
{称谓}提出的政府信息公开申请，本机关已于{收到申请日期}收到。申请获取的政府信息为：{申请内容}。
【有 收到补正日期】应本机关告知，{称谓}对申请内容作了补正，本机关于{收到补正日期}收到补正后的申请。
【有 延期告知日期】因在规定期限内不能答复，经本机关政府信息公开工作机构负责人同意，本机关已于{延期告知日期}书面告知延长答复期限。
`.trim();

/** The head of a built-in template; all of them apply since the Regulation of 2019 does. */
export const builtIn = (name: string, title: string, body: string, from = '2019-05-15'): string =>
  `文书：${name}\n标题：${title}\n施行：${from}\n\n${body.trim()}\n`;

export const reply = (name: string, body: string): string =>
  builtIn(name, '政府信息公开申请答复书', `${opening}\n${body.trim()}\n{救济途径}`);

export const notice = (name: string, body: string): string =>
  builtIn(name, '政府信息公开申请告知书', `${opening}\n${body.trim()}`);

import { html } from 'hono/html';
import type { Page } from '../portal/index.ts';
import { clockTime } from './expiry.ts';
import type { Upload } from './upload.ts';

/** While files are being read: how far it is. The page loads itself anew; the script does it without a flicker. */
export const progressPage = (id: string, upload: Upload, expires: Date): Page => {
  const done = upload.files.filter(({ state }) => state === 'done').length;
  const failed = upload.files.filter(({ state, problems }) => state === 'done' && problems.length > 0);
  return {
    title: '正在读取',
    refresh: 2,
    scripts: ['progress.js'],
    body: html`<h1>正在读取</h1>
      <div id="progress" data-id="${id}">
        <p class="lead" role="status">已读 ${done} 个，共 ${upload.files.length} 个文件。</p>
        <progress max="${Math.max(1, upload.files.length)}" value="${done}" aria-label="读取进度"></progress>
      </div>
      <p class="hint">读完后自动显示结果。也可以先关掉这个网页，${clockTime(expires)}（北京时间）前从同一网址查看。</p>
      ${
        failed.length === 0
          ? ''
          : html`<h2>有问题的文件</h2>
            <ul class="failed">${failed.slice(0, 20).map(({ name, problems }) => html`<li><span class="file-name">${name}</span>${problems.slice(0, 3).map(({ message }) => html`<p>${message}</p>`)}</li>`)}</ul>`
      }`,
  };
};

import { html } from 'hono/html';
import type { Config } from '../platform/config.ts';
import type { Page } from '../portal/index.ts';

/** What stands beside the form when an upload could not be taken. */
export interface UploadProblem {
  readonly message: string;
}

const accept =
  '.html,.htm,.mht,.mhtml,.docx,.doc,.wps,.rtf,.pdf,.ofd,.xlsx,.md,.markdown,.txt,.json,.zip,.png,.jpg,.jpeg';

/**
 * The page 年报体检: a plain form; the script adds dropping, the list of what was chosen, and progress. A browser
 * labels its own file control in its own language, so the control is hidden from sight (not from keyboards and
 * screen readers) and its label is the button.
 */
export const uploadPage = (config: Config, problem?: UploadProblem): Page => ({
  title: '年报体检',
  scripts: ['upload.js'],
  body: html`<h1>年报体检</h1>
    <p class="lead">放入政府信息公开工作年度报告，马上看到读出的每个数字和检查发现的问题。</p>
    ${problem ? html`<div class="alert" role="alert" id="problem"><strong>没有上传成功。</strong>${problem.message}</div>` : ''}
    <form class="upload" method="post" action="/check" enctype="multipart/form-data" data-megabytes="${config.uploadMegabytes}" data-files="${config.uploadFiles}">
      <div class="drop">
        <input class="file-control" id="files" type="file" name="files" multiple required accept="${accept}" aria-describedby="files-hint">
        <p class="pick"><label class="button" for="files">选择文件</label><span class="drop-words">或把文件拖到这里</span><span class="picked">已选好文件</span></p>
        <p class="hint" id="files-hint">网页、DOCX、DOC、WPS、PDF、OFD、XLSX、Markdown、纯文本、扫描的图片，或装有这些文件的 ZIP；可以一次选多个。同一机关几个年度的报告一起放入，还会检查年度之间的衔接；上级和下级的一起放入，可以核对汇总数。</p>
        <ul class="chosen" aria-label="已选的文件"></ul>
      </div>
      <progress class="sending" max="100" value="0" hidden aria-label="上传进度"></progress>
      <p class="sending-words" role="status"></p>
      <button class="button primary" type="submit">开始体检</button>
    </form>
    <dl class="facts">
      <div><dt>保存多久</dt><dd>结果保存 ${config.keepMinutes} 分钟，到时连同上传的文件一起删除，不留副本；也可以随时手动删除。</dd></div>
      <div><dt>谁能看到</dt><dd>只有拿到结果网址的人。网址随机生成，无法猜到。</dd></div>
      <div><dt>限制</dt><dd>一次最多 ${config.uploadMegabytes} MB、${config.uploadFiles} 个文件；一个文件最多读 ${config.readSeconds} 秒。</dd></div>
      <div><dt>检查什么</dt><dd>勾稽关系、格式与填写、正文与表格、年度之间、机关之间、职权、日期。<a href="/rules">全部检查规则</a></dd></div>
    </dl>`,
});

import { html } from 'hono/html';
import { button, fileField, type Markup } from '../../portal/index.ts';
import type { DraftFile, DraftFileKind } from './drafts.ts';
import { takenEndings, takenWords } from './receive-form.ts';

/** 1,572,864 → 1.5 MB; small files in KB, at least 1. */
export const sizeOf = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${(bytes / 1024 / 1024).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;

/** Chooses files, and sends them at once for those who want to see that they arrived. */
export const uploadField = (kind: DraftFileKind, label: string, what: string): Markup =>
  html`${fileField({
    name: kind,
    label,
    optional: true,
    multiple: true,
    accept: takenEndings,
    hint: `${what}可以是 ${takenWords}；每个不超过 20 MB，合计不超过 60 MB、20 个。`,
  })}<p class="after-file">${button({ text: '上传所选的文件', name: 'act', value: 'upload', kind: 'quiet' })}</p>`;

/** Files of one kind that arrived, each with a button that takes it away again. */
export const draftFiles = (files: readonly DraftFile[], kind: DraftFileKind): Markup | string => {
  const own = files.filter((file) => file.kind === kind);
  return own.length === 0
    ? ''
    : html`<ul class="kept-files" aria-label="已经上传的文件">${own.map(
        ({ id, name, size }) =>
          html`<li><span><span class="file-name">${name}</span> <span class="note">${sizeOf(size)}，已上传</span></span><button class="button quiet" type="submit" name="act" value="remove ${id}" aria-label="删除 ${name}">删除</button></li>`,
      )}</ul>`;
};

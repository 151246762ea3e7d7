import { html } from 'hono/html';
import type { Markup } from '../../markup.ts';

export interface DownloadListData {
  readonly files: readonly {
    readonly name: string;
    readonly href: string;
    /** PDF, DOCX … */
    readonly format: string;
    readonly bytes: number;
  }[];
}

/** 1,572,864 → 1.5 MB; small files in KB, at least 1. */
const size = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${(bytes / 1024 / 1024).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;

/** What can be taken away, with format and size before one clicks. */
export const downloadList = ({ files }: DownloadListData): Markup =>
  html`<ul class="download-list">${files.map(
    ({ name, href, format, bytes }) =>
      html`<li><a href="${href}" download>${name}</a> <span class="note">${format}，${size(bytes)}</span></li>`,
  )}</ul>`;

import { html } from 'hono/html';
import type { PublicMatch } from '../../disclosure/index.ts';
import { linkList, type Markup } from '../../portal/index.ts';

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** What is public already and fits what was typed; said plainly where nothing is. `asked`: something was typed. */
export const publicMatches = (matches: readonly PublicMatch[], asked: boolean): Markup =>
  matches.length === 0
    ? asked
      ? html`<p class="hint">没有找到已经公开的相近内容，请继续填写。</p>`
      : html``
    : html`<h3>下面这些已经公开，也许就是您要找的</h3>
      ${linkList({
        links: matches.map(({ kind, id, name, agencyName, description }) => ({
          text: kind === 'agency' ? `${name}的公开指南和全部栏目` : name,
          href: kind === 'agency' ? `/agencies/${id}` : `/columns/${id}`,
          note: kind === 'agency' ? '' : [agencyName, shortened(description)].filter(Boolean).join('：'),
        })),
      })}
      <p class="hint">已经找到的，不用再申请；没有找到的，请继续填写。链接请在新窗口打开，您填写的内容会保留。</p>`;

import { html } from 'hono/html';
import { type Content, element, joined, type Markup } from '../../markup.ts';

export interface TimelineEvent {
  /** 2026-03-16; null where the day isn't fixed yet. */
  readonly date: string | null;
  readonly title: string;
  readonly body?: Content;
  /** On what it rests: 条例第三十条. */
  readonly article?: string;
  /** `now`: what is under way; `ahead`: what is still to come. */
  readonly state?: 'now' | 'ahead';
}

export interface TimelineData {
  readonly events: readonly TimelineEvent[];
}

const states = { now: '正在进行', ahead: '尚未发生' } as const;

const event = ({ date, title, body, article, state }: TimelineEvent): Markup =>
  element(
    'li',
    { class: joined(state), 'aria-current': state === 'now' ? 'step' : undefined },
    html`<p class="timeline-head">${date ? html`<time datetime="${date}">${date}</time>` : html`<span class="timeline-date">日期未定</span>`}<strong>${title}</strong>${state ? html`<span class="timeline-state">${states[state]}</span>` : ''}</p>
      ${body ? html`<div class="timeline-body">${body}</div>` : ''}${article ? html`<p class="timeline-article">${article}</p>` : ''}`,
  );

/** What happened, in order, each on its day and its article. */
export const timeline = ({ events }: TimelineData): Markup =>
  html`<ol class="timeline">${events.map(event)}</ol>`;

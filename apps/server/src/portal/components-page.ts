import { Hono } from 'hono';
import { html } from 'hono/html';
import { components } from './component/components.ts';
import type { Page } from './page.ts';
import type { Portal } from './portal.ts';

/** Every component with its examples, for those who build pages of it. */
export const componentsPage = (): Page => ({
  title: '界面组件',
  width: 'page',
  body: html`<h1>界面组件</h1>
    <p class="lead">门户的页面由这些组件组成。名称是 portal/component/ 下的文件夹；例子就是测试用的数据。</p>
    <ul class="component-index">${components.map(({ name, title }) => html`<li><a href="#component-${name}">${title}</a></li>`)}</ul>
    ${components.map(
      ({ name, title, purpose, examples }) =>
        html`<section class="component" id="component-${name}" aria-labelledby="title-${name}">
          <h2 id="title-${name}">${title} <code>${name}</code></h2>
          <p class="lead">${purpose}</p>
          ${examples.map((example) => html`<p class="example-name">${example.name}</p><div class="example">${example.draw()}</div>`)}
        </section>`,
    )}`,
});

/** `/components`: mounted in demonstrations and tests only. */
export const componentRoutes = (portal: Portal): Hono => {
  const app = new Hono();
  app.get('/components', (c) => c.html(portal.render(componentsPage())));
  return app;
};

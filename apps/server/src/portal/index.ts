export { renderErrorPage } from './error-page.ts';
export { type Markup, type Page, renderPage } from './frame.ts';

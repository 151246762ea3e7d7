import { html } from 'hono/html';
import type { Markup } from './markup.ts';
import type { Page } from './page.ts';
import type { Site } from './site.ts';

/** The meta tags that 政府网站发展指引 (国办发〔2017〕47号) asks for, of the site, the column and the article. */
export const metaTags = (site: Site, { meta = {} }: Page): readonly Markup[] => {
  const { column, article, description, keywords } = meta;
  const tags: readonly (readonly [name: string, content: string | null | undefined])[] = [
    ['SiteName', site.name],
    ['SiteDomain', site.domain],
    ['SiteIDCode', site.idCode],
    ['ColumnName', column?.name],
    ['ColumnDescription', column?.description],
    ['ColumnKeywords', column?.keywords?.join(',')],
    ['ColumnType', column?.type],
    ['ArticleTitle', article?.title],
    ['PubDate', article?.published],
    ['ContentSource', article?.source],
    ['Author', article?.author],
    ['Url', article?.path && `https://${site.domain}${article.path}`],
    ['Keywords', keywords?.join(',')],
    ['Description', description],
  ];
  return tags.flatMap(([name, content]) =>
    content ? [html`<meta name="${name}" content="${content}">`] : [],
  );
};

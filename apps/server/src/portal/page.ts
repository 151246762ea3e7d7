import type { Markup } from './markup.ts';

/** A step of the way to a page. */
export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** An entry of the main navigation. Areas give their own; the portal only draws them. */
export interface NavigationEntry {
  readonly id: string;
  readonly href: string;
  readonly label: string;
}

/** What the meta tags of a page say besides the site's own (政府网站发展指引, 国办发〔2017〕47号). */
export interface PageMeta {
  readonly description?: string;
  readonly keywords?: readonly string[];
  /** Of the column that the page is, or that its article stands in. */
  readonly column?: {
    readonly name: string;
    readonly type: string;
    readonly description?: string;
    readonly keywords?: readonly string[];
  };
  readonly article?: {
    readonly title: string;
    /** When it was published, 2026-03-16 or 2026-03-16 09:30. */
    readonly published: string;
    /** The agency that it comes from. */
    readonly source: string;
    readonly author?: string;
    /** Address of the page on this site. */
    readonly path?: string;
  };
}

/** A page as data; the frame draws around it. */
export interface Page {
  /** Stands in the browser's title bar, before the site's name. */
  readonly title: string;
  /** What the way to the page calls it, where its title says more (that something is to be set right). */
  readonly crumb?: string;
  /** Which entry of the navigation the page belongs to, by its id. */
  readonly current?: string;
  /** The pages above this one, without the home page and without itself. */
  readonly breadcrumb?: readonly Crumb[];
  readonly body: Markup;
  /** Scripts by asset name; every page works without them. */
  readonly scripts?: readonly string[];
  /** Style sheets by asset name, after those of the portal. */
  readonly styles?: readonly string[];
  /** Seconds after which the page loads itself anew (while something is under way). */
  readonly refresh?: number;
  /** `text` keeps to a width that reads well, `wide` carries statutory tables; `page` stands between. */
  readonly width?: 'text' | 'page' | 'wide';
  /** Search engines may list it. Nothing is listed that doesn't say so. */
  readonly listed?: boolean;
  /** The page has a search box of its own; the header leaves its out. */
  readonly ownSearch?: boolean;
  readonly meta?: PageMeta;
}

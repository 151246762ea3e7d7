export { type Component, components } from './component/components.ts';
export { componentRoutes } from './components-page.ts';
export type {
  AgencyWithNeighbours,
  PageOf,
  PublicCategory,
  PublicColumn,
  PublicDirectory,
  Slice,
} from './directory.ts';
export type { ErrorPage, ErrorStatus } from './error-page.ts';
export type { Service } from './home-page.ts';
export type { Content, Markup } from './markup.ts';
export type { Crumb, NavigationEntry, Page, PageMeta } from './page.ts';
export { createPortal, type Portal } from './portal.ts';
export { openPortalAssets } from './portal-assets.ts';
export { type PortalParts, portalNavigation, portalRoutes } from './portal-routes.ts';
export { demonstrationSite, type Site } from './site.ts';
export { readSite, type SiteDefaults, siteSettings } from './site-settings.ts';

declare module 'virtual:contract-routes' {
  /** See contract-routes.ts beside vite.config.ts. */
  export const contractRoutes: import('@gongkai/contract').Contract;
}

export type { ReportParts } from './answers.ts';
export { reportNavigation, reportService } from './navigation.ts';
export { openReaders, type Readers } from './readers.ts';
export { reportAssets } from './report-assets.ts';
export { reportRoutes } from './routes.ts';
export type { Upload } from './upload.ts';

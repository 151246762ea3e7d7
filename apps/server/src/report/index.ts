export { openReaders, type Readers } from './readers.ts';
export { type ReportParts, reportRoutes } from './routes.ts';
export type { Upload } from './upload.ts';

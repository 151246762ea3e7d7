export type { ReportParts } from './answers.ts';
export { openReaders, type Readers } from './readers.ts';
export { reportRoutes } from './routes.ts';
export type { Upload } from './upload.ts';

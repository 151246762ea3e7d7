export { encodePng } from './encode-png.ts';
export { type EngineOptions, openReportEngine, type ReportEngine, type WantedPicture } from './engine.ts';
export { createPool, type Pool, type PoolOptions, type RunOptions, TaskFailed } from './pool.ts';
export { readFonts, readPdfiumWasm } from './resources.ts';
export { serveTasks, threadData } from './serve-tasks.ts';
export { openTesseract, type Tesseract } from './tesseract.ts';

export { type EngineOptions, openReportEngine, type ReportEngine, type WantedPicture } from './engine.ts';
export { createPool, type Pool, type PoolOptions, type RunOptions, TaskFailed } from './pool.ts';
export { serveTasks, threadData } from './serve-tasks.ts';

export { type OperationJobsOptions, operationJobs } from './operation-jobs.ts';
export { jobRoutes, mailRoutes } from './operation-routes.ts';

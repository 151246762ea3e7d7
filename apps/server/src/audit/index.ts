export { auditRoutes } from './audit-routes.ts';
export { exportAudit } from './export-audit.ts';

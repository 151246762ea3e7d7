export { caseOfReceipt, limitApplicants, takeStepAsApplicant } from './applicant-access.ts';
export { requestRoutes } from './request-routes.ts';
export { settleRequestsJob } from './settle-requests.ts';
export { stepOf } from './step-table.ts';
export { actionOf } from './steps-allowed.ts';
export { registerRequest, submitRequest } from './submit-request.ts';
export { takeStep } from './take-step.ts';

import './tables.ts';

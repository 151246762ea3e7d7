import { agencyContract } from './agency.ts';
import { auditContract } from './audit.ts';
import { jobContract, mailContract } from './operation.ts';

/** The whole API: what every client may ask and what it gets. Routes, OpenAPI and the typed client come from it. */
export const contract = {
  agency: agencyContract,
  audit: auditContract,
  mail: mailContract,
  job: jobContract,
};

export type Contract = typeof contract;

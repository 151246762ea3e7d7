import { agencyContract } from './agency.ts';
import { auditContract } from './audit.ts';
import { calendarContract } from './calendar.ts';
import { columnContract } from './column.ts';
import { notificationContract } from './notification.ts';
import { jobContract, mailContract } from './operation.ts';
import { settingContract } from './setting.ts';
import { workContract } from './work.ts';

/** The whole API: what every client may ask and what it gets. Routes, OpenAPI and the typed client come from it. */
export const contract = {
  agency: agencyContract,
  audit: auditContract,
  mail: mailContract,
  job: jobContract,
  calendar: calendarContract,
  setting: settingContract,
  work: workContract,
  column: columnContract,
  notification: notificationContract,
};

export type Contract = typeof contract;

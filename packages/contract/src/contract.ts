import { agencyContract } from './agency.ts';
import { auditContract } from './audit.ts';
import { calendarContract } from './calendar.ts';
import { columnContract } from './column.ts';
import { notificationContract } from './notification.ts';
import { jobContract, mailContract } from './operation.ts';
import { personContract } from './person.ts';
import { postContract } from './post.ts';
import { requestContract } from './request.ts';
import { profileContract, sessionContract } from './session.ts';
import { settingContract } from './setting.ts';
import { tokenContract } from './token.ts';
import { workContract } from './work.ts';

/** The whole API: what every client may ask and what it gets. Routes, OpenAPI and the typed client come from it. */
export const contract = {
  session: sessionContract,
  profile: profileContract,
  agency: agencyContract,
  person: personContract,
  post: postContract,
  token: tokenContract,
  audit: auditContract,
  mail: mailContract,
  job: jobContract,
  calendar: calendarContract,
  setting: settingContract,
  work: workContract,
  column: columnContract,
  request: requestContract,
  notification: notificationContract,
};

export type Contract = typeof contract;

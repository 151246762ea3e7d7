import { agencyContract } from './agency.ts';
import { auditContract } from './audit.ts';
import { calendarContract } from './calendar.ts';
import { columnContract } from './column.ts';
import { notificationContract } from './notification.ts';
import { jobContract, mailContract } from './operation.ts';
import { personContract } from './person.ts';
import { postContract } from './post.ts';
import { requestContract } from './request.ts';
import { requestArchiveContract } from './request-archive.ts';
import { requestFileContract } from './request-file.ts';
import { requestLetterContract } from './request-letter.ts';
import { requestListContract } from './request-list.ts';
import { requestRedactionContract } from './request-redaction.ts';
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
  requestList: requestListContract,
  requestFile: requestFileContract,
  requestRedaction: requestRedactionContract,
  requestLetter: requestLetterContract,
  requestArchive: requestArchiveContract,
  notification: notificationContract,
};

export type Contract = typeof contract;

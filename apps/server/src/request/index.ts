export { limitApplicants, takeStepAsApplicant } from './applicant-access.ts';
export { answerArchive, requestArchiveRoutes } from './archive/archive-routes.ts';
export { freezeCase, freezeCaseJob, freezeRestJob } from './archive/freeze-case.ts';
export { openRequestsOf } from './archive/open-requests.ts';
export { press } from './archive/press.ts';
export { addFile } from './file/add-file.ts';
export { type ApplicantFile, receiveApplicantFiles } from './file/applicant-files.ts';
export { changeFile } from './file/change-file.ts';
export { answerDownload, answerUpload } from './file/file-requests.ts';
export { requestFileRoutes } from './file/file-routes.ts';
export { downloadLetter, downloadReceipt } from './letter/letter-download.ts';
export { requestLetterRoutes } from './letter/letter-routes.ts';
export { countRequests } from './list/count-requests.ts';
export { exportList } from './list/export-list.ts';
export { findAlike } from './list/find-alike.ts';
export { listRequests } from './list/list-requests.ts';
export { requestListRoutes } from './list/list-routes.ts';
export { listSimilar } from './list/list-similar.ts';
export { searchRow } from './list/search-row.ts';
export { applicantRoutes } from './portal/apply-routes.ts';
export { forgetDraftsJob } from './portal/forget-drafts-job.ts';
export {
  applicantAssets,
  applicantNavigation,
  applicantServices,
  applyTo,
} from './portal/navigation.ts';
export { readRequest } from './read-request.ts';
export { answerPage } from './redaction/draw-page.ts';
export { openRedaction } from './redaction/open-redaction.ts';
export { openRedactor, type Redactor } from './redaction/open-redactor.ts';
export { redactFile } from './redaction/redact-file.ts';
export { requestRedactionRoutes } from './redaction/redaction-routes.ts';
export { requestRoutes } from './request-routes.ts';
export { requestSettings } from './request-settings.ts';
export { sealTexts } from './seal-texts.ts';
export { settleRequests, settleRequestsJob } from './settle-requests.ts';
export { stepOf } from './step-table.ts';
export { actionOf } from './steps-allowed.ts';
export { type Receipt, registerRequest, submitRequest } from './submit-request.ts';
export { takeStep } from './take-step.ts';

import './tables.ts';
import './archive/tables.ts';
import './file/tables.ts';
import './list/tables.ts';
import './portal/tables.ts';

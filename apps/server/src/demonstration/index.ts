export { demonstrationJob } from './applications-job.ts';
export { describeAccounts } from './describe-accounts.ts';
export { freezeArchivedJob } from './freeze-archived-job.ts';
export { type Demonstration, type DemonstrationAccount, listAccounts } from './list-accounts.ts';
export { demonstrationPassword } from './password.ts';
export { isDemonstrationUnfinished, setUpDemonstration } from './set-up-demonstration.ts';

/** The job that freezes what was archived, enqueued by the step 归档; its data. */
export const freezeCaseJobName = 'freeze_archived_case';
export interface FreezeCase {
  readonly requestId: string;
}

import type { Role, WorkKind } from '@gongkai/contract';
import type { Clock } from '@gongkai/statute';
import { closeWork, type NewWork, openWork } from '../agency/index.ts';
import type { Db } from '../platform/database/open-database.ts';
import type { Facts } from './facts.ts';
import { waitingOf } from './list/waiting-of.ts';
import type { RequestRow } from './load-case.ts';

interface Task {
  readonly kind: WorkKind;
  readonly role: Role;
  readonly title: string;
}

const task = (kind: WorkKind, role: Role, title: string): Task => ({ kind, role, title });

const byState: Readonly<Partial<Record<Facts['state'], Task>>> = {
  awaiting_confirmation: task('request_confirm', 'officer', '确认收到申请'),
  handling: task('request_handle', 'officer', '办理申请'),
  in_review: task('request_review', 'reviewer', '审核答复'),
  in_secrecy_review: task('request_secrecy', 'secrecy_reviewer', '保密审查答复'),
  awaiting_approval: task('request_approve', 'disclosure_head', '批准答复'),
  approved: task('request_sign', 'officer', '签发答复'),
  signed: task('request_deliver', 'officer', '送达答复'),
  delivered: task('request_archive', 'officer', '登记送达并归档'),
  abandoned: task('request_archive', 'officer', '归档'),
  withdrawn: task('request_archive', 'officer', '归档'),
};

/** What is to be done about an application now (待办). Pure. */
export const tasksOf = (facts: Facts, clock: Clock): readonly Task[] => {
  const own = byState[facts.state];
  const silent = clock.deadlines.some(
    ({ kind, status }) =>
      status === 'missed' &&
      ((kind === 'correction' && facts.state === 'awaiting_correction') ||
        (kind === 'payment' && facts.state === 'awaiting_payment')),
  );
  // Without the day of receipt nobody can say that the applicant was silent.
  const unknownReceipt =
    (facts.state === 'awaiting_correction' && !facts.correction?.receivedOn) ||
    (facts.state === 'awaiting_payment' && !facts.fee?.receivedOn);
  const extension = facts.state === 'handling' ? facts.extension?.stage : undefined;
  return [
    ...(own ? [own] : []),
    ...(unknownReceipt ? [task('request_handle', 'officer', '登记申请人收到通知的日期')] : []),
    ...(silent ? [task('request_silence', 'disclosure_head', '核实申请人逾期的情况')] : []),
    ...(extension === 'proposed' ? [task('request_extension', 'disclosure_head', '审批延期')] : []),
    ...(extension === 'approved' ? [task('request_notify_extension', 'officer', '告知申请人延期')] : []),
  ];
};

type Named = Pick<RequestRow, 'agency_id' | 'id' | 'number' | 'officer_id'>;

/**
 * Brings the work items of an application up to date, and what lists sort and count by. Work of the officer is the
 * officer's of this application (经办人), as soon as there is one.
 */
export const settleCase = async (
  { db, now }: { readonly db: Db; readonly now: Date },
  row: Named,
  facts: Facts,
  clock: Clock,
): Promise<void> => {
  await db
    .updateTable('request')
    .set({
      state: facts.state,
      outcome: facts.outcome,
      received_on: clock.received,
      due_on: clock.due,
      waiting: waitingOf(facts, clock),
      officer_id: row.officer_id,
      drafted_by: facts.decision?.draftedBy ?? null,
    })
    .where('agency_id', '=', row.agency_id)
    .where('id', '=', row.id)
    .execute();
  const subject = { kind: 'request', id: row.id };
  const tasks = tasksOf(facts, clock);
  const open = await db
    .selectFrom('work_item')
    .select('kind')
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('done_at', 'is', null)
    .execute();
  for (const { kind } of open)
    if (!tasks.some((wanted) => wanted.kind === kind))
      await closeWork({ db, now }, { kind: kind as WorkKind, subject });
  for (const work of workOf(row, facts, clock)) await openWork({ db, now }, work);
};

/** What is to be done about an application, as it stands on the lists of those who do it. */
export const workOf = (row: Named, facts: Facts, clock: Clock): readonly NewWork[] =>
  tasksOf(facts, clock).map(({ kind, role, title }) => ({
    agencyId: row.agency_id,
    kind,
    subject: { kind: 'request', id: row.id },
    title: `${title}：${row.number}`,
    link: `/requests/${row.id}`,
    role,
    ...(role === 'officer' && row.officer_id !== null && { personId: row.officer_id }),
    ...(clock.due !== null && facts.outcome === null && { dueOn: clock.due }),
  }));

import type { Action } from '@gongkai/contract';
import type { District } from './every-route-test-kit.ts';

/**
 * How open a procedure is meant to be:
 *   anybody   who isn't signed in may ask it
 *   own       somebody's own session and account: whoever has begun to sign in
 *   staff     everybody who is signed in; what they see is narrowed to what they may see
 *   an action of the matrix, on something of the department, or of the whole installation (`root`)
 *   an action `here`: on the asker's own agency, so that only the role can be wrong
 */
export type Openness =
  | 'anybody'
  | 'own'
  | 'staff'
  | { readonly action: Action; readonly state?: string; readonly at?: 'root' | 'here' };

export interface Expected {
  readonly open: Openness;
  /** A sound input on the subject: what is refused is refused for who asks. */
  readonly input?: (subject: District) => Readonly<Record<string, unknown>>;
}

const file = () => new File(['名称,上级单位\n'], 'sheet.csv', { type: 'text/csv' });
const person = ({ personId: id }: District) => ({ id });
const agency = ({ agencyId: id }: District) => ({ id });
const request = ({ requestId: id }: District) => ({ id });
const caseFile = ({ requestId: id, caseFileId: fileId }: District) => ({ id, fileId });
const receipt = () => ({ number: '依申请〔2026〕1号', queryCode: 'AAAA-AAAA-AAAA' });
const application = {
  applicant: { kind: 'naturalPerson', name: '张三', phone: '13800001234' },
  content: { description: '规划方案' },
};
const calendar = () => ({ year: 2031, source: '通知', text: '2031-01-01 放假 元旦' });

/** Every procedure of the contract; one that is missing here fails the test. */
export const openness: Readonly<Record<string, Expected>> = {
  'session.signIn': { open: 'anybody', input: () => ({ username: 'nobody', password: 'Wrong-2026' }) },
  'session.current': { open: 'anybody' },
  'session.signOut': { open: 'anybody' },
  'session.passwordRules': { open: 'anybody' },
  'session.verifySecondFactor': { open: 'own', input: () => ({ code: '000000' }) },
  'session.confirm': { open: 'own', input: () => ({ code: '000000' }) },
  'session.switchAgency': { open: 'own', input: ({ agencyId }) => ({ agencyId }) },
  'profile.show': { open: 'own' },
  'profile.change': { open: 'own', input: () => ({ phone: '12345678' }) },
  'profile.changePassword': {
    open: 'own',
    input: () => ({ currentPassword: 'Wrong-2026', newPassword: 'Another-2026' }),
  },
  'profile.beginSecondFactor': { open: 'own' },
  'profile.confirmSecondFactor': { open: 'own', input: () => ({ code: '000000' }) },
  'profile.removeSecondFactor': { open: 'own', input: () => ({ code: '000000' }) },
  'profile.renewRecoveryCodes': { open: 'own', input: () => ({ code: '000000' }) },
  'profile.sessions': { open: 'own' },
  'profile.endSession': { open: 'own', input: () => ({ id: '00'.repeat(32) }) },
  'profile.endOtherSessions': { open: 'own' },

  'agency.list': { open: 'staff' },
  'agency.read': { open: { action: 'agency.view' }, input: agency },
  'agency.create': {
    open: { action: 'agency.create' },
    input: ({ agencyId }) => ({
      parentId: agencyId,
      kind: 'department',
      name: '新局',
      shortName: '新局',
      regionCode: '990101',
    }),
  },
  'agency.change': {
    open: { action: 'agency.change', state: 'open' },
    input: (subject) => ({ ...agency(subject), officeHours: '全天' }),
  },
  'agency.move': {
    open: { action: 'agency.change', state: 'open' },
    input: (subject) => ({ ...agency(subject), parentId: subject.rootId }),
  },
  'agency.designateCompetent': { open: { action: 'agency.change', state: 'open' }, input: agency },
  'agency.close': {
    open: { action: 'agency.close', state: 'open' },
    input: (subject) => ({ ...agency(subject), closedOn: '2026-03-01' }),
  },
  'agency.importTemplate': { open: 'staff' },
  'agency.previewImport': { open: { action: 'agency.import', at: 'here' }, input: () => ({ file: file() }) },
  'agency.import': { open: { action: 'agency.import', at: 'here' }, input: () => ({ file: file() }) },

  'person.list': { open: 'staff', input: ({ agencyId }) => ({ agencyId }) },
  'person.show': { open: { action: 'person.view' }, input: person },
  'person.create': {
    open: { action: 'person.create' },
    input: ({ agencyId }) => ({ agencyId, username: 'newcomer', name: '新人' }),
  },
  'person.change': {
    open: { action: 'person.change', state: 'active' },
    input: (subject) => ({ ...person(subject), name: '改名' }),
  },
  'person.unlock': {
    open: { action: 'person.unlock', state: 'locked' },
    input: ({ lockedId: id }) => ({ id }),
  },
  'person.resetPassword': { open: { action: 'person.reset_password', state: 'active' }, input: person },
  'person.resetSecondFactor': {
    open: { action: 'person.reset_second_factor', state: 'active' },
    input: person,
  },
  'person.sessions': { open: { action: 'session.view' }, input: person },
  'person.endSessions': { open: { action: 'session.end' }, input: person },
  'person.previewHandOver': { open: { action: 'person.hand_over', state: 'active' }, input: person },
  'person.handOver': {
    open: { action: 'person.hand_over', state: 'active' },
    input: (subject) => ({
      ...person(subject),
      successors: [{ agencyId: subject.agencyId, role: 'officer', personId: null }],
      reason: '调动',
    }),
  },

  'post.list': { open: 'staff', input: ({ agencyId }) => ({ agencyId }) },
  'post.propose': {
    open: { action: 'post.propose' },
    input: ({ personId, agencyId }) => ({ personId, agencyId, role: 'supervisor' }),
  },
  'post.authorise': {
    open: { action: 'post.authorise', state: 'proposed' },
    input: ({ proposedPostId: id }) => ({ id }),
  },
  'post.refuse': {
    open: { action: 'post.refuse', state: 'proposed' },
    input: ({ proposedPostId: id }) => ({ id, reason: '不合适' }),
  },
  'post.end': {
    open: { action: 'post.end', state: 'active' },
    input: ({ activePostId: id }) => ({ id, reason: '轮岗' }),
  },

  'token.list': { open: 'staff', input: ({ agencyId }) => ({ agencyId }) },
  'token.create': {
    open: { action: 'token.create' },
    input: ({ agencyId }) => ({ agencyId, name: '系统', scopes: ['agency.view'] }),
  },
  'token.revoke': {
    open: { action: 'token.revoke', state: 'active' },
    input: ({ tokenId: id }) => ({ id }),
  },

  'audit.search': { open: { action: 'audit.search' }, input: ({ agencyId }) => ({ agencyId }) },
  'audit.verify': { open: { action: 'audit.verify', at: 'here' }, input: () => ({}) },

  'mail.list': { open: { action: 'mail.view', at: 'root' } },
  'job.list': { open: { action: 'job.view', at: 'root' } },

  'calendar.list': { open: { action: 'calendar.view', at: 'here' } },
  'calendar.template': { open: 'staff', input: () => ({ year: 2031 }) },
  'calendar.previewImport': { open: { action: 'calendar.import', at: 'root' }, input: calendar },
  'calendar.import': { open: { action: 'calendar.import', at: 'root' }, input: calendar },

  'setting.list': { open: { action: 'setting.view', at: 'root' } },
  'setting.change': {
    open: { action: 'setting.change', state: 'security', at: 'root' },
    input: () => ({ changes: [{ name: 'security.failures', value: 10 }] }),
  },

  'work.list': { open: 'staff', input: () => ({ scope: 'agency' }) },
  'work.counts': { open: 'staff' },
  'work.reassign': {
    open: { action: 'work.reassign', state: 'open' },
    input: ({ workId: id }) => ({ id, personId: null, reason: '休假' }),
  },

  'column.list': { open: { action: 'column.view' }, input: ({ agencyId }) => ({ agencyId }) },
  'column.create': {
    open: { action: 'column.create' },
    input: ({ agencyId }) => ({ agencyId, block: 'rules', name: '新栏目' }),
  },
  'column.change': {
    open: { action: 'column.change', state: 'open' },
    input: ({ columnId: id }) => ({ id, description: '改' }),
  },
  'column.close': { open: { action: 'column.close', state: 'open' }, input: ({ columnId: id }) => ({ id }) },

  // Applicants prove themselves with number and query code.
  'request.submit': { open: 'anybody', input: () => ({ ...application, agencyId: 'x' }) },
  'request.track': { open: 'anybody', input: receipt },
  'request.takeOwnStep': { open: 'anybody', input: () => ({ ...receipt(), taken: { step: 'withdraw' } }) },
  'request.register': {
    open: { action: 'request.register' },
    input: ({ agencyId }) => ({ ...application, agencyId, channel: 'fax', on: '2026-03-16' }),
  },
  'request.list': { open: { action: 'request.view' }, input: ({ agencyId }) => ({ agencyId }) },
  'request.read': { open: { action: 'request.view' }, input: request },
  'request.showApplicant': {
    open: { action: 'request.show_applicant' },
    input: (subject) => ({ ...request(subject), reason: '电话联系申请人' }),
  },
  'request.takeStep': {
    open: { action: 'request.handle' },
    input: (subject) => ({ ...request(subject), taken: { step: 'confirm_receipt' } }),
  },

  'requestList.counts': { open: { action: 'request.view' }, input: ({ agencyId }) => ({ agencyId }) },
  'requestList.views': { open: 'staff' },
  'requestList.saveView': {
    open: 'staff',
    input: () => ({ name: '超期的', filter: { due: 'overdue' }, order: 'due' }),
  },
  'requestList.removeView': { open: 'staff', input: () => ({ id: '00000000-0000-7000-8000-000000000000' }) },
  'requestList.bulk': {
    open: { action: 'request.view' },
    input: ({ agencyId, requestId }) => ({ agencyId, act: 'confirm_receipt', ids: [requestId] }),
  },
  'requestList.officers': { open: { action: 'request.view' }, input: ({ agencyId }) => ({ agencyId }) },
  'requestList.similar': { open: { action: 'request.propose' }, input: ({ agencyId }) => ({ agencyId }) },
  'requestList.propose': {
    open: { action: 'request.propose' },
    input: (subject) => ({ ...request(subject), act: 'propose', note: '多人申请' }),
  },
  'requestList.earlier': {
    open: { action: 'request.register' },
    input: ({ agencyId }) => ({ agencyId, applicant: { phone: '13900001111' } }),
  },

  'requestFile.list': { open: { action: 'request.read_files' }, input: request },
  'requestFile.change': {
    open: { action: 'request.handle' },
    input: (subject) => ({ ...caseFile(subject), isProvided: true }),
  },
  'requestFile.remove': {
    open: { action: 'request.handle' },
    input: (subject) => ({ ...caseFile(subject), reason: '误传' }),
  },
  'requestRedaction.open': { open: { action: 'request.handle' }, input: caseFile },
  'requestRedaction.recognise': {
    open: { action: 'request.handle' },
    input: (subject) => ({ ...caseFile(subject), page: 1 }),
  },
  'requestRedaction.save': {
    open: { action: 'request.handle' },
    input: (subject) => ({ ...caseFile(subject), areas: [] }),
  },
  'requestRedaction.redact': {
    open: { action: 'request.handle' },
    input: (subject) => ({
      ...caseFile(subject),
      areas: [{ page: 1, box: [0, 0, 10, 10], reasonCode: 'name' }],
    }),
  },

  'requestLetter.preview': {
    open: { action: 'request.handle' },
    input: (subject) => ({ ...request(subject), taken: { step: 'ask_for_correction' }, letter: {} }),
  },
  'requestLetter.read': {
    open: { action: 'request.read_files' },
    input: (subject) => ({ ...request(subject), letterId: subject.requestId }),
  },
  'requestLetter.templates': {
    open: { action: 'letter_template.view' },
    input: ({ agencyId }) => ({ agencyId }),
  },
  'requestLetter.checkTemplate': {
    open: { action: 'letter_template.view' },
    input: ({ agencyId }) => ({ agencyId, template: 'correction_notice', text: '标题：' }),
  },
  'requestLetter.changeTemplate': {
    open: { action: 'letter_template.change' },
    input: ({ agencyId }) => ({ agencyId, template: 'correction_notice', text: null }),
  },

  'requestArchive.catalogue': { open: { action: 'request.read_files' }, input: request },
  'requestArchive.verify': { open: { action: 'request.read_files' }, input: request },
  'requestArchive.hold': {
    open: { action: 'request.hold' },
    input: (subject) => ({ ...request(subject), reason: '正在行政复议' }),
  },
  'requestArchive.release': { open: { action: 'request.hold' }, input: request },
  'requestArchive.due': { open: { action: 'request.destroy' }, input: ({ agencyId }) => ({ agencyId }) },
  'requestArchive.destroy': {
    open: { action: 'request.destroy' },
    input: ({ agencyId, requestId }) => ({ agencyId, ids: [requestId], reason: '保存期限届满，同意销毁' }),
  },

  'notification.list': { open: 'staff' },
  'notification.unread': { open: 'staff' },
  'notification.markRead': { open: 'staff', input: () => ({}) },
};

/** What a person is at an agency (职责). A person's roles come from their posts; see the area `agency`. */
export const roles = {
  officer: '经办人',
  reviewer: '审核人',
  secrecy_reviewer: '保密审查员',
  disclosure_head: '公开机构负责人',
  supervisor: '主管部门工作人员',
  system_administrator: '系统管理员',
  security_administrator: '安全管理员',
  audit_administrator: '审计管理员',
} as const;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as readonly Role[];

/** 三员分立: the three roles that three different people hold, none of whom does anything else. */
export const administratorRoles = [
  'system_administrator',
  'security_administrator',
  'audit_administrator',
] as const satisfies readonly Role[];

/** At which agencies a role may act: its own alone, or its own and all below it in the tree. */
export type Reach = 'own' | 'own_and_below';

/** One row of the matrix: who may do what, where, and in which states of the thing acted on (all when absent). */
export interface Permission {
  readonly action: string;
  readonly roles: readonly Role[];
  readonly reach: Reach;
  readonly states?: readonly string[];
}

const everyone = roleNames;
const system = ['system_administrator'] as const;
const security = ['security_administrator'] as const;
const audit = ['audit_administrator'] as const;
const administrators = administratorRoles;

const permission = <const A extends string>(
  action: A,
  who: readonly Role[],
  reach: Reach,
  states?: readonly string[],
) => ({ action, roles: who, reach, ...(states && { states }) });

/**
 * The one matrix: role × action × state × own agency or those below. What stands in no row is forbidden.
 * Printed into docs/permissions.md.
 */
export const permissions = [
  permission('agency.view', everyone, 'own_and_below'),
  permission('agency.create', system, 'own_and_below'),
  permission('agency.change', system, 'own_and_below', ['open']),
  permission('agency.close', system, 'own_and_below', ['open']),
  permission('agency.import', system, 'own_and_below'),

  permission('person.view', everyone, 'own'),
  permission('person.view', [...administrators, 'supervisor'], 'own_and_below'),
  permission('person.create', system, 'own_and_below'),
  permission('person.change', system, 'own_and_below', ['invited', 'active', 'locked']),
  permission('person.hand_over', system, 'own_and_below', ['invited', 'active', 'locked']),
  permission('person.unlock', security, 'own_and_below', ['locked']),
  // The password lies with one administrator, the second factor with another: none takes over an account alone.
  permission('person.reset_password', system, 'own_and_below', ['invited', 'active', 'locked']),
  permission('person.reset_second_factor', security, 'own_and_below', ['invited', 'active', 'locked']),
  // Phone and e-mail in full; everybody else sees them masked.
  permission('person.contact', system, 'own_and_below'),
  permission('person.contact', ['disclosure_head'], 'own'),

  permission('post.view', administrators, 'own_and_below'),
  permission('post.propose', system, 'own_and_below'),
  permission('post.authorise', security, 'own_and_below', ['proposed']),
  permission('post.refuse', security, 'own_and_below', ['proposed']),
  permission('post.end', security, 'own_and_below', ['active']),

  permission('session.view', security, 'own_and_below'),
  permission('session.end', security, 'own_and_below'),

  permission('token.view', [...system, ...security], 'own_and_below'),
  permission('token.create', security, 'own_and_below'),
  permission('token.revoke', security, 'own_and_below', ['active']),

  permission('setting.view', administrators, 'own_and_below'),
  permission('setting.change', system, 'own_and_below', ['operation']),
  permission('setting.change', security, 'own_and_below', ['security']),

  permission('calendar.view', everyone, 'own_and_below'),
  permission('calendar.import', system, 'own_and_below'),

  permission('audit.search', audit, 'own_and_below'),
  permission('audit.export', audit, 'own_and_below'),
  permission('audit.verify', audit, 'own_and_below'),

  permission(
    'work.view',
    [
      'officer',
      'reviewer',
      'secrecy_reviewer',
      'disclosure_head',
      'supervisor',
      'system_administrator',
      'security_administrator',
    ],
    'own',
  ),
  permission('work.reassign', ['disclosure_head'], 'own', ['open']),

  permission('column.view', everyone, 'own_and_below'),
  permission('column.create', ['disclosure_head'], 'own'),
  permission('column.change', ['officer', 'disclosure_head'], 'own', ['open']),
  permission('column.close', ['disclosure_head'], 'own', ['open']),

  permission('request.view', ['officer', 'reviewer', 'secrecy_reviewer', 'disclosure_head'], 'own'),
  permission('request.view', ['supervisor'], 'own_and_below'),
  // 暂缓销毁, and 销毁 of what retention has run out for.
  permission('request.hold', ['officer', 'disclosure_head'], 'own'),
  permission('request.destroy', ['disclosure_head'], 'own'),
  // What is in the file of the case: also what applicants and third parties handed in, so never from above.
  permission('request.read_files', ['officer', 'reviewer', 'secrecy_reviewer', 'disclosure_head'], 'own'),
  // The applicant in full; lists and case pages show a masked name.
  permission('request.show_applicant', ['officer', 'disclosure_head'], 'own'),
  permission('request.register', ['officer'], 'own'),
  permission('request.handle', ['officer'], 'own'),
  // 指定经办人; 条例第四十四条: what several applied for is brought together and proposed.
  permission('request.assign', ['officer', 'disclosure_head'], 'own'),
  permission('request.propose', ['officer', 'disclosure_head'], 'own'),
  permission('request.review', ['reviewer'], 'own'),
  permission('request.review_secrecy', ['secrecy_reviewer'], 'own'),
  // 条例第三十三条第二款: the head of the working body approves extensions; replies and closings as well.
  permission('request.approve', ['disclosure_head'], 'own'),

  permission('letter_template.view', ['officer', 'reviewer', 'secrecy_reviewer', 'disclosure_head'], 'own'),
  permission('letter_template.change', ['disclosure_head'], 'own'),

  permission('mail.view', system, 'own_and_below'),
  permission('job.view', system, 'own_and_below'),
] as const;

export type Action = (typeof permissions)[number]['action'];

export const actions = [...new Set(permissions.map(({ action }) => action))] as readonly Action[];

/** A role held at an agency. */
export interface HeldRole {
  readonly role: Role;
  readonly agencyId: string;
}

/** The thing that is acted on, as far as permission turns on it. */
export interface Subject {
  readonly agencyId: string;
  /** The agencies above `agencyId` in the tree, nearest first. */
  readonly agenciesAbove: readonly string[];
  /** The state it is in; undefined for what has none. */
  readonly state?: string;
}

/**
 * Whether somebody who holds these roles may do this to that. Pure; the same on the server, which decides, and
 * in the office, which shows only what may be done.
 */
export const may = (held: readonly HeldRole[], action: Action, subject: Subject): boolean =>
  permissions.some(
    (row: Permission) =>
      row.action === action &&
      (row.states === undefined || (subject.state !== undefined && row.states.includes(subject.state))) &&
      held.some(
        ({ role, agencyId }) =>
          row.roles.includes(role) &&
          (agencyId === subject.agencyId ||
            (row.reach === 'own_and_below' && subject.agenciesAbove.includes(agencyId))),
      ),
  );

/** Whether these roles allow an action anywhere at all: decides what a menu shows. */
export const mayAnywhere = (held: readonly HeldRole[], action: Action): boolean =>
  permissions.some(
    (row: Permission) => row.action === action && held.some(({ role }) => row.roles.includes(role)),
  );

/** Where these roles allow an action, whatever the state: at which agencies alone, and at which with all below. */
export const reachOf = (
  held: readonly HeldRole[],
  action: Action,
): { readonly own: readonly string[]; readonly ownAndBelow: readonly string[] } => {
  const at = (reach: Reach): readonly string[] => [
    ...new Set(
      held
        .filter(({ role }) =>
          permissions.some(
            (row: Permission) => row.action === action && row.reach === reach && row.roles.includes(role),
          ),
        )
        .map(({ agencyId }) => agencyId),
    ),
  ];
  return { own: at('own'), ownAndBelow: at('own_and_below') };
};

import { roles } from '@gongkai/contract';
import { demonstrationAgencies, demonstrationGovernment, demonstrationOffice } from './agencies.ts';
import { demonstrationPassword } from './password.ts';
import { demonstrationAdministrators, demonstrationPeople } from './people.ts';

export interface DemonstrationAccount {
  readonly username: string;
  readonly name: string;
  readonly agency: string;
  /** What the person is, as people read it: 经办人; several are joined by 、. */
  readonly role: string;
}

/** How to sign in to the demonstration: the same password for everybody. */
export interface Demonstration {
  readonly password: string;
  readonly accounts: readonly DemonstrationAccount[];
}

const names = new Map(
  [demonstrationGovernment, demonstrationOffice, ...demonstrationAgencies].map(({ key, name }) => [
    key,
    name,
  ]),
);

export const listAccounts = (): Demonstration => {
  const { system, security, audit } = demonstrationAdministrators;
  const administrator = (
    person: { readonly username: string; readonly name: string },
    role: string,
  ): DemonstrationAccount => ({ ...person, agency: demonstrationGovernment.name, role });
  return {
    password: demonstrationPassword,
    accounts: [
      administrator(system, roles.system_administrator),
      administrator(security, roles.security_administrator),
      administrator(audit, roles.audit_administrator),
      ...demonstrationPeople.map(({ username, name, posts }) => ({
        username,
        name,
        agency: [...new Set(posts.map(({ agency }) => names.get(agency) ?? agency))].join('、'),
        role: [...new Set(posts.map(({ role }) => roles[role]))].join('、'),
      })),
    ],
  };
};

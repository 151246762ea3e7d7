import type { TakenStep } from '@gongkai/contract';
import { type CivilDate, daysBetween, inChinese } from '@gongkai/statute';
import {
  attachmentPaper,
  identityPaper,
  informationPaper,
  letterPaper,
  searchPaper,
} from './invent-papers.ts';
import { inventRoster } from './invent-roster.ts';
import type { Path } from './path.ts';
import type { PlannedCase } from './planned-case.ts';
import type { PlannedFile } from './planned-file.ts';
import { openRandom } from './random.ts';

/** Papers of cases that came earlier are in the cabinets; making them takes longer than anything else. */
const filesDays = 36;

const written: readonly Path['channel'][] = [
  'signed_post',
  'ordinary_mail',
  'fax',
  'in_person',
  'other_agency',
];

interface Told {
  readonly agencyName: string;
  readonly path: Path;
  readonly today: CivilDate;
}

const filesOfApplicant = (
  { request, on }: PlannedCase,
  { agencyName, path }: Told,
): readonly PlannedFile[] => {
  const { applicant } = request;
  if (written.includes(path.channel))
    return [
      {
        with: 'submit',
        kind: 'scan',
        name: '来件扫描件',
        as: 'png',
        sheet: letterPaper(agencyName, inChinese(on), { ...request, agencyId: '' }),
      },
    ];
  if (path.channel !== 'internet') return [];
  // Some only: most prove who they are otherwise.
  if (Number(applicant.phone?.slice(-1) ?? 0) % 3 !== 0) return [];
  const isPerson = applicant.kind === 'naturalPerson' && applicant.identity?.kind === 'idCard';
  return [
    ...(isPerson
      ? [
          {
            with: 'submit',
            kind: 'identity_proof',
            name: '身份证照片',
            as: 'png',
            sheet: identityPaper(applicant),
          } as const,
        ]
      : [
          {
            with: 'submit',
            kind: 'attachment',
            name: '补充说明',
            as: 'pdf',
            sheet: attachmentPaper({ ...request, agencyId: '' }),
          } as const,
        ]),
  ];
};

const filesOfAgency = ({ request, on }: PlannedCase, { agencyName, path }: Told): readonly PlannedFile[] => {
  const { content } = request;
  const day = inChinese(on);
  const before = (step: TakenStep, file: Omit<PlannedFile, 'with'>): PlannedFile => ({ with: step, ...file });
  switch (path.outcome) {
    case 'unavailable_nonexistent':
      return [
        before('record_search', {
          kind: 'search_evidence',
          name: '档案检索记录',
          as: 'pdf',
          sheet: searchPaper(agencyName, day, content),
        }),
      ];
    case 'disclosed_provided':
      return [
        before('draft_decision', {
          kind: 'information',
          name: content.title ?? '所申请的信息',
          as: 'pdf',
          sheet: informationPaper(agencyName, day, content),
          provided: 'whole',
        }),
      ];
    case 'partially_disclosed':
      return [
        before('draft_decision', {
          kind: 'information',
          name: '补助对象名册',
          as: 'pdf',
          sheet: inventRoster(openRandom(Date.parse(on) / 1000), {
            organ: agencyName,
            title: '补助对象名册',
            households: 5,
          }),
          provided: 'redacted',
        }),
      ];
    default:
      return [];
  }
};

/** What of paper belongs to a case. Of old ones none; the same for the same case. */
export const planFiles = (planned: PlannedCase, told: Told): readonly PlannedFile[] => {
  if (daysBetween(planned.on, told.today) > filesDays) return [];
  return [...filesOfApplicant(planned, told), ...filesOfAgency(planned, told)];
};

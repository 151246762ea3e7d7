import type { IntakeChannel, ProvisionWay } from '@gongkai/contract';
import { type OutcomeId, outcomes } from '@gongkai/statute';
import { mattersOfAgencies, places, projects } from './matters-of-agencies.ts';
import { additions, mattersOfOutcomes } from './matters-of-outcomes.ts';
import type { Path } from './path.ts';
import type { Random } from './random.ts';

/** How often requests end so, of a thousand; about as annual reports of counties tell. */
const shares: Readonly<Record<OutcomeId, number>> = {
  disclosed_public_already: 130,
  disclosed_provided: 340,
  disclosed_access_told: 60,
  disclosed_public_interest: 9,
  partially_disclosed: 95,
  refused_state_secret: 5,
  refused_prohibited_by_law: 6,
  refused_security: 6,
  refused_third_party: 20,
  refused_internal_affairs: 15,
  refused_deliberative: 18,
  refused_enforcement_file: 16,
  refused_registry_inquiry: 10,
  unavailable_nonexistent: 95,
  unavailable_not_responsible: 65,
  unavailable_needs_creation: 22,
  unavailable_still_unclear: 10,
  not_processed_complaint: 24,
  not_processed_duplicate: 16,
  not_processed_publication: 8,
  not_processed_excessive: 9,
  not_processed_confirmation: 8,
  closed_not_corrected: 16,
  closed_fee_unpaid: 8,
  withdrawn: 26,
  other_consultation: 14,
  other_not_government_information: 9,
  other_archived: 9,
};

/** Each case in so many ends in the next outcome of the list, so that in three years every one occurs. */
const everyOutcomeBy = 20;

export const chooseOutcome = (random: Random, serial: number): OutcomeId =>
  serial % everyOutcomeBy === 0
    ? outcomes[(serial / everyOutcomeBy) % outcomes.length]!.id
    : random.weighted(outcomes.map(({ id }) => [id, shares[id]] as const));

export const chooseChannel = (random: Random): IntakeChannel =>
  random.weighted<IntakeChannel>([
    ['internet', 60],
    ['in_person', 11],
    ['signed_post', 14],
    ['ordinary_mail', 4],
    ['misdirected_mail', 2],
    ['fax', 2],
    ['oral', 3],
    ['other_agency', 4],
  ]);

export const chooseWay = (random: Random, channel: IntakeChannel): ProvisionWay =>
  channel === 'internet'
    ? random.weighted<ProvisionWay>([
        ['electronic', 7],
        ['post', 3],
      ])
    : random.weighted<ProvisionWay>([
        ['post', 6],
        ['in_person', 3],
        ['fax', 1],
      ]);

/** What is asked for: `title` where people name a document. */
export const chooseMatter = (
  random: Random,
  {
    agency,
    shortName,
    outcome,
    year,
  }: { agency: string; shortName: string; outcome: OutcomeId; year: number },
): { readonly title: string | null; readonly description: string } => {
  const special = mattersOfOutcomes[outcome]?.asks;
  const text = random.pick(special ?? mattersOfAgencies[agency] ?? []);
  const filled = text
    .replaceAll('{y}', String(year - random.below(3)))
    .replaceAll('{p}', random.pick(places))
    .replaceAll('{x}', random.pick(projects))
    .replaceAll('{a}', shortName);
  const [title = null, description] = filled.includes('｜') ? filled.split('｜') : [null, filled];
  return { title, description: `${description}${random.pick(additions)}` };
};

const consulting = (random: Random, outcome: OutcomeId): Path['consult'] => {
  if (outcome === 'refused_third_party') return 'objectsWithReason';
  if (outcome === 'disclosed_public_interest') return random.pick(['objects', 'objectsWithReason']);
  if (outcome === 'partially_disclosed' && random.chance(0.3))
    return random.pick(['silent', 'objectsWithReason']);
  if (!outcome.startsWith('disclosed_p') || !random.chance(0.14)) return undefined;
  return random.pick(['consents', 'silent', 'organ', 'joint']);
};

/** How the case goes that comes to an outcome. At most one thing holds it up for long. */
export const choosePath = (
  random: Random,
  from: Pick<Path, 'outcome' | 'matter' | 'channel' | 'way'>,
): Path => {
  const { outcome, channel } = from;
  if (outcome === 'closed_not_corrected') return { ...from, correction: 'silent' };
  if (outcome === 'closed_fee_unpaid') return { ...from, fee: 'unpaid' };
  if (outcome === 'unavailable_still_unclear') return { ...from, correction: 'answered' };
  if (outcome === 'not_processed_excessive') return { ...from, reasons: 'asked' };
  if (outcome === 'withdrawn') return from;
  if (
    outcome === 'disclosed_public_already' &&
    (channel === 'in_person' || channel === 'oral') &&
    random.chance(0.7)
  )
    return { ...from, isOnTheSpot: true };
  const consult = consulting(random, outcome);
  if (consult !== undefined) return { ...from, consult };
  return random.weighted<() => Path>([
    [() => from, 66],
    [() => ({ ...from, correction: 'answered' }), 7],
    [() => ({ ...from, isSentBack: true }), 6],
    [() => ({ ...from, extension: random.pick([10, 15, 20] as const) }), 8],
    [() => ({ ...from, extension: 'refused' }), 1],
    [() => ({ ...from, lost: random.from(16, 34) }), 4],
    [() => ({ ...from, fee: random.pick(['paid', 'paid', 'waived'] as const) }), 2],
    [() => ({ ...from, reasons: 'delayed' }), 1],
  ])();
};

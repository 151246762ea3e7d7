import type { Laid } from '../laid.ts';
import type { Damage, DamageContext } from './damage.ts';
import { documentDamages } from './documents.ts';
import { figureDamages } from './figures.ts';
import { labelDamages } from './labels.ts';
import { shapeDamages } from './shapes.ts';
import { strangerDamages } from './strangers.ts';
import { tableDamages } from './tables.ts';

/** Every damage, in the order of the tables that score-run.ts prints. */
export const damages: readonly Damage[] = [
  ...labelDamages,
  ...figureDamages,
  ...tableDamages,
  ...documentDamages,
  ...strangerDamages,
  ...shapeDamages,
];

export const getDamage = (name: string): Damage => {
  const damage = damages.find((candidate) => candidate.name === name);
  if (damage === undefined) throw new Error(`no damage ${name}`);
  return damage;
};

/** Does one damage after another and notes their names; those that cannot be done to this report are left out. */
export const damaged = (laid: Laid, names: readonly string[], context: DamageContext): Laid =>
  names.reduce((before, name) => {
    const after = getDamage(name).apply(before, { ...context, random: context.random.fork(name) });
    return after === null ? before : { ...after, damages: [...before.damages, name] };
  }, laid);

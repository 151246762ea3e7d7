import type { TakenStep } from '@gongkai/contract';
import { ORPCError } from '@orpc/client';
import { api } from '../../api/api.ts';
import { type FieldProblem, problemOf } from '../../api/problem.ts';

/** What a form holds, as the contract takes it: nothing that is empty. */
export const filledIn = (values: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        value !== '' &&
        // A group of fields of which the first, its name, stayed empty.
        !(typeof value === 'object' && 'name' in value && !value.name),
    ),
  );

/** The server names fields from the whole input: `taken.withheld.0.what`. */
const inForm = ({ field, message }: FieldProblem): FieldProblem => ({
  field: field.replace(/^taken\./, ''),
  message,
});

/** Takes a step. Throws what the API client throws, with the fields named as the form has them. */
export const takeStep = async (
  id: string,
  step: TakenStep,
  input: Readonly<Record<string, unknown>>,
  context: { readonly once: string },
): Promise<void> => {
  try {
    await api.request.takeStep.call({ id, taken: { step, ...input } as never }, { context });
  } catch (error) {
    const { status, message, fields, code } = problemOf(error);
    if (!(error instanceof ORPCError) || fields.length === 0) throw error;
    throw new ORPCError(code, { status, message, data: { fields: fields.map(inForm) } });
  }
};

import type { RegisterRequest, Role, StepInput, TakenStep } from '@gongkai/contract';
import { stepInputs } from '@gongkai/contract';
import { openTestDistrict, type TestDistrict } from '../agency/agency-test-kit.ts';
import type { Caller } from '../agency/index.ts';
import { anApplication } from './application-test-kit.ts';
import { freezeCaseJobName } from './archive/freeze-job-name.ts';
import { type Receipt, registerRequest, submitRequest } from './submit-request.ts';
import { type Taken, takeStep } from './take-step.ts';

export { anApplication };

export type Roles = 'officer' | 'reviewer' | 'secrecy_reviewer' | 'disclosure_head';

/** An agency with one person for each part, and what they do, in few words. */
export interface TestOffice extends TestDistrict {
  readonly people: Readonly<Record<Roles, Caller>>;
  readonly submit: (description?: string) => Promise<Receipt>;
  readonly register: (
    channel: RegisterRequest['channel'],
    on: string,
    description?: string,
  ) => Promise<Receipt>;
  readonly take: <S extends TakenStep>(
    who: Caller,
    id: string,
    step: S,
    input?: Partial<StepInput<S>>,
  ) => Promise<Taken>;
}

export const openTestOffice = async (): Promise<TestOffice> => {
  const district = await openTestDistrict([freezeCaseJobName]);
  const { spine, officeId, as } = district;
  const person = (role: Role): Promise<Caller> => as(role, officeId);
  const people = {
    officer: await person('officer'),
    reviewer: await person('reviewer'),
    secrecy_reviewer: await person('secrecy_reviewer'),
    disclosure_head: await person('disclosure_head'),
  };
  return {
    ...district,
    people,
    submit: (description) => submitRequest(spine, { requestId: null }, anApplication(officeId, description)),
    register: (channel, on, description) =>
      registerRequest(spine, people.officer, { ...anApplication(officeId, description), channel, on }),
    take: (who, id, step, input = {}) =>
      takeStep(spine, who, id, { step, input: stepInputs[step].parse(input) as never }),
  };
};

/** Sets the clock to the morning of a day. */
export const at = ({ clock }: TestDistrict, day: string): void => {
  clock.now = new Date(`${day}T01:00:00Z`);
};

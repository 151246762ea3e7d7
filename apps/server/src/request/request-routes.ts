import { type ApiContext, api, publicApi } from '../agency/index.ts';
import { limitApplicants, takeStepAsApplicant } from './applicant-access.ts';
import { listRequests } from './list/list-requests.ts';
import { readRequest } from './read-request.ts';
import { showApplicant } from './show-applicant.ts';
import { registerRequest, type Submitter, submitRequest } from './submit-request.ts';
import { takeStep } from './take-step.ts';
import { trackRequest } from './track-request.ts';

/** Who asks without being signed in. A key stands for one request: a keyed hash of what was asked goes with it. */
const submitterOf = ({ request, spine }: ApiContext, input: unknown): Submitter => {
  const once = request.headers.get('idempotency-key');
  return {
    requestId: request.id,
    ...(once && {
      once,
      asked: spine.cipher.index(JSON.stringify(input), 'done_once.asked').toString('hex'),
    }),
  };
};

/** The API's part on applications: the first three for applicants, by number and query code; the rest for staff. */
export const requestRoutes = {
  submit: publicApi.request.submit.handler(async ({ context, input }) => {
    await limitApplicants(context.spine, context.request.address);
    return submitRequest(context.spine, submitterOf(context, input), input);
  }),
  track: publicApi.request.track.handler(async ({ context, input }) => {
    await limitApplicants(context.spine, context.request.address);
    return trackRequest(context.spine, input);
  }),
  takeOwnStep: publicApi.request.takeOwnStep.handler(async ({ context, input }) => {
    await limitApplicants(context.spine, context.request.address);
    const { taken, ...proof } = input;
    const { step, ...given } = taken;
    return takeStepAsApplicant(context.spine, submitterOf(context, input), proof, {
      step,
      input: given as never,
    });
  }),
  register: api.request.register.handler(({ context: { spine, caller }, input }) =>
    registerRequest(spine, caller, input),
  ),
  list: api.request.list.handler(({ context: { spine, caller }, input }) =>
    listRequests(spine, caller, input),
  ),
  read: api.request.read.handler(({ context: { spine, caller }, input }) =>
    readRequest(spine, caller, input.id),
  ),
  showApplicant: api.request.showApplicant.handler(({ context: { spine, caller }, input }) =>
    showApplicant(spine, caller, input),
  ),
  takeStep: api.request.takeStep.handler(({ context: { spine, caller }, input: { id, taken } }) => {
    const { step, ...input } = taken;
    return takeStep(spine, caller, id, { step, input: input as never });
  }),
};

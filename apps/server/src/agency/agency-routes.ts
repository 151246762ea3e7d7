import { api } from './api.ts';
import { changeAgency } from './change-agency.ts';
import { closeAgency, type OpenElsewhere } from './close-agency.ts';
import { createAgency } from './create-agency.ts';
import { designateCompetent } from './designate-competent.ts';
import { importAgencies, previewAgencyImport } from './import-agencies.ts';
import { makeAgencyTemplate } from './make-agency-template.ts';
import { moveAgency } from './move-agency.ts';
import { permitReading, rolesFor } from './permit.ts';
import { agenciesFrom, presentEntry, readAgency } from './queries.ts';

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/**
 * The API's part on agencies.
 *
 * @param openElsewhere what other areas still have open with an agency that is to be closed
 */
export const agencyRoutes = (openElsewhere: readonly OpenElsewhere[]) => ({
  list: api.agency.list.handler(async ({ context: { spine, caller }, input }) => {
    const held = [...new Set(rolesFor(caller, 'agency.view').map(({ agencyId }) => agencyId))];
    return (await agenciesFrom(spine.db, held, input)).map(presentEntry);
  }),
  read: api.agency.read.handler(async ({ context: { spine, caller }, input }) => {
    await permitReading(spine, caller, 'agency.view', input.id);
    return readAgency(spine.db, input.id);
  }),
  create: api.agency.create.handler(({ context: { spine, caller }, input }) =>
    createAgency(spine, caller, input),
  ),
  change: api.agency.change.handler(async ({ context: { spine, caller }, input }) => {
    await changeAgency(spine, caller, input);
    return {};
  }),
  move: api.agency.move.handler(async ({ context: { spine, caller }, input }) => {
    await moveAgency(spine, caller, input);
    return {};
  }),
  designateCompetent: api.agency.designateCompetent.handler(async ({ context: { spine, caller }, input }) => {
    await designateCompetent(spine, caller, input);
    return {};
  }),
  close: api.agency.close.handler(async ({ context: { spine, caller }, input }) => {
    await closeAgency(spine, caller, input, openElsewhere);
    return {};
  }),
  importTemplate: api.agency.importTemplate.handler(() => makeAgencyTemplate()),
  previewImport: api.agency.previewImport.handler(async ({ context: { spine, caller }, input }) =>
    previewAgencyImport(spine, caller, await bytesOf(input.file)),
  ),
  import: api.agency.import.handler(async ({ context: { spine, caller }, input }) =>
    importAgencies(spine, caller, await bytesOf(input.file)),
  ),
});

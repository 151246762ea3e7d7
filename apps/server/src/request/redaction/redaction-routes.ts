import { api } from '../../agency/index.ts';
import { openRedaction, recognisePage } from './open-redaction.ts';
import type { Redactor } from './open-redactor.ts';
import { redactFile } from './redact-file.ts';
import { saveAreas } from './save-areas.ts';

/** The API's part on redaction, but for the pictures of pages (draw-page.ts). */
export const requestRedactionRoutes = (redactor: Redactor) => ({
  open: api.requestRedaction.open.handler(({ context: { spine, caller }, input }) =>
    openRedaction(spine, redactor, caller, input),
  ),
  recognise: api.requestRedaction.recognise.handler(({ context: { spine, caller }, input }) =>
    recognisePage(spine, redactor, caller, input),
  ),
  save: api.requestRedaction.save.handler(({ context: { spine, caller }, input }) =>
    saveAreas(spine, caller, input),
  ),
  redact: api.requestRedaction.redact.handler(({ context: { spine, caller }, input }) =>
    redactFile(spine, redactor, caller, input),
  ),
});

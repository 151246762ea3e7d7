import { api } from '../../agency/index.ts';
import { changeTemplate, checkTemplateText, listTemplates } from './letter-templates.ts';
import { readLetter } from './open-letter.ts';
import { previewLetter } from './preview-letter.ts';

/** The API's part on letters and their templates. Files: `downloadLetter`. */
export const requestLetterRoutes = {
  preview: api.requestLetter.preview.handler(({ context: { spine, caller }, input }) =>
    previewLetter(spine, caller, input),
  ),
  read: api.requestLetter.read.handler(({ context: { spine, caller }, input }) =>
    readLetter(spine, caller, input),
  ),
  templates: api.requestLetter.templates.handler(({ context: { spine, caller }, input }) =>
    listTemplates(spine, caller, input.agencyId),
  ),
  checkTemplate: api.requestLetter.checkTemplate.handler(({ context: { spine, caller }, input }) =>
    checkTemplateText(spine, caller, input),
  ),
  changeTemplate: api.requestLetter.changeTemplate.handler(({ context: { spine, caller }, input }) =>
    changeTemplate(spine, caller, input),
  ),
};

import { api } from './api.ts';
import { listCalendarYears } from './calendar-years.ts';
import { importCalendarYear, previewCalendarYear } from './import-calendar-year.ts';
import { makeCalendarTemplate } from './make-calendar-template.ts';
import { permitReading } from './permit.ts';

/** The API's part on the working-day calendar. */
export const calendarRoutes = {
  list: api.calendar.list.handler(async ({ context: { spine, caller }, input }) => {
    await permitReading(spine, caller, 'calendar.view', caller.agencyId);
    return listCalendarYears(spine.db, input.regionCode, spine.now());
  }),
  template: api.calendar.template.handler(({ input }) => makeCalendarTemplate(input.year)),
  previewImport: api.calendar.previewImport.handler(({ context: { spine, caller }, input }) =>
    previewCalendarYear(spine, caller, input),
  ),
  import: api.calendar.import.handler(({ context: { spine, caller }, input }) =>
    importCalendarYear(spine, caller, input),
  ),
};

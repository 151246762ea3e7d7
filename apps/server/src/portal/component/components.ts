import { agencyCardsExamples } from './agency-cards/agency-cards.examples.ts';
import { blockListExamples } from './block-list/block-list.examples.ts';
import { breadcrumbExamples } from './breadcrumb/breadcrumb.examples.ts';
import { buttonExamples } from './button/button.examples.ts';
import { chartExamples } from './chart/chart.examples.ts';
import { checkboxGroupExamples } from './checkbox-group/checkbox-group.examples.ts';
import type { Component } from './component.ts';
import { dataTableExamples } from './data-table/data-table.examples.ts';
import { dateFieldExamples } from './date-field/date-field.examples.ts';
import { deadlineExamples } from './deadline/deadline.examples.ts';
import { detailsExamples } from './details/details.examples.ts';
import { downloadListExamples } from './download-list/download-list.examples.ts';
import { emptyStateExamples } from './empty-state/empty-state.examples.ts';
import { errorSummaryExamples } from './error-summary/error-summary.examples.ts';
import { fieldExamples } from './field/field.examples.ts';
import { fieldsetExamples } from './fieldset/fieldset.examples.ts';
import { fileFieldExamples } from './file-field/file-field.examples.ts';
import { formExamples } from './form/form.examples.ts';
import { linkListExamples } from './link-list/link-list.examples.ts';
import { noticeExamples } from './notice/notice.examples.ts';
import { paginationExamples } from './pagination/pagination.examples.ts';
import { radioGroupExamples } from './radio-group/radio-group.examples.ts';
import { searchBoxExamples } from './search-box/search-box.examples.ts';
import { selectExamples } from './select/select.examples.ts';
import { stepsExamples } from './steps/steps.examples.ts';
import { summaryListExamples } from './summary-list/summary-list.examples.ts';
import { tabLinksExamples } from './tab-links/tab-links.examples.ts';
import { tagExamples } from './tag/tag.examples.ts';
import { textAreaExamples } from './text-area/text-area.examples.ts';
import { textFieldExamples } from './text-field/text-field.examples.ts';
import { timelineExamples } from './timeline/timeline.examples.ts';

export type { Component, Example } from './component.ts';

/** Every component with its examples, in the order of the page /components. */
export const components: readonly Component[] = [
  buttonExamples,
  linkListExamples,
  breadcrumbExamples,
  searchBoxExamples,
  paginationExamples,
  tabLinksExamples,
  summaryListExamples,
  dataTableExamples,
  tagExamples,
  deadlineExamples,
  timelineExamples,
  stepsExamples,
  noticeExamples,
  detailsExamples,
  emptyStateExamples,
  errorSummaryExamples,
  formExamples,
  fieldsetExamples,
  fieldExamples,
  textFieldExamples,
  textAreaExamples,
  selectExamples,
  radioGroupExamples,
  checkboxGroupExamples,
  dateFieldExamples,
  fileFieldExamples,
  agencyCardsExamples,
  blockListExamples,
  downloadListExamples,
  chartExamples,
];

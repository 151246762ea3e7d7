import type { Category, CategoryList } from './category.ts';

export interface DisclosureProperty extends Category {
  /** Whether the choice has to be reasoned when the document is drafted. */
  readonly reasonsRequired: boolean;
}

/**
 * 公开属性: set where a document is drafted and approved together with it (公开属性源头认定). Who wants a
 * policy document withheld asks the disclosure body first.
 */
export const disclosureProperties = {
  source: '国办发〔2016〕80号',
  confidence: 'confirmed',
  entries: [
    { id: 'proactive', name: '主动公开', reasonsRequired: false },
    { id: 'on_request', name: '依申请公开', reasonsRequired: false },
    { id: 'withheld', name: '不予公开', reasonsRequired: true },
  ],
} as const satisfies CategoryList<DisclosureProperty>;

/**
 * How sure a statement about the law is:
 *
 * - `confirmed`: read in the text of the law itself
 * - `practice`: seen in reports, local notices or open systems
 * - `unconfirmed`: not found in a text, or disputed; an agency may set it otherwise
 * - `inferred`: follows from the law by reasoning only; an agency may set it otherwise
 */
export type Confidence = 'confirmed' | 'practice' | 'unconfirmed' | 'inferred';

/** Whether an agency may set something otherwise: only what the law itself says is fixed. */
export const isConfigurable = (confidence: Confidence): boolean => confidence !== 'confirmed';

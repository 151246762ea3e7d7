import { HtmlValidate } from 'html-validate';

/**
 * Strict, but for what a template can't help: blanks where something optional is absent, titles as long as
 * documents' names are, numbers of the telephone from data; and boxes that are ticked may share their name.
 */
const htmlValidate = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    'long-title': 'off',
    'tel-non-breaking': 'off',
    'no-trailing-whitespace': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    // Ids of rules and cells have dots, as HTML allows.
    'valid-id': ['error', { relaxed: true }],
    'no-inline-style': 'error',
  },
});

/**
 * What is wrong with a document or a part of one, in short lines; empty when nothing is. `excused`: rules that there
 * is a reason to break.
 */
export const htmlFaults = async (
  markup: string,
  excused: readonly string[] = [],
): Promise<readonly string[]> => {
  const { results } = await htmlValidate.validateString(markup);
  return results.flatMap(({ messages }) =>
    messages
      .filter(({ ruleId }) => !excused.includes(ruleId))
      .map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  );
};

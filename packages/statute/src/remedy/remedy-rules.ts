import type { Citation } from '../citation/cite.ts';
import type { Confidence } from '../confidence.ts';
import type { RemedyRule, RemedySubject } from './remedy-rule.ts';

// 条例第五十一条：认为侵犯其合法权益的，可以依法申请行政复议或者提起行政诉讼。
const regulation: Citation = { instrument: 'regulation', article: 51 };

// 行政复议法第二十三条第一款第（四）项：申请政府信息公开，行政机关不予公开的，应当先申请行政复议。
const reconsiderationFirst: Citation = {
  instrument: 'reconsiderationLaw2023',
  article: 23,
  paragraph: 1,
  item: 4,
};

/** 法释〔2025〕8号第一条 lists what courts hear: unavailable, refused, content, third party, other. */
const heard = (item: number): Citation => ({ instrument: 'interpretation2025', article: 1, item });

const either = (
  subject: RemedySubject,
  confidence: Confidence,
  ...basis: readonly Citation[]
): RemedyRule => ({
  subject,
  route: 'either',
  from: '2019-05-15',
  to: null,
  basis: [regulation, ...basis],
  confidence,
});

/** Until the law of 2023 came into force, refusals were open to both ways too. */
const beforeThat = (subject: RemedySubject): RemedyRule => ({
  ...either(subject, 'confirmed'),
  to: '2023-12-31',
});

/** Who may go where, and since when. For a day and a subject at most one rule applies. */
export const remedyRules: readonly RemedyRule[] = [
  either('disclosed', 'confirmed', heard(3)),
  beforeThat('refused'),
  {
    subject: 'refused',
    route: 'reconsiderationFirst',
    from: '2024-01-01',
    to: null,
    // 法释〔2025〕8号第一条第（二）项 takes 不予公开 for refusals under Arts. 14 to 16.
    basis: [reconsiderationFirst, heard(2)],
    confidence: 'confirmed',
  },
  beforeThat('partial'),
  {
    // A partial disclosure is a refusal for what it withholds; the rest can be taken to court at once.
    subject: 'partial',
    route: 'reconsiderationFirst',
    from: '2024-01-01',
    to: null,
    basis: [reconsiderationFirst],
    confidence: 'inferred',
  },
  // The form files it under 不予公开, the interpretation of 2025 does not.
  either('registryInquiry', 'unconfirmed'),
  either('unavailable', 'confirmed', heard(1)),
  // Art. 1 of the interpretation opens the courts to both; summaries say that some of them are not heard.
  either('needsCreation', 'unconfirmed', heard(1)),
  either('notProcessed', 'unconfirmed', heard(1)),
  either('abandoned', 'unconfirmed'),
  either('other', 'unconfirmed'),
  // 行政复议法第二十三条第一款第（三）项 may want reconsideration first where nothing was answered: disputed.
  // The revised 行政复议法实施条例 (from 2026-07-01) is said to settle this and the partial disclosure in its
  // Arts. 30 and 31; until its text is read, an agency sets what it goes by.
  either('noReply', 'unconfirmed', { instrument: 'interpretation2025', article: 2, paragraph: 2 }),
  either('thirdParty', 'confirmed', heard(4)),
];

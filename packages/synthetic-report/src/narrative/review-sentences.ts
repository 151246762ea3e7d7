/**
 * Sentences of our own making about reconsideration and litigation, in the manner of real reports of many places and years.
 * `{slot}` stands for a figure, `<word>` for the agency's own words, as in templates.ts.
 */

/** Facts: reconsiderations, litigations. */
export const reviews = [
  '（三）因政府信息公开引发行政复议{reconsiderations}件、行政诉讼{litigations}件。',
  '（三）复议诉讼情况。<year>年，<self>发生政府信息公开行政复议案件{reconsiderations}起，行政诉讼案件{litigations}起。',
  '（三）全年因政府信息公开工作被申请行政复议{reconsiderations}件，被提起行政诉讼{litigations}件。',
  '（三）行政复议和诉讼。全年涉及政府信息公开的行政复议共{reconsiderations}件，行政诉讼共{litigations}件。',
  '（三）因信息公开产生的争议。<year>年收到行政复议{reconsiderations}件，应诉{litigations}件。',
  '（三）行政复议诉讼情况。<year>年，因政府信息公开被申请行政复议案件{reconsiderations}件；被提起行政诉讼案件{litigations}件。',
  '（三）因政府信息公开申请引发的行政复议和行政诉讼分别为{reconsiderations}件和{litigations}件。',
  '（三）行政复议、行政诉讼情况。<year>年以<self>为被申请人的政府信息公开行政复议案件{reconsiderations}件，以<self>为被告的政府信息公开行政诉讼案件{litigations}件。',
  '（三）<year>年度，涉及政府信息公开的行政复议案件{reconsiderations}宗，涉及政府信息公开的行政诉讼案件{litigations}宗。',
  '（三）政府信息公开引起的行政复议有{reconsiderations}件，引起的行政诉讼有{litigations}件。',
];

export const reviewsNone = [
  '（三）<year>年，<self>未发生因政府信息公开引起的行政复议和行政诉讼。',
  '（三）复议诉讼情况。全年没有因政府信息公开被申请行政复议、提起行政诉讼的案件。',
  '（三）<whole>因政府信息公开被申请行政复议0件，被提起行政诉讼0件。',
  '（三）争议情况。<year>年度无政府信息公开行政复议、行政诉讼案件。',
  '（三）<year>年无因政府信息公开引发的行政复议、行政诉讼。',
  '（三）行政复议和行政诉讼情况。<self>未因政府信息公开被申请行政复议，未因政府信息公开被提起行政诉讼。',
  '（三）<year>年政府信息公开行政复议0件、行政诉讼0件。',
];

/** Facts: upheld, corrected, otherResult, pending of reconsideration. */
export const reconsiderationResults = [
  '其中行政复议结果维持{upheld}件，结果纠正{corrected}件，其他结果{otherResult}件，尚未审结{pending}件。',
  '其中行政复议维持{upheld}件、纠正{corrected}件、其他结果{otherResult}件、未审结{pending}件。',
  '行政复议案件中，结果维持、结果纠正、其他结果、尚未审结分别为{upheld}件、{corrected}件、{otherResult}件、{pending}件。',
  '从结果看，行政复议维持原决定{upheld}件，被纠正{corrected}件，其他{otherResult}件，正在审理{pending}件。',
];

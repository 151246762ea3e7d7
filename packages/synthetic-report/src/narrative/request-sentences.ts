/**
 * Sentences of our own making about requests for information, in the manner of real reports of many places and years.
 * `{slot}` stands for a figure, `<word>` for the agency's own words, as in templates.ts.
 */

/** Facts: received, concluded, carriedIn, carriedOut. */
export const requests = [
  '（二）依申请公开情况。<year>年，<whole>共收到政府信息公开申请{received}件，上年结转{carriedIn}件，办结{concluded}件，结转下年度继续办理{carriedOut}件。',
  '（二）依申请公开。全年新收政府信息公开申请{received}件，加上上年度结转的{carriedIn}件，共办理答复{concluded}件，其余{carriedOut}件结转下年度办理。',
  '（二）依申请公开情况。<year>年度<short>受理政府信息公开申请{received}件，已答复{concluded}件（含上年度结转申请{carriedIn}件，另有{carriedOut}件结转下年度答复），均在法定期限内答复。',
  '（二）依申请公开方面。本年度收办依申请公开事项{received}件，上年结转{carriedIn}件，截至12月31日办结{concluded}件、未办结{carriedOut}件。',
  '（二）依申请公开情况。<year>年新收政府信息公开申请{received}件，上年度结转{carriedIn}件，全年办结{concluded}件，结转下年{carriedOut}件，答复率100%。',
  '（二）依申请公开工作。<short>严格按时限答复。全年共收到公民、法人和其他组织提交的政府信息公开申请{received}件，连同上年结转{carriedIn}件，已办结{concluded}件，尚有{carriedOut}件正在办理。',
  '（二）依申请公开。申请渠道保持畅通，本年新收申请{received}件、上年结转{carriedIn}件，办结{concluded}件，{carriedOut}件转入下年度继续办理。',
  '（二）依申请公开情况。<year>年收到政府信息公开申请{received}件（不含上年结转{carriedIn}件），全年办结{concluded}件，{carriedOut}件结转下一年度。',
  '（二）依申请公开情况。<year>年，<whole>共办理政府信息公开申请{both}件，其中本年新收{received}件、上年结转{carriedIn}件；截至年底办结{concluded}件，结转下年度{carriedOut}件。',
  '（二）依申请公开。<year>年应办理政府信息公开申请{both}件（含上年结转{carriedIn}件），已办结{concluded}件，剩余{carriedOut}件在法定期限内办理。',
  '（二）依申请公开情况。（1）收到申请。<year>年度新收申请{received}件，<last>年结转{carriedIn}件。（2）办理申请。共作出答复{concluded}件，结转至<next>年{carriedOut}件。',
  '（二）依申请公开工作。<self>规范受理、审核、答复各环节，本年收到信息公开申请{received}宗，上一年度转入{carriedIn}宗，办结{concluded}宗，年底尚未办结{carriedOut}宗。',
  '（二）依申请公开情况。全年共登记政府信息公开申请{received}件，同时办理上年度结转申请{carriedIn}件，全年累计办结{concluded}件，因未到答复期限转至<next>年办理{carriedOut}件，按时办结率100%。',
];

/** Where nothing was carried over. */
export const requestsPlain = [
  '（二）依申请公开情况。<year>年，<whole>共收到政府信息公开申请{received}件，全部按期办结。',
  '（二）依申请公开。全年受理政府信息公开申请{received}件，均已依法答复。',
  '（二）依申请公开情况。<year>年，<self>收到自然人、法人或其他组织政府信息公开申请共{received}件，办结{concluded}件。',
  '（二）依申请公开情况。全年共接收政府信息公开申请{received}宗，办结率100%。',
  '（二）依申请公开情况。本年度新收政府信息公开申请{received}件，办结{concluded}件，无结转。',
  '（二）依申请公开工作。通过网络、信函、当面三种渠道收到政府信息公开申请{received}件，全部在法定期限内办结。',
  '（二）依申请公开。<year>年<whole>办理政府信息公开申请{concluded}件，没有结转件。',
  '（二）依申请公开情况。<year>年，<self>收到政府信息公开申请{received}件，均已按期答复，未发生逾期情况。',
  '（二）依申请公开。全年收到依申请公开{received}件，已全部办理完毕。',
  '（二）依申请公开情况。<self>认真办理每一件申请，<year>年共收到申请公开政府信息{received}件，办结率100%，群众满意率100%。',
  '（二）依申请公开工作。<year>年<short>共接到{received}件政府信息公开申请，均在20个工作日内答复申请人。',
  '（二）依申请公开情况。截至<year>年底，共受理申请{received}条，答复{concluded}条，按期答复率100%。',
  '（二）依申请公开情况。1.申请情况：收到申请{received}件。2.办理情况：{concluded}件均按时办结，无逾期情形。',
];

/** Where nothing was received and nothing carried over. */
export const requestsNone = [
  '（二）依申请公开情况。<year>年，<self>未收到政府信息公开申请。',
  '（二）依申请公开。本年度没有收到公民、法人和其他组织的政府信息公开申请。',
  '（二）依申请公开情况。全年收到政府信息公开申请{received}件。',
  '（二）依申请公开工作。全年共收到依申请公开{received}件。',
  '（二）依申请公开情况。<short><year>年受理政府信息公开申请为{received}件。',
  '（二）依申请公开情况。<year>年，<self>没有收到要求公开政府信息的申请，也没有上年结转的申请。',
  '（二）依申请公开。<short>全年政府信息公开申请为零。',
  '（二）依申请公开情况。<year>年无依申请公开事项。',
];

/** Facts: natural, organisations (the five other columns together). */
export const applicants = [
  '其中，自然人申请{natural}件，法人或其他组织申请{organisations}件。',
  '从申请主体看，自然人提出{natural}件，法人或其他组织提出{organisations}件。',
  '申请人中，自然人{natural}件，法人或其他组织{organisations}件。',
  '按申请人划分：自然人{natural}件、法人及其他组织{organisations}件。',
  '其中自然人和法人或其他组织申请分别为{natural}件和{organisations}件。',
  '其中，{natural}件由自然人提出，{organisations}件由法人或其他组织提出。',
  '从申请人类型看，自然人申请{natural}件，其余{organisations}件为法人或其他组织申请。',
  '申请主体以自然人为主，其中自然人{natural}件，法人和其他组织{organisations}件。',
];

/** Facts: disclosed, partial, refused, unavailable, notProcessed, otherHandling. */
export const outcomes = [
  '办理结果为：予以公开{disclosed}件，部分公开{partial}件，不予公开{refused}件，无法提供{unavailable}件，不予处理{notProcessed}件，其他处理{otherHandling}件。',
  '在已办结的申请中，予以公开的{disclosed}件，部分公开的{partial}件，不予公开的{refused}件，无法提供的{unavailable}件，不予处理的{notProcessed}件，作其他处理的{otherHandling}件。',
  '答复情况为：予以公开{disclosed}件，部分公开{partial}件，不予公开{refused}件，因不掌握等原因无法提供{unavailable}件，不予处理{notProcessed}件，其他处理{otherHandling}件。',
  '从办理结果看，予以公开、部分公开、不予公开、无法提供、不予处理、其他处理分别为{disclosed}件、{partial}件、{refused}件、{unavailable}件、{notProcessed}件、{otherHandling}件。',
  '其中{disclosed}件予以公开，{partial}件部分公开，{refused}件不予公开，{unavailable}件无法提供，{notProcessed}件不予处理，{otherHandling}件作其他处理。',
  '办结的申请中，予以公开的有{disclosed}件，予以部分公开的有{partial}件，不予公开的有{refused}件，因不掌握等原因无法提供的有{unavailable}件，不予处理的有{notProcessed}件，其他处理的有{otherHandling}件。',
  '答复类型为：予以公开{disclosed}件；部分公开{partial}件；不予公开{refused}件；无法提供{unavailable}件；不予处理{notProcessed}件；其他处理{otherHandling}件。',
];

/**
 * What a known word means to the grammar. `value` is the row, verb, kind … that it names.
 * Everything that is in no list of words is a *gap*: text that the grammar does not understand,
 * and beside which it claims nothing.
 */
export type WordKind =
  | 'request' // 政府信息公开申请
  | 'bare' // 申请: a request if the talk is of requests
  | 'disclosure' // 政府信息公开, where it only qualifies: 政府信息公开类行政复议
  | 'review' // value: reconsideration, litigation
  | 'path' // value: direct, afterReconsideration
  | 'passive' // 被: we are the one complained of
  | 'act'
  | 'row' // value: a row or group of table 三
  | 'result' // value: a column of table 四
  | 'ruling' // value: the column of table 四 that it is one case of; empty where it may be of several
  | 'oldRow' // value: the row of table 三 that a category of before 2019 became a part of
  | 'applicant' // value: a column of table 三, or organisations
  | 'everyone' // 公民、法人和其他组织
  | 'channel'
  | 'carriedIn'
  | 'carriedOut'
  | 'way' // 方式, 渠道: all ways together behind 等, else something that is counted itself
  | 'carry' // 结转至, before or behind a year
  | 'pending' // 正在办理, 未办结
  | 'document' // value: regulations, normativeDocuments
  | 'documentAct' // value: issued, repealed, inForce
  | 'decisionOn' // value: licensing, penalties, coercion
  | 'decision' // 处理决定
  | 'charges'
  | 'procurement'
  | 'amount'
  | 'fee' // 信息处理费
  | 'anyFee' // 费用
  | 'collect' // 收取
  | 'proactive'
  | 'information'
  | 'scope'
  | 'period'
  | 'future'
  | 'cumulative'
  | 'compare' // 较上年, 同比
  | 'direction' // value: up, down
  | 'reached' // 增加到, 降至: the figure behind it is no difference
  | 'share' // 占
  | 'whole' // 总数, 总量
  | 'bound' // value: atLeast, atMost, about
  | 'none' // 未收到, 没有, 无
  | 'noneToo' // 均无: may stand behind what there is none of
  | 'zero' // 为零
  | 'among' // 其中
  | 'contains' // 含, 包括
  | 'remainder' // 其他, 其余: closes a list
  | 'respectively'
  | 'each' // 均, 全部
  | 'open' // 等
  | 'and'
  | 'rate' // 办结率
  | 'count' // 数量: a number without a unit may follow
  | 'filler' // says nothing about what is counted
  | 'foreign'; // something else is counted: 信访, 12345, 提案

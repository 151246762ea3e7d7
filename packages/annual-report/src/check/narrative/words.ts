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

interface Words {
  readonly kind: WordKind;
  readonly value?: string;
  /** Separated by spaces; `{a,b,}` stands for each of its branches. */
  readonly words: string;
}

const say = (kind: WordKind, words: string, value?: string): Words =>
  value === undefined ? { kind, words } : { kind, words, value };

const info = '{政府,政务,}信息';

export const vocabulary: readonly Words[] = [
  // Requests
  say('filler', '{政府信息公开,信息公开,依申请公开,公开}{的,}申请人 {政府信息公开,信息公开}申请者'),
  say(
    'request',
    `${info}公开{的,}{有效,}申请{书,表,件,事项,事宜,事件,办件,案件,信息,量,数,}{总数,数量,总量,} ${info}依申请公开{申请,事项,件,} ${info}申请{公开,} {公开,获取}${info}{公开,}{的,}申请{件,事项,} 政务公开申请{件,} 申请公开{的,}{政府,政务,}信息{公开,}{的,}{申请,事项,} 申请公开{的,}{事项,件,申请} 公开申请{件,事项,} 申请信息公开{的,}{申请,事项,} 申请{获取,}政府信息{公开,}{的,}{申请,事项,} 依申请{类,}公开{类,}{政府信息,信息,}{的,}{申请,事项,件,办件,申请件,申请事项,申请案件} 依申请件 申请件 申请政府信息公开{的,}{申请,事项,}`,
  ),
  say('request', '依申请{类,}公开{类,}{政府信息,信息,} 申请公开', 'weak'),
  say('bare', '申请 申请书 申请表 申请事项 申请数 申请量'),
  say(
    'disclosure',
    `${info}公开{类,类的,相关,引发的,引起的,工作,工作的,事务,事务的,工作引发的,} 涉政府信息公开{类,}`,
  ),
  say(
    'everyone',
    '{公民,自然人}{、,，,和,或,}法人{、,和,或,或者,及,以及,与}其{他,它}组织 公民法人{和,或,及,}其他组织',
  ),

  // Carried over
  say(
    'carriedIn',
    '{上年,上年度,上一年,上一年度,去年,去年度,往年}{度,}{结转,转入,转来,结存,遗留}{的,至本年,至本年度,到本年度,下来,到今年,至今年,}{政府信息公开申请,信息公开申请,申请,件,}{数量,} {上年,上年度,上一年,上一年度,去年}未办结{并,}结转{的,至本年,}{政府信息公开申请,申请,} {承接,承转}{上年,上年度,上一年度,去年}结转{的,} 结转{上年,上年度,上一年度}{的,}{政府信息公开申请,申请,}',
  ),
  say(
    'carriedOut',
    '{结转,转,转至,转入,转到,顺延到,顺延至,顺延,延至,延期至,跨,留转,推至,结转至,结转到,结转入,需结转,需结转至,}{下年,下年度,下一年,下一年度,次年,次年度,明年}{继续,}{办理,答复,处理,办结} {结转,结转至,结转到,结转入,转至,转入,需结转,顺延至}{下年,下年度,下一年,下一年度,次年,次年度,明年}',
  ),
  // The year follows or goes before as a date: 结转至2025年, 2023年结转.
  say('carry', '结转', 'plain'),
  say('carry', '结转至 结转到 结转入 转至 转入 转到 顺延至 顺延到 延至 需结转至 需结转到'),
  say(
    'pending',
    '{剩余,余下,尚余,尚有,还有,}正在办理{中,} 尚在办理{中,} 剩余 余下 尚余 在办 办理中 未办结 尚未办结 尚未答复 未到期 未到答复期限 尚未到期 尚在答复期限内',
  ),

  // Verbs
  say('act', '新收 新收到 新增 新收取', 'new'),
  say('act', '收到 接收 接收到 接到 收悉 共收 收件', 'receive'),
  say('act', '{受理,收到}{数量,数,量} 受理 收办 登记 登记受理 接收办理', 'accept'),
  say('act', '办理 应办理 应办 承办 处理 办理了 处置', 'handle'),
  say(
    'act',
    '{办结,答复,办理}{数量,数,量} 办结 办理完毕 办理完成 办理答复 处理完毕 办复 审结 结案',
    'conclude',
  ),
  say('act', '答复 回复 书面答复 作出答复 依法答复 予以答复 给予答复 按期答复 按时答复 答复办结', 'answer'),
  say('act', '有 存在 发生 产生 提出 提交 出现 共有', 'exist'),

  // Rows of table 三
  say('row', '予以公开 给予公开 准予公开', 'disclosed'),
  say('row', '{予以,同意,}部分公开 {予以,}区分处理{公开,}', 'partial'),
  say('row', '不予公开 不予以公开', 'refused'),
  say('row', '{属于,属,涉及,涉,因涉及,}国家秘密{的,}', 'refused.stateSecret'),
  say('row', '{属于,属,}{其他,}{法律,法律、,法律和,}行政法规{规定,}禁止公开{的,}', 'refused.prohibitedByLaw'),
  say('row', '{危及,可能危及,}三安全一稳定', 'refused.security'),
  say('row', '{属于,}保护第三方合法权益 {涉及,损害,侵害}第三方合法权益{的,}', 'refused.thirdParty'),
  say('row', '{属于,属,}{三类,}内部事务信息 {属于,属}内部管理信息', 'refused.internalAffairs'),
  say('row', '{属于,属,}{四类,}过程性信息', 'refused.deliberative'),
  say('row', '{属于,属,}行政执法案卷{信息,}', 'refused.enforcementFile'),
  say('row', '{属于,属,}行政查询事项', 'refused.administrativeInquiry'),
  say('row', '{因,}{不掌握,信息不存在,不存在}等{原因,情形}{导致,}无法提供 {因,}无法提供', 'unavailable'),
  say(
    'row',
    '{因,}{本机关,本单位,我局,我单位,本部门}不掌握{相关,}{政府,}信息{的,} 不掌握相关政府信息',
    'unavailable.notHeld',
  ),
  say('row', '{因,}没有现成信息{需,需要,}{另行制作,} {因,}{需,需要}另行制作', 'unavailable.needsCreation'),
  say('row', '{因,}补正后{申请,}{内容,}仍不明确{的,}', 'unavailable.stillUnclear'),
  say('row', '不予处理', 'notProcessed'),
  say('row', '信访{、,}举报{、,}投诉类{申请,}', 'notProcessed.complaint'),
  say('row', '{属于,属,}重复申请', 'notProcessed.duplicate'),
  say('row', '{属于,}要求提供公开出版物', 'notProcessed.publication'),
  say('row', '{属于,}无正当理由大量反复申请', 'notProcessed.excessive'),
  say(
    'row',
    '要求行政机关确认或重新出具已获取信息 要求{本,}{行政,}机关确认或重新出具{已获取信息,}',
    'notProcessed.confirmation',
  ),
  say('row', '其{他,它}{方式,}处理{方式,}', 'otherHandling'),
  say(
    'row',
    '{申请人,}{无正当理由,}逾期不补正{、,}{行政机关不再处理其政府信息公开申请,}',
    'otherHandling.notCorrected',
  ),
  say(
    'row',
    '{申请人,}逾期未按收费通知要求缴纳费用{、,}{行政机关不再处理其政府信息公开申请,}',
    'otherHandling.feeUnpaid',
  ),

  // What the forms before 2019 counted, and many still write.
  say('row', '同意公开{的,}', 'agreed'),
  say(
    'oldRow',
    '{因,}{所申请,申请,}{政府,}信息不存在{的,} {因,}不属于{本机关,本单位,本部门,本行政机关,我局,我单位}{公开,职责范围,职责权限范围,公开职责范围,公开范围,负责公开,掌握}{的,} 非{本机关,本单位,我局}{掌握,公开,负责公开,职责范围}{的,}',
    'unavailable',
  ),

  // Applicants
  say('applicant', '自然人 {公民,}个人', 'naturalPerson'),
  say('applicant', '公民', 'citizen'),
  say('applicant', '{商业,}企业', 'business'),
  say('applicant', '科研机构', 'research'),
  say('applicant', '社会公益{性,}组织 公益组织', 'publicInterest'),
  say('applicant', '法律服务机构', 'legalService'),
  say('applicant', '法人{和,或,或者,及,、,以及,与}其{他,它}组织', 'organisations'),

  // Ways in
  say('channel', '当面 现场 窗口 当面提交 现场提交 当场', 'inPerson'),
  say('channel', '信函 邮寄 来信 挂号信 快递 邮政寄送 邮政 信件', 'post'),
  say(
    'channel',
    '网络 {网上,线上,网络}{平台,渠道,方式} 线上 网上 网站 在线 互联网 {网上,在线,网络}{申请,提交} {依申请公开,申请,政务,政府信息公开,信息公开,一体化,网上申请,网络}平台 {政府,}{门户,}网站 {依申请公开,政府信息公开}系统',
    'network',
  ),
  say('channel', '传真', 'fax'),
  say('channel', '电子邮件 电子邮箱 邮箱 邮件', 'mail'),
  say('channel', '电话 口头', 'telephone'),
  say('channel', '书面 书面形式 纸质', 'written'),
  say('way', '{等,}{多种,各种,几种,两种,三种,四种,五种,多个,两个,三个,四个,}{方式,形式,渠道,途径} 多渠道'),

  // Reconsideration and litigation
  say(
    'review',
    '{被,}{申请,提起,提请,}行政复议{案件,案,申请,事项,案数,} 复议{案件,申请} 提起复议 申请复议',
    'reconsideration',
  ),
  say(
    'review',
    '{被,}{提起,}行政诉讼{案件,案,事项,} 提起诉讼 诉讼案件 {行政,}应诉案件 行政应诉 应诉 {引发,引起}诉讼 诉讼',
    'litigation',
  ),
  say(
    'path',
    '未经复议直接起诉 未经{行政,}复议直接{提起,}{行政,}{诉讼,起诉} 直接起诉 直接提起{行政,}诉讼',
    'direct',
  ),
  say('path', '{经,经行政,行政,}复议后{再,}{起诉,提起诉讼,提起行政诉讼,诉讼}', 'afterReconsideration'),
  say('passive', '被 {作为,为,列为,}{被申请人,被告}'),
  say(
    'passive',
    '{以,针对,涉及,涉}{我,本}{局,委,办,厅,镇,乡,街道,单位,机关,部门,行政机关}{为被申请人,作为被申请人,为被告,作为被告,}',
    'own',
  ),
  say(
    'result',
    '{复议,判决,}结果维持 {被,}维持{原决定,原答复,原具体行政行为,} 维持原行政行为 维持具体行政行为或者驳回原告诉讼请求',
    'upheld',
  ),
  say('result', '{复议,判决,}结果纠正 {被,}{依法,}纠正', 'corrected'),
  say('result', '其他结果', 'other'),
  say('result', '尚未审结 未审结 {正,尚}在审理{中,} 审理中', 'pending'),

  // 结果纠正 and the others are each several kinds of decision; these words name one kind.
  say(
    'ruling',
    '{被,}撤销{原答复,原决定,原行政行为,} 变更 {被,}确认违法 {被,}责令{履行,重新答复,限期履行,重新作出答复,重作,} {被,}败诉 {被,}纠错',
    'corrected',
  ),
  say('ruling', '驳回{复议请求,诉讼请求,行政复议请求,原告诉讼请求,申请人复议请求}', 'upheld'),
  say(
    'ruling',
    '{被,}终止{审理,行政复议,复议,} {申请人,原告,}{主动,}撤回{申请,复议申请,行政复议申请,起诉,} {原告,}{主动,}撤诉 不予受理 不予立案 {经,}{和解,调解}{结案,} 驳回{起诉,申请,复议申请,行政复议申请}',
    'other',
  ),
  say('ruling', '{被,}驳回 胜诉', ''),

  // Documents, decisions, money
  say('document', '{政府,}规章', 'regulations'),
  say('document', '{行政,}规范性文件', 'normativeDocuments'),
  say('documentAct', '{新,}{制发,制定,印发,出台} 制定出台 制定印发 制定发布 制定并发布 新制作', 'issued'),
  say(
    'documentAct',
    '{清理后,清理并,}{废止,宣布废止} 宣布失效 {废止,宣布废止}{和,、,或,及}{失效,宣布失效}',
    'repealed',
  ),
  say('documentAct', '现行有效{的,}', 'inForce'),
  say('decisionOn', '行政许可', 'licensing'),
  say('decisionOn', '行政处罚', 'penalties'),
  say('decisionOn', '行政强制', 'coercion'),
  say('decision', '处理决定{数量,数,} 决定{数量,书,} {共,}{作出,做出,下达}{了,}'),
  say('charges', '行政事业性收费'),
  say('procurement', '政府集中采购{项目,}'),
  say('amount', '{总,}金额 {采购,收费}{总,}金额 {采购,收费}{总,}额'),
  say('fee', '{政府,}{信息,信息公开}{公开,}信息处理费{用,} 信息处理费{用,} 依申请公开{信息,}处理费'),
  say('anyFee', '费用 任何费用 相关费用'),
  say('collect', '收取 收取了 征收 收费'),
  say('proactive', '主动公开'),
  say('information', '政府信息 {政务,}信息'),

  // Whose, when
  say(
    'scope',
    '{我,本}{局,委,办,厅,院,处,所,站,队,单位,部门,机关,行政机关,中心,镇,乡,街道,校,会} 全{局,委,厅,办,院,处,站} 本行政机关',
    'own',
  ),
  say('scope', '{我,本}{市,区,县,省,州,旗,盟}', 'place'),
  say(
    'scope',
    '全{市,区,县,省,州,旗,盟,系统,市系统,镇,乡,街道,域} {全市,全区,全县,全省,}各级{各部门,政府,行政机关,} {全市,全区,全县,全省}各{部门,单位,区县,县区,县市区,市县,镇街,乡镇,地,镇,街道} {市县,省市,区县}{两,三}级',
    'wide',
  ),
  say(
    'scope',
    '各{部门,单位,区县,县区,县市区,市县,镇街,乡镇,地,镇,街道,分局} {市,区,县,省,州,局,委,厅,}{本级,机关本级} 局机关 市直{部门,单位,} 区直{部门,} 县直{部门,} 市级部门 区级部门 县级部门 省级部门 下属单位 局属单位 直属单位 分局 {市,省,区,县}局 省厅',
    'part',
  ),
  say(
    'period',
    '本年{度,内,}{度,} 今年{以来,} 全年{度,} 年内 年度内 当年{度,} 报告{期,年度}{内,} 本报告{期,年度}{内,} 一年来 本统计年度 统计期{内,间}',
    'this',
  ),
  say('period', '上年{度,}{度,} 上一年{度,} 去年{度,}{同期,} 上年同期 前一年{度,} 同期', 'last'),
  say(
    'period',
    '上半年 下半年 {第,}{一,二,三,四}季度 每{年,月,季度,季,周} 近{年来,几年,三年,两年,五年} 历年{来,} 以来 {三,五,两}年来 当月 月均 年均 日均',
    'other',
  ),
  say('future', '计划 力争 预计 将 拟 目标 下一步 下步 争取 明年'),
  say('cumulative', '累计 累积'),
  say(
    'compare',
    '同比 环比 较 比 {较,比,与}{上年,上年度,上一年,上一年度,去年,去年度,去年同期,上年同期,上一年同期,往年,前一年}{度,}{同期,}{相比,比较,比,} {较,比}同期',
  ),
  say('direction', '增加{了,} 增长{了,} 上升{了,} 多{了,} 提高{了,} 增多 增幅 新增加 增长率 增幅达', 'up'),
  say('direction', '减少{了,} 下降{了,} 降低{了,} 少{了,} 降幅 回落 降幅达', 'down'),
  say('reached', '{增加,增长,上升,提高,增,升,减少,下降,降低,减,降,回落,扩大,缩减}{到,至,到了,为}'),
  say('share', '占 占比 占到 约占 占比为'),
  say(
    'whole',
    '{申请,答复,办结,受理,收到申请,全部申请,申请件,新收申请,}{的,}总{数,量,件数} 全年{申请,}总{数,量} 全部申请',
  ),

  // Number and negation
  say('bound', '近 将近 接近 不足 不到 不超过 少于', 'atMost'),
  say('bound', '超过 逾 超 至少 突破 多达 以上', 'atLeast'),
  say('bound', '约 大约 约为 左右 大概', 'about'),
  say(
    'none',
    '{未,没有,没,从未,暂未,尚未,未曾}{收到,接到,接收到,接收,受理,发生,产生,出现,收到过,发生过,有,形成} 没有{收到过,} 无 暂无 尚无 未因 未被 没有因 没有被 无因 未向 未对 未就 不存在 未存在 并无 未收 未新收',
  ),
  say('noneToo', '均无 均未发生 均未收到 均没有 均不存在 皆无 也无 未发生 不存在 均未产生 均为无'),
  say('none', '{未,没有,没,从未,均未}{收取,收取过,征收,收费,产生} 不收取', 'collect'),
  say('zero', '为零 均为零 皆为零 都是零 是零 均是零 为〇'),

  // Structure
  say('among', '其中 其中包括 其中包含 其中含 其中有 其中：'),
  say('contains', '含 包含 包括 其中含 内含'),
  say('remainder', '其{他,它,余}{的,}', 'plain'),
  say('remainder', '其{他,它,余}{组织,机构,申请人,情形,情况,类,} 其余均 其余为'),
  say('respectively', '分别 分别为 分别是 分别有 分别达 依次为 依次是'),
  say(
    'each',
    '均 全部 都 皆 全都 均为 都是 一律 {均,均已,全部,已全部,全部已,都,都已}{按,按时,按期,及时,依法,如期,依法依规,按规定,}',
  ),
  say('open', '等'),
  say('and', '和 及 与 或 或者 以及 并 且 、 和/或 /'),
  say(
    'rate',
    '{按时,按期,及时,}{办结,答复,办理,满意,回复,合格,公开,处理,纠错,败诉,维持,规范,完成,覆盖,解读,受理,达标,优良,应诉,出庭应诉,知晓,受理}率',
  ),
  say('count', '{总,}{件,}数{量,}{量,} 总计 合计 共计 总数 总量 件数 数目'),
  say(
    'filler',
    '的 了 是 为 共 总共 一共 又 已 已经 依法 依规 依法依规 依照规定 严格 及时 按时 按期 如期 按照规定 各类 各种 有关 相关 涉及 针对 关于 因 因为 由 由于 对 对于 向 于 在 中 内 里 就 所 经 从 以 将其 不含 不包含 不包括 连同 加上 则 另 另有 另外 还 还有 尚有 尚 仍有 同时 此外 另行 目前 现 现已 主要 具体 情况 情形 事项 案件 事宜 工作 方面 公众 社会公众 群众 人民群众 社会 申请人 当事人 个人或组织 单位和个人 通过 采取 采用 使用 正式 有效 依 统计 截至 截止 年底 年末 期间 之日 法定期限 法定时限 规定时限 规定期限 法定期限内 法定时限内 规定时限内 规定期限内 在法定期限内 进行 得到 予以 给予 完成 引起 引发 导致 产生的 引发的 引起的 发生的 提出的 提起的 提交的 申请的 申请行政机关 达 达到 共达 任何 本单位的 部门的 过 件 未有 类 类别 表 数据 结果 答复结果 办理结果 方面的 的情况 事务 事件 情况为 本 该 此 我们 到 至 并依法 申诉 案例 而 其 也 仍 要求 公开的 年度 度 按 依据 根据 条例 信息公开条例 政府信息公开条例 中华人民共和国政府信息公开条例 规定 要求 部门 机关 行政机关 认真 及其 单位 直接 属于 属 作 做 的是 按规定 依规定 程序 合规 后 前 上述 以上申请 上述申请 来自 人 提供 过程 新 面向 给 他 我国 引致 起 余 原 由此 类型 类申请 这 个 条 份 次 时间 计 实际 向申请人 申请者',
  ),

  // What may be said of some requests: a number beside it counts those only, but the talk goes on.
  say(
    'foreign',
    '满意 不满 逾期 超期 超时 违法 确认 协调 更正 补正 征求 征求意见 第三方 延期 延长 免收 减免',
    'aspect',
  ),

  // What else a report counts
  say(
    'foreign',
    '信访{件,事项,案件,} 来访 来电 热线 {市长,政务服务便民,政务服务,便民,民生,}{12345,热线} 留言{件,} 咨询{件,类,投诉,} {人大代表,人大,代表,}{建议,议案}{提案,} {政协,委员,}提案 建议{提案,} 建议、提案 投诉{举报,} 举报{投诉,件,} 舆情 微博 微信 公众号 微信公众号 新媒体 政务新媒体 专栏 专题 栏目 解读 政策解读 新闻发布会 发布会 公报 培训{班,} 会议 检查 网民 网友 信箱 局长信箱 市长信箱 互动 稿件 简报 文件 通知 公告 图片 视频 图解 意见{建议,} 错敏词 整改 行政审批 办件 政务服务 许可证 证照 项目 动态 工作动态 报告 宣传 条例解读 指南 目录 主题 会 座谈会 抖音 头条 访谈 直播 答记者问 民意 调查 抽查 考核 仲裁 民事 刑事 国家赔偿 赔偿 纪要 人次 复议机关',
  ),
];

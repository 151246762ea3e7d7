/**
 * Why the server refuses something, by code: what the answer says (`{…}` stands for a detail) and what to do. Codes
 * are stable: clients may rely on them, and none is ever used again for something else. Printed into docs/errors.md;
 * tests hold it equal to what the server's sources throw.
 */
export const refusalCodes = {
  // Any request
  INPUT_INVALID: ['填写的内容有误。', '按每一栏下的提示修改后再提交。'],
  TOO_LARGE: ['提交的内容太大。', '拆分后再提交。'],
  BODY_BROKEN: ['提交的内容不完整，连接中断了。', '再试一次。'],
  BODY_MALFORMED: ['提交的内容不是有效的 JSON 或表单。', '按接口说明提交。'],
  BODY_TYPE: ['提交的内容不是 JSON，也不是带文件的表单。', '按接口说明设置 Content-Type。'],
  TEXT_UNREADABLE: ['文字中有不能显示的字符（U+0000，或不成对的代理项）。', '删去后重新填写。'],
  TOO_DEEP: ['提交的内容层数太多。', '按接口说明填写。'],
  OTHER_SITE: ['请求是从别的网站的页面发来的，没有执行。', '在本系统中操作。'],
  IDEMPOTENCY_KEY_REUSED: [
    '同一个 Idempotency-Key 已用于另一个请求，没有执行。',
    '每个请求换一个新的值；只有原样重发才用原来的值。',
  ],
  NO_SUCH_ROUTE: ['没有这个接口。', '查阅 /api/docs。'],
  PERMISSION_DENIED: [
    '没有权限进行这项操作；已记入审计日志。',
    '确有需要的，联系本单位的系统管理员和安全管理员。',
  ],
  DATABASE_UNREACHABLE: ['数据库暂时连接不上，没有保存。', '稍后重试；一直这样的，联系系统管理员。'],
  DATABASE_BUSY: ['系统正忙，没有保存。', '稍后重试。'],
  DISK_FULL: ['服务器磁盘已满，没有保存。', '系统管理员清理磁盘后重试。'],
  INTERNAL_ERROR: [
    '服务器没能完成请求，没有保存任何内容。',
    '稍后重试；一直这样的，把编号 {request} 告诉系统管理员。',
  ],
  PAGE_INVALID: ['页码无法识别。', '回到第一页重新查询。'],
  NOT_SET_UP: ['系统还没有初始化。', '运行 gongkai init。'],
  ALREADY_SET_UP: [
    '数据库里已经有单位，不能再次初始化。',
    '在办公端新增单位，或换一个空的数据文件夹或数据库。',
  ],
  SETUP_INVALID: ['初始化时填写的内容有误：{detail}。', '按提示修改后重新运行。'],

  // Sign-in
  SIGNED_OUT: ['没有登录，或登录已经到期。', '重新登录。'],
  SIGN_IN_REFUSED: [
    '用户名或密码不正确，或账号已锁定。三种情形的回答相同，以免泄露哪些用户名存在。',
    '核对后再试；锁定的，等到时间或由安全管理员解除；忘记密码的，由系统管理员重置。',
  ],
  SIGN_IN_TOO_OFTEN: ['所在网络尝试登录太频繁。', '{seconds} 秒后再试。'],
  SIGN_IN_STEP: ['登录还没有完成，或这一步已经完成。', '按提示输入动态口令、修改密码或绑定动态口令。'],
  CODE_WRONG: ['动态口令不正确，或已经用过。', '等认证器显示下一个口令后再输入；核对手机的时间。'],
  CODE_MISSING: ['没有输入动态口令。', '输入认证器显示的六位数字。'],
  PASSWORD_WRONG: ['当前密码不正确，或账号已锁定。', '核对后再试；连续输错会锁定账号。'],
  PASSWORD_MISSING: ['没有输入当前密码。', '输入当前密码。'],
  PASSWORD_TOO_WEAK: ['新密码不符合要求：{detail}。', '按安全策略的长度和字符类别换一个。'],
  PASSWORD_USED_BEFORE: ['新密码与最近用过的密码相同。', '换一个没有用过的。'],
  PASSWORD_CHANGED_MEANWHILE: ['密码刚刚在别处改过。', '重新登录。'],
  SECOND_FACTOR_PRESENT: ['已经绑定过动态口令。', '先解除原来的，再重新绑定。'],
  SECOND_FACTOR_ABSENT: ['还没有绑定动态口令。', '在“我的账号”中绑定。'],
  SECOND_FACTOR_NOT_BEGUN: ['还没有取得密钥。', '先扫描二维码，再输入动态口令。'],
  CONFIRMATION_NEEDED: ['这项操作比较敏感，须再次核验身份。', '输入动态口令或密码，然后继续。'],
  SESSION_NOT_FOUND: ['没有这个登录，或它已经结束。', '刷新列表。'],
  NO_POST_THERE: ['在这个单位没有岗位，不能切换过去。', '选择有岗位的单位。'],

  // People and posts
  PERSON_NOT_FOUND: ['没有这名人员。', '刷新人员列表。'],
  PERSON_LEFT: ['{name}已于 {date} 离岗，账号已停用。', '选择在岗的人员。'],
  PERSON_HAS_POSTS: ['{name}在原单位还有岗位，不能调到其他单位。', '由安全管理员先结束原单位的岗位。'],
  USERNAME_TAKEN: ['用户名已有人使用（包括离岗人员）。', '换一个用户名。'],
  NOT_ONESELF: ['不能为自己办理这项操作。', '由另一名管理员办理。'],
  OWN_PROPOSAL: ['不能授权自己提出的任岗。', '由另一名安全管理员办理。'],
  ADMINISTRATORS_APART: [
    '系统管理员、安全管理员、审计管理员须由三人分别担任，且不兼任其他职责。',
    '改选他人，或先结束其原有岗位。',
  ],
  LAST_ADMINISTRATOR: ['这是最后一名{role}，结束后将无人履行这项职责。', '先任命并授权接任者。'],
  NO_SECURITY_ADMINISTRATOR: ['本单位和上级单位都没有安全管理员，无人可以授权。', '先任命安全管理员。'],
  POST_NOT_FOUND: ['没有这个岗位。', '刷新岗位列表。'],
  POST_EXISTS: ['已在这个岗位上，或已经提出、正待授权。', '不必重复提出。'],
  POST_STATE: ['这个岗位已由他人办理。', '刷新岗位列表。'],
  SUCCESSOR_MISSING: ['离岗人员还有未办结的事项，没有指定接办人。', '为每个单位、每项职责指定接办人。'],
  SUCCESSOR_UNFIT: ['所选人员不在这个岗位上，或没有可以接办的人员。', '先任命并授权接任者，再办理交接。'],
  TOKEN_NOT_FOUND: ['没有这个令牌。', '刷新令牌列表。'],
  TOKEN_TOO_LONG: ['超过安全策略规定的令牌有效期。', '缩短有效期。'],
  TOKEN_REFUSED: ['令牌不正确，或已经作废、到期。', '核对请求头，或请安全管理员另发令牌。'],
  TOKEN_LIMIT: ['令牌每分钟的请求次数已超过。', '{seconds} 秒后再试，或由安全管理员重新创建上限更高的令牌。'],
  PEOPLE_ONLY: ['只有登录的人员可以进行这项操作，接口令牌不能。', '由人员登录后办理。'],

  // Agencies, settings, work, the calendar
  AGENCY_NOT_FOUND: ['没有这个单位。', '刷新单位列表。'],
  AGENCY_NOT_OPEN: ['这个单位不存在或已撤销。', '选择在用的单位。'],
  AGENCY_CLOSED: ['上级单位已撤销，不能再有下级单位。', '选择其他上级单位。'],
  AGENCY_MISPLACED: ['这类单位不能放在所选的上级之下。', '重新选择上级单位。'],
  AGENCY_TOO_DEEP: ['单位的层级太多。', '调整上级单位。'],
  AGENCY_IN_RING: ['所选上级是这个单位自己或它的下级。', '重新选择上级单位。'],
  AGENCY_NAME_TAKEN: ['已有同名的单位。', '核对名称。'],
  AGENCY_CREDIT_CODE_TAKEN: ['统一社会信用代码已用于另一个单位。', '核对代码。'],
  AGENCY_CODE_WRONG: ['单位的代码不正确：{detail}。', '核对统一社会信用代码、区划代码或组织机构代码。'],
  AGENCY_STILL_OPEN: ['单位还不能撤销：{detail}。', '先办结所列事项。'],
  CLOSED_IN_FUTURE: ['撤销日期晚于今天。', '填写今天或以前的日期。'],
  COMPETENT_DEPARTMENT_NEEDED: ['这个单位是政府信息公开工作主管部门。', '先指定另一个主管部门。'],
  NOT_A_GOVERNMENT_DEPARTMENT: ['主管部门应当是人民政府的办公厅（室）或其他直属部门。', '另选一个单位。'],
  IMPORT_HAS_PROBLEMS: ['表中有问题，没有导入任何单位。', '按列出的行、列修改后重新导入。'],
  CALENDAR_HAS_PROBLEMS: ['日历文件有问题，没有导入。', '按列出的行修改后重新导入。'],
  SETTING_UNKNOWN: ['没有这项设置。', '刷新页面。'],
  SETTING_INVALID: ['设置的值超出允许的范围：{detail}。', '按提示的范围填写。'],
  WORK_NOT_FOUND: ['没有这项待办，可能已经办结。', '刷新列表。'],
  WRONG_PERSON_FOR_WORK: ['所选人员没有办理这项工作的职责。', '改选其他人。'],

  // Columns
  COLUMN_NOT_FOUND: ['没有这个栏目。', '刷新栏目列表。'],
  COLUMN_NAME_TAKEN: ['同一级已有同名的栏目。', '换一个名称。'],
  COLUMN_HAS_CHILDREN: ['这个栏目还有下级栏目。', '先停用下级栏目。'],
  COLUMN_TOO_DEEP: ['栏目最多两级。', '选择一级栏目作为上级。'],
  PARENT_COLUMN_WRONG: ['上级栏目不是本单位同一板块中在用的栏目。', '重新选择。'],
  BLOCK_NEEDS_A_COLUMN: ['这是本板块最后一个栏目，不能停用。', '先新建一个栏目，再停用这个。'],
  CATEGORY_UNKNOWN: ['没有这个类别。', '从条例第二十条、第二十一条的类别中选择。'],

  // Applications
  REQUEST_NOT_FOUND: ['没有这件申请。', '核对编号，或刷新列表。'],
  REQUEST_NOT_OPEN_HERE: ['申请与查询码不符，或没有这件申请。', '核对回执上的登记编号和查询码。'],
  QUERY_TOO_OFTEN: ['提交或者查询太频繁。', '{seconds} 秒后再试。'],
  STEP_NOT_ALLOWED: ['这件申请现在不能办理这一步：{detail}。', '刷新后，按列出的可办步骤办理。'],
  STEP_DATE_WRONG: ['日期与这件申请已有的记录对不上：{detail}。', '核对日期。'],
  STEP_INCOMPLETE: ['这一步还缺少内容，或者内容不符合要求：{detail}。', '按提示补充。'],
  STEP_OF_APPLICANT: ['这一步只能由申请人本人办理。', '由申请人凭登记编号和查询码在网上办理。'],
  SAME_PERSON: ['经办、审核、保密审查、批准应当由不同的人员进行。', '由其他人员办理。'],
  IDENTITY_WRONG: ['证件号码不正确：{detail}。', '对照证件核对。'],

  // Files
  FILE_NOT_FOUND: ['没有这个文件，可能已被删除。', '刷新后重试。'],
  FILE_LOST: ['保存的文件找不到，或与存入时不一致。', '联系系统管理员，从备份中恢复。'],
  FILE_EMPTY: ['文件是空的，没有保存。', '检查后重新上传。'],
  FILE_TOO_LARGE: ['文件超过上限，没有保存。', '压缩或拆分后再上传。'],
  FILE_INFECTED: ['文件中发现病毒，没有保存。', '用杀毒软件处理后重新上传。'],
  FILE_TOO_LARGE_TO_SCAN: [
    '文件超过病毒检查服务允许的大小，没有保存。',
    '拆分后上传，或调高检查服务的上限。',
  ],
  FILE_MARKED_SECRET: [
    '文件带有国家秘密标志，没有保存：本系统不得存储、处理国家秘密。',
    '停止上传，在涉密信息系统中办理；已误传到别处的，立即报告本单位保密工作机构。',
  ],
  FILE_TYPE_REFUSED: [
    '这种格式的文件不能加入案卷。',
    '换成 PDF、图片、OFD、Office 或 WPS 文档、文本、邮件或 ZIP。',
  ],
  ARCHIVE_DESTROYED: ['案卷的内容和材料已按保存期限销毁。', '不能恢复；办理的日期、步骤和结果仍可查看。'],
  ARCHIVE_NOT_FROZEN: ['案卷还没有归档固定。', '先办理归档，稍等片刻再试。'],
  ARCHIVE_NOT_DUE: ['案卷不能销毁：{detail}。', '从列表中去掉后再提交。'],
  HOLD_PRESENT: ['这件案卷已经列为暂缓销毁。', '刷新后查看。'],
  HOLD_ABSENT: ['这件案卷没有列为暂缓销毁。', '刷新后查看。'],
  FILES_TOO_MANY: ['一件申请的材料太多。', '合并后再上传，或者移除误传的材料。'],
  FILE_REMOVED: ['这份材料已经移除。', '刷新后重试。'],
  FILES_CLOSED: ['这件申请的材料现在不能改动：{detail}。', '按提示办理。'],
  FILE_NOT_PROVIDABLE: ['这类材料不能随答复提供。', '先把类别改为“所申请的政府信息”。'],
  FILE_KIND_FIXED: ['区分处理后的文件由系统制作，类别不能改成它，也不能改掉。', '在原来的文件上作区分处理。'],
  REDACTION_NOT_POSSIBLE: ['这份文件不能作区分处理：{detail}。', '转换成 PDF 或者图片后重新上传。'],
  REDACTION_TOO_COSTLY: ['文件处理用的时间或者内存超过了上限，没有保存。', '拆分成几个文件后再处理。'],
  REDACTION_LEFT_TRACE: [
    '核验发现区分处理后的文件还有残留，没有保存。',
    '联系系统管理员，不要提供这份文件。',
  ],
  SCANNER_UNREACHABLE: ['病毒检查服务没有应答，文件没有保存。', '稍后重新上传；一直这样的，联系系统管理员。'],
} as const satisfies Readonly<Record<string, readonly [message: string, action: string]>>;

export type RefusalCode = keyof typeof refusalCodes;

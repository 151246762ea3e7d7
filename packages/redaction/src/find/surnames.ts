/** Surnames (姓氏) of some 99 in 100 people; compound ones apart. */
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱江尹薛闫阎段雷侯龙史黎贺顾毛郝龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊兰殷施陶洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦齐梅庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵欧解强丛华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲伊宗么虞鞠麻邢代岳';
const compound =
  '欧阳 上官 司马 东方 诸葛 尉迟 皇甫 公孙 慕容 令狐 宇文 长孙 司徒 鲜于 司空 轩辕 夏侯 端木 百里 呼延 南宫 东郭 西门 闻人 澹台 赫连 淳于 太史 申屠 独孤 钟离';

const surnames: ReadonlySet<string> = new Set([...single, ...compound.split(' ')]);

/** Whether a text can be a Chinese name by its first character or two. */
export const hasSurname = (name: string): boolean =>
  surnames.has(name.slice(0, 1)) || (name.length > 2 && surnames.has(name.slice(0, 2)));

/** What names of agencies end in. A bare place name (淮安市) ends a title of a government's report. */
const organ =
  /(?:政府|办公室|政府办|局|委员会|委|厅|部|院|所|站|中心|队|处|署|公司|街道|社区|镇|乡|区|管委会|学校|大学|学院|中学|小学|医院|办|科|馆|会|社|台|园|场|村|基地|集团|银行|法庭|组)(?:[（(][\u4e00-\u9fff、]{1,16}[)）])?$/;
const place = /(?:省|市|区|县|州|盟|旗|地区|特区)$/;
const notAgency =
  /^(?:本机关|我[局市区县省委办]|本[局市区县省委办级部]|全[市区县省]|首页|网站|政府|年度|关于)$/;

/** Whether squeezed text reads like an agency's name: Chinese, short, ending like one. */
export const isAgencyName = (text: string): boolean =>
  text.length >= 3 &&
  text.length <= 40 &&
  organ.test(text) &&
  /^[\u4e00-\u9fff（）()·、〇—\-0-9A-Za-z]+$/.test(text) &&
  /^[\u4e00-\u9fff]/.test(text) &&
  !/[。，；：]|公开|信息|报告|年度|目录|指南|栏目|首页|下载|主题|政策|动态/.test(text) &&
  !notAgency.test(text);

/** A place without an organ: the report is its government's. */
export const isPlaceName = (text: string): boolean =>
  text.length >= 2 && text.length <= 14 && place.test(text) && /^[\u4e00-\u9fff]+$/.test(text);

/** Takes off what a box or a page puts around a name: labels, brackets, the name of the website, 年度. */
export const cleanAgency = (text: string): string =>
  text
    .replace(/^(?:发布|公开|发文|制发|责任|信息)?(?:机构|机关|单位|部门|来源|作者)[:：]/, '')
    .replace(/^[《“"【[（(]+|[》”"】\]]+$/g, '')
    .replace(/(?:政府)?(?:门户)?网站?$|网$/, '')
    .replace(/(?:本级)?(?:20\d{2}年?度?|年度?)$/, '')
    .replace(/[:：、,，。的-]+$/, '');

/**
 * Reads the narrative (正文) of an annual report into claims: what it says is so many.
 *
 * It is a grammar, not a search for keywords. Five steps, a file each:
 *
 * 1. `sentences.ts` joins printed lines and cuts 。; headings tell what a passage is about.
 * 2. `fold.ts` brings digits, brackets and spaces into one spelling and remembers the offsets.
 * 3. `tokenise.ts` cuts a sentence into words (`words.ts`, held in the prefix tree of `lexicon.ts`),
 *    numbers with unit and bound (`numerals.ts`), dates and marks. Dates, article and document numbers,
 *    telephones, durations and item marks are no quantities. What is in no list is a *gap*.
 * 4. `read-sentence.ts` walks the tokens with a small state (`reading.ts`: topic, scope, period, 其中) that
 *    brackets open and close. Around each number (`read-number.ts`) or negation (`read-none.ts`) `frame.ts`
 *    fills the slots of one frame:
 *
 *        frame  = [subject] [period] [scope] {verb} [applicant|channel] {noun|row|result} NUMBER UNIT
 *               | {verb} NUMBER UNIT noun                  受理3件政府信息公开申请
 *               | name、name… 分别为 NUMBER、NUMBER… UNIT     as many numbers as names
 *               | name、name… 均为0 / 均无
 *               | NONE {qualifier} noun                    未收到…申请, 无…行政复议
 *        after  = 占[总数]的 PERCENT | [较上年] 增加|减少 NUMBER UNIT | 增长|下降 PERCENT
 *        list   = count 其中|含|包括 frame {、|， frame}, also over two sentences (收到100件。其中…)
 *        each   = count ， 均|全部 {row|applicant|result|conclude}   收到3件，均予以公开 (`read-each.ts`)
 *
 * 5. `quantity.ts` names what a frame counts, `lists.ts` finds wholes and their parts.
 *
 * What the tables may mean by a claim is in `table.ts`, `request-readings.ts` and `review-readings.ts`.
 *
 * Two principles keep it from crying wolf. **A gap is a veto**: 收到涉及征地的政府信息公开申请5件 counts some
 * of the requests, so any word that is not understood between verb and number leaves the number without
 * a name. **Doubt is kept**: scope, period, bound and certainty travel with each claim (撤销1件 is *some* of
 * 结果纠正), and the rules compare only what can be compared.
 */
import type { Report } from '../../report.ts';
import { reporterOf } from './agency.ts';
import type { Claim } from './claim.ts';
import { type Context, readSentence, startContext } from './read-sentence.ts';
import { sentencesOf } from './sentences.ts';

// Most sentences of a report say nothing that its tables count; these tests pass over them.
const figure =
  /[\d０-９]\s*[余多万千百亿]{0,2}\s*[件起宗份条例个项单次笔元%％]|[一二两三四五六七八九十百千万廿卅][余多]?[件起宗份条例项单]|百分之|数量?[为：:]\s*[\d０-９]/;
const counted =
  /申请|复议|诉|规范性文件|规章|行政许可|行政处罚|行政强制|收费|处理费|集中采购|公开|结转|受理|办结|答复|其中|自然人|法人|占|同比|增长|下降|增加|减少|维持|纠正|提供|不予/;
const none = /[零无未没]|不存在|不收取/;
const absent = /申请|复议|诉|费|结转/;

// No sentence of a report is longer; what is, is a page's navigation or a hostile file.
const longest = 2000;

// A long report has 40,000 characters and 200 claims. Beyond these a file is no report, and is not worth a minute.
const mostText = 400_000;
const mostClaims = 2000;

const speaks = (text: string): boolean =>
  text.length <= longest &&
  ((figure.test(text) && counted.test(text)) || (none.test(text) && absent.test(text)));

/**
 * Everything that the narrative of a report says about quantities, in the order of the text. Never throws.
 * Stops after 400,000 characters or 2,000 claims, many times what any report has.
 */
export const readClaims = (report: Report): readonly Claim[] => {
  const reporter = reporterOf(report);
  const claims: Claim[] = [];
  let context: Context | null = null;
  let text = 0;
  for (const sentence of sentencesOf(report)) {
    text += sentence.text.length;
    if (text > mostText || claims.length > mostClaims) break;
    if (context === null || sentence.startsParagraph) context = startContext(sentence);
    if (!speaks(sentence.text)) continue;
    const read = readSentence(sentence, context, reporter);
    context = read.context;
    for (const claim of read.claims) claims.push(claim);
  }
  return claims;
};

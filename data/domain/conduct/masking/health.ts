// Finds words about somebody's health. What stays is the mark, so that colleagues see that it was about health and no more.
// Words of danger (an overdose, a roof) are not among them: whoever helps has to read them, and life comes first.
import { anyOf, markFor, maskingWords } from './maskingWords';

const zh = maskingWords.health['zh-CN'];
const en = maskingWords.health['en-US'];
/** Up to four characters before an ending name the illness: "乳腺" of breast cancer. */
const chinese = new RegExp(
  `(?:(?:(?![${zh.before}])\\p{Script=Han}){0,4}${anyOf(zh.endings)}|${anyOf(zh.whole)})(?:${anyOf(zh.stages)})?`,
  'giu',
);
const leadWord = `(?:type|stage|grade)\\s+\\w{1,5}\\s+|(?!(?:${en.notBefore.join('|')})(?!\\p{Script=Latin}))[\\p{Script=Latin}-]{1,20}\\s+`;
const lead = `(?:${leadWord}){0,2}`;
const english = new RegExp(`(?<!\\p{Script=Latin})${lead}(?:${en.words.join('|')})(?!\\p{Script=Latin})`, 'giu');

export function maskHealth(text: string): string {
  const mark = markFor('health', text);
  return text.replace(chinese, mark).replace(english, mark);
}

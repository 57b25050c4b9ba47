// Finds names that are said: after a cue ("my name is"), beside a relative or a title, and the verified customer's own.
import { anyOf, anyWordOf, markFor, maskingWords } from './maskingWords';

const { surnames, nameCues, introductions, kin, titles, notInNames, linking } = maskingWords;
const surname = `(?:${anyOf(surnames.double)}|[${surnames.single}])`;
const given = `(?:(?![${notInNames['zh-CN']}])\\p{Script=Han})`;
const foreign = `\\p{Script=Han}{1,8}(?:[·•・]\\p{Script=Han}{1,8}){1,3}`;
const chineseName = `(?:${foreign}|${surname} ?${given}(?: ?${given})?)`;
/** "Little Wang", or the surname alone: a name only where somebody was about to give one. */
const shortName = `[${surnames.familiar}]?${surname}(?!${given})`;
const between = `[\\s:：，,${linking}]{0,4}`;

const latinWord = `(?!${anyWordOf(notInNames['en-US'])})[\\p{Script=Latin}][\\p{Script=Latin}'’.-]{0,30}`;
const latinName = `${latinWord}(?:\\s+${latinWord}){0,2}`;
/** Written with capitals: a lower-case word after "I'm" is how somebody feels. */
const capitalName = `(?!${anyWordOf(notInNames['en-US'])})\\p{Lu}[\\p{Ll}'’-]{1,30}(?:\\s+\\p{Lu}[\\p{Ll}'’.-]{0,30}){0,2}`;

const patterns: readonly RegExp[] = [
  new RegExp(`(?<=${anyOf(nameCues['zh-CN'])}${between})(?:${chineseName}|${shortName}|${latinName})`, 'giu'),
  new RegExp(`(?<=${anyOf(kin['zh-CN'])}${between})${chineseName}`, 'gu'),
  new RegExp(`${surname}${given}{0,2}(?=${anyOf(titles['zh-CN'])})`, 'gu'),
  new RegExp(`(?<=${anyWordOf(nameCues['en-US'])}[\\s:：,，]{1,4})(?:${latinName}|${chineseName})`, 'giu'),
  new RegExp(`(?<=${anyWordOf(titles['en-US'])}\\.?\\s+)${latinName}`, 'giu'),
];
const lower = (list: readonly string[]) =>
  list.map((one) => `${one}|${one[0]?.toUpperCase()}${one.slice(1)}`).join('|');
const capitals: readonly RegExp[] = [
  new RegExp(`(?<=(?<!\\p{L})(?:${lower(introductions)})\\s+)${capitalName}`, 'gu'),
  new RegExp(`(?<=(?<!\\p{L})(?:${lower(kin['en-US'])}),?\\s+(?:is\\s+|called\\s+|named\\s+)?)${capitalName}`, 'gu'),
];

/** Characters between the parts of a name that somebody spaces out. */
const lettersOf = (name: string): readonly string[] => name.match(/[\p{L}\p{N}]/gu) ?? [];
const spaced = (name: string): RegExp => new RegExp(lettersOf(name).join('[\\s\\p{P}\\p{S}]{0,8}'), 'giu');

/** `known` are names that the bank has on file for whoever is speaking. */
export function maskNames(text: string, known: readonly string[]): string {
  const mark = markFor('name', text);
  const own = known.filter((name) => lettersOf(name).length > 1).map(spaced);
  return [...own, ...patterns, ...capitals].reduce((rest, pattern) => rest.replace(pattern, mark), text);
}

// Finds where somebody can be reached: mail addresses, chat accounts, and where they live.
import { anyOf, anyWordOf, markFor, maskingWords } from './maskingWords';

const { handle, addressCues, notAddresses, addressParts, linking, numerals, notInNames } = maskingWords;
const at = String.raw`\s{0,3}(?:[@＠]|\(at\)|\[at\]|\{at\})\s{0,3}`;
const dot = String.raw`\s{0,2}(?:\.|\(dot\)|\[dot\]| dot |。)\s{0,2}`;
const label = '[A-Za-z0-9][A-Za-z0-9-]{0,62}';
const mails: readonly RegExp[] = [
  new RegExp(`[\\w.+%'-]{1,64}${at}${label}(?:${dot}${label}){0,6}`, 'giu'),
  new RegExp(`[\\w.+%-]{1,64} at ${label}(?:${dot}${label}){1,6}`, 'giu'),
  // An address of any other script: a sign between two runs of letters is enough.
  /[^\s@，。]{1,64}@[^\s@，。]{1,255}/gu,
];
const handles = new RegExp(
  `(?<=(?:${anyOf(handle['zh-CN'])}|${anyWordOf(handle['en-US'])})[\\s:：${linking}idID]{0,6})[A-Za-z0-9_][\\w.-]{3,40}`,
  'giu',
);

const zh = addressParts['zh-CN'];
const en = addressParts['en-US'];
const clause = '[^,，。.!！?？;；\\n]';
const places: readonly RegExp[] = [
  // After "I live at": the rest of the clause, and of the next where it goes on with a number or a part of an address.
  new RegExp(
    `(?<=(?:${anyOf(addressCues['zh-CN'])})[\\s:：${linking}，]{0,3})(?!${anyOf(notAddresses['zh-CN'])})\\p{Script=Han}${clause}{1,80}`,
    'gu',
  ),
  new RegExp(
    `(?<=${anyWordOf(addressCues['en-US'])}[\\s:：]{1,3})(?!${anyWordOf(notAddresses['en-US'])})${clause}{2,80}(?:,\\s*[\\p{Lu}\\d]${clause}{0,60}){0,4}`,
    'giu',
  ),
  new RegExp(
    // What leads to a street and a door: one run of characters, so that no text is gone through again and again.
    `(?:(?![${notInNames['zh-CN']}])\\p{Script=Han}){1,24}${anyOf(zh.streets)}(?:[\\s\\p{Nd}${numerals}-]{1,10}${anyOf(zh.doors)}){1,6}(?:\\p{Nd}{1,5})?`,
    'gu',
  ),
  new RegExp(
    `(?:${anyWordOf(en.doors)}\\s+\\w{1,5},?\\s+)?\\b\\d{1,5}[A-Za-z]?,?\\s+(?:[A-Z][\\w'’]{1,20}\\s+){1,3}${anyWordOf(en.streets)}`,
    'giu',
  ),
  // British postcodes.
  /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/gu,
];

export function maskPlaces(text: string): string {
  const withoutMail = mails.reduce((rest, pattern) => rest.replace(pattern, markFor('mail', text)), text);
  const withoutHandles = withoutMail.replace(handles, markFor('handle', text));
  return places.reduce((rest, pattern) => rest.replace(pattern, markFor('address', text)), withoutHandles);
}

// Finds the figures in a text, so that each can be traced to a typed value (promise P3).

const digitRun = /\d+(?:[.,:/-]\d+)*%?/g;
/** Numbers written as words, with the unit that makes them an amount, a date, a rate or a count. */
const chineseRun =
  /(?<![零〇一二两三四五六七八九十百千万亿半])[零〇一二两三四五六七八九十百千万亿半]{1,30}(?:点[零一二三四五六七八九]{1,10})?(?:元|块|毛|期|个月|个点|天|年|号|日|成|折|厘)/g;
const chineseShare = /[百千万]分之[零一二两三四五六七八九十百点]{1,20}/g;
const numberWord =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half)';
const englishUnit = '(?:yuan|rmb|percent|per cent|months?|weeks?|days?|years?|instalments?)';
const englishRun = new RegExp(`\\b${numberWord}(?:[ -](?:and )?${numberWord}){0,12}[ -]${englishUnit}\\b`, 'gi');

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
// "may" before a figure is a verb unless it has its capital letter.
const monthName = (may: string) =>
  `(?:[Jj]an(?:uary)?|[Ff]eb(?:ruary)?|[Mm]ar(?:ch)?|[Aa]pr(?:il)?|${may}|[Jj]une?|[Jj]uly?|[Aa]ug(?:ust)?|[Ss]ept?(?:ember)?|[Oo]ct(?:ober)?|[Nn]ov(?:ember)?|[Dd]ec(?:ember)?)\\b\\.?`;
const day = String.raw`(?<d>\d{1,2})(?:st|nd|rd|th)?`;
const year = String.raw`(?<y>(?:19|20)\d{2})`;
const noDigitNext = String.raw`(?![.,:/-]?\d|%)`;
/** A day as people write it; the year may be left out where the month has a name. */
const datePatterns = [
  String.raw`(?<y>\d{4})([-/.])(?<m>\d{1,2})\2(?<d>\d{1,2})${noDigitNext}`,
  String.raw`(?:(?<y>\d{2}|\d{4}) ?年 ?)?(?<m>\d{1,2}) ?月 ?(?<d>\d{1,2}) ?[日号]`,
  String.raw`\b${day}(?: of)?[ -]?(?<m>${monthName('[Mm]ay')})(?:,?[ -]?${year})?${noDigitNext}`,
  String.raw`\b(?<m>${monthName('May')}) ?(?:the )?${day}\b(?:,? ?${year})?${noDigitNext}`,
].map((pattern) => new RegExp(String.raw`(?<!\d[.,:/-]?)${pattern}`, 'g'));

export interface WrittenDate {
  /** As it stands in the text. */
  readonly text: string;
  /** "2026-12-16", or "--12-16" where no year is said. */
  readonly date: string;
}

export interface Figures {
  /** Days of the calendar, however they are written. */
  readonly dates: readonly WrittenDate[];
  /** Other runs of digits, without thousands separators: "26431.20", "09:00", "3.6%". */
  readonly digits: readonly string[];
  /** Figures written as words, as they stand. */
  readonly words: readonly string[];
}

const canonical = (run: string): string => run.replace(/,(?=\d{3}(?:\D|$))/g, '');

const monthNumber = (month: string): number =>
  /^\d/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1;

/** Takes the dates out of a text; what is left has no digit of them. */
function takeDates(text: string): { dates: readonly WrittenDate[]; rest: string } {
  const dates: WrittenDate[] = [];
  let rest = text;
  for (const pattern of datePatterns)
    rest = rest.replace(pattern, (...found) => {
      const { y = '-', m, d } = found.at(-1) as Readonly<Record<string, string | undefined>>;
      const month = monthNumber(m ?? '');
      const date = [y.length === 2 ? `20${y}` : y, String(month).padStart(2, '0'), (d ?? '').padStart(2, '0')].join(
        '-',
      );
      dates.push({ text: String(found[0]), date });
      return '\n';
    });
  return { dates, rest };
}

export function figuresIn(text: string): Figures {
  const { dates, rest } = takeDates(text.normalize('NFKC'));
  const digits = (rest.match(digitRun) ?? []).map(canonical);
  const words = [chineseRun, chineseShare, englishRun].flatMap((pattern) => rest.match(pattern) ?? []);
  return { dates, digits, words: words.map((word) => word.toLowerCase()) };
}

/** A day of the calendar ('YYYY-MM-DD') as a source that allows it to be written without its year. */
export const withoutYear = (date: string): string => `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]}`;

const pieces = (run: string): string[] => run.split(/[:/-]/).filter((piece) => piece !== '');

/**
 * The figures of `text` that no source contains; a joined run such as 09:00-18:00 is allowed by its parts, a date only as a
 * whole: a count of 12 and a day 16 make no 16 December.
 */
export function figuresWithoutSource(text: string, sources: readonly string[]): readonly string[] {
  const known = new Set<string>();
  for (const source of sources) {
    const { dates, digits } = figuresIn(source);
    for (const { date } of dates) known.add(date);
    for (const run of digits) known.add(run);
  }
  const sourceText = sources.join('\n').normalize('NFKC').toLowerCase();
  const { dates, digits, words } = figuresIn(text);
  const unknownDates = dates.filter(({ date }) => !known.has(date)).map((written) => written.text);
  const unknownDigits = digits.filter((run) => !known.has(run) && !pieces(run).every((piece) => known.has(piece)));
  const unknownWords = words.filter((word) => !sourceText.includes(word));
  return [...unknownDates, ...unknownDigits, ...unknownWords];
}

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

export interface Figures {
  /** Runs of digits, without thousands separators: "26431.20", "2026-12-16", "3.6%". */
  readonly digits: readonly string[];
  /** Figures written as words, as they stand. */
  readonly words: readonly string[];
}

const canonical = (run: string): string => run.replace(/,(?=\d{3}(?:\D|$))/g, '');

export function figuresIn(text: string): Figures {
  const plain = text.normalize('NFKC');
  const digits = (plain.match(digitRun) ?? []).map(canonical);
  const words = [chineseRun, chineseShare, englishRun].flatMap((pattern) => plain.match(pattern) ?? []);
  return { digits, words: words.map((word) => word.toLowerCase()) };
}

const pieces = (run: string): string[] => run.split(/[:/-]/).filter((piece) => piece !== '');

/** The figures of `text` that no source contains; a joined run such as 09:00-18:00 is allowed by its parts. */
export function figuresWithoutSource(text: string, sources: readonly string[]): readonly string[] {
  const known = new Set<string>();
  for (const source of sources) for (const run of figuresIn(source).digits) known.add(run);
  const sourceText = sources.join('\n').normalize('NFKC').toLowerCase();
  const { digits, words } = figuresIn(text);
  const unknownDigits = digits.filter((run) => !known.has(run) && !pieces(run).every((piece) => known.has(piece)));
  const unknownWords = words.filter((word) => !sourceText.includes(word));
  return [...unknownDigits, ...unknownWords];
}

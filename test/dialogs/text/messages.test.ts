// The words are complete, exact and in our voice: every message, in both languages, in every wording.
import IntlMessageFormat from 'intl-messageformat';
import { figuresWithoutSource } from '../../../data/domain/conduct/figures';
import { type Locale, localeSchema } from '../../../data/domain/customer/customerTurn';
import outboundRules from '../../../data/policy/outboundRules.json';
import { mayHear } from '../../../dialogs/text/audience/audience';
import english from '../../../dialogs/text/en-US.json';
import { type MessageId, messageIds, valueKindsOf, wordingsOf } from '../../../dialogs/text/messages';
import chinese from '../../../dialogs/text/zh-CN.json';
import { allSamples, rendered, renderedWordings } from './sampleValues';

const locales = localeSchema.options;

type Elements = ReturnType<IntlMessageFormat['getAst']>;
/** The kinds of ICU element that our texts may hold. */
const icu: Readonly<Record<number, string>> = { 0: 'literal', 1: 'argument', 5: 'select', 6: 'plural' };

/** Names of the values, and the literal words, of an ICU text. */
function contentOf(elements: Elements): { names: Set<string>; literals: string[] } {
  const names = new Set<string>();
  const literals: string[] = [];
  for (const element of elements) {
    if (icu[element.type] === undefined || !('value' in element))
      throw new Error(`An ICU element of type ${element.type} has no place in our texts.`);
    if (icu[element.type] === 'literal') literals.push(element.value);
    else names.add(element.value);
    if (!('options' in element)) continue;
    for (const option of Object.values(element.options)) {
      const inner = contentOf(option.value);
      for (const name of inner.names) names.add(name);
      literals.push(...inner.literals);
    }
  }
  return { names, literals };
}
const astOf = (locale: Locale, text: string) =>
  contentOf(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst());

/** Offer lines without a first payment share the values of those with one. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  'negotiation.offer.line': ['downPayment'],
  'negotiation.offer.lineFalling': ['downPayment'],
};
/** Questions that the dialogs ask once in a conversation. */
const onceOnly: readonly MessageId[] = [
  'vulnerable.first',
  'language.offered',
  'hardship.askIncome',
  'hardship.askExpenses',
  'hardship.askDebts',
];
const everyText = locales.flatMap((locale) =>
  messageIds.flatMap((id) => wordingsOf(locale, id).map((text) => ({ locale, id, text }))),
);
const faults = (isFault: (one: { locale: Locale; id: MessageId; text: string }) => boolean) =>
  everyText.filter(isFault).map(({ locale, id }) => `${locale} ${id}`);

describe('both languages', () => {
  it.each([
    ['zh-CN', chinese],
    ['en-US', english],
  ] as const)('%s has the messages of the list, in its order, and no others', (_, texts) => {
    expect(Object.keys(texts)).toEqual(messageIds);
  });

  it('use exactly the values that each message is given', () => {
    const wrong = faults(({ locale, id, text }) => {
      const expected = Object.keys(valueKindsOf(id)).filter((name) => !leftOut[id]?.includes(name));
      return [...astOf(locale, text).names].sort().join() !== expected.sort().join();
    });
    expect(wrong).toEqual([]);
  });

  it('render with one, many and none, with a day and the last day, and leave nothing open', () => {
    const open = locales.flatMap((locale) =>
      messageIds.filter((id) =>
        allSamples.some((samples) =>
          renderedWordings(locale, id, samples).some(({ text }) => /[{}]|undefined|null/.test(text)),
        ),
      ),
    );
    expect(open).toEqual([]);
  });

  it('hold no figure of their own: every figure is a typed value', () => {
    expect(faults(({ locale, text }) => astOf(locale, text).literals.some((words) => /\p{Nd}/u.test(words)))).toEqual(
      [],
    );
    const untraced = locales.flatMap((locale) =>
      messageIds.filter((id) =>
        renderedWordings(locale, id).some((spoken) => figuresWithoutSource(spoken.text, spoken.sources).length > 0),
      ),
    );
    expect(untraced).toEqual([]);
  });
});

describe('the voice', () => {
  const asks = (text: string) => /[？?]/.test(text);

  it('never puts a question twice in the same words', () => {
    const repeats = (id: MessageId) => !/^(button|reading|card)\./.test(id) && !onceOnly.includes(id);
    const wrong = faults(({ locale, id, text }) => repeats(id) && asks(text) && wordingsOf(locale, id).length < 2);
    expect(wrong).toEqual([]);
  });

  it('has wordings that differ', () => {
    expect(faults(({ locale, id }) => new Set(wordingsOf(locale, id)).size < wordingsOf(locale, id).length)).toEqual(
      [],
    );
  });

  it('is short: no message is longer than four lines or a few sentences', () => {
    const longest = { 'zh-CN': 130, 'en-US': 340 } as const;
    expect(faults(({ locale, text }) => text.replace(/\{[^{}]*\}/g, '0').length > longest[locale] * 2)).toEqual([]);
    const tall = locales.flatMap((locale) =>
      messageIds.filter((id) => rendered(locale, id).text.split('\n').length > 4),
    );
    expect(tall).toEqual([]);
    const wide = locales.flatMap((locale) =>
      messageIds.filter((id) => rendered(locale, id).text.length > longest[locale]),
    );
    expect(wide).toEqual([]);
  });

  it('is Chinese as a clerk types it: 您, no exclamation, no half-width marks between Chinese words', () => {
    const wrong = faults(
      ({ locale, text }) =>
        locale === 'zh-CN' &&
        /你|[!！]|亲|\p{Script=Han}[,;:?]|[,;:?]\p{Script=Han}/u.test(text.replace(/\{[^{}]*,[^{}]*/g, '')),
    );
    expect(wrong).toEqual([]);
  });

  it('is English as a British bank writes it', () => {
    const wrong = faults(
      ({ locale, text }) => locale === 'en-US' && /!|installment|\bcolor|organiz|'|"|please note/i.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it('says by the first message that it is a machine, that a person is one word away, and that there are two languages', () => {
    expect(rendered('zh-CN', 'opening.hello').text).toMatch(/机器[\s\S]*转人工[\s\S]*English/);
    expect(rendered('en-US', 'opening.hello').text).toMatch(/machine[\s\S]*person[\s\S]*中文/);
  });
});

describe('whoever is not verified', () => {
  it('is never told that they owe anything', () => {
    const presumes =
      /您(?:的|还|现在|已经|一共|名下)?(?:欠|逾期|债)|\byou(?:r|’re| are)? (?:\w+ )?(?:owe|owing|overdue|debt|past due|in arrears|balance)\b/i;
    const wrong = faults(({ id, text }) => mayHear(id).includes('unknown') && presumes.test(text));
    expect(wrong).toEqual([]);
  });

  it('and is someone else, hears no word that hints at a debt', () => {
    const wrong = locales.flatMap((locale) =>
      messageIds
        .filter((id) => mayHear(id).includes('someoneElse'))
        .filter((id) =>
          renderedWordings(locale, id).some(({ text }) =>
            outboundRules.debtWords[locale].some((word) => text.toLowerCase().includes(word)),
          ),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('is told nothing that the texts have not opened to them: each message says who may hear it', () => {
    expect(messageIds.filter((id) => mayHear(id).length === 0)).toEqual([]);
    expect(mayHear('account.summary')).toEqual(['verified']);
    expect(mayHear('costTable.balance')).toEqual(['verified']);
    expect(mayHear('no.such.message')).toEqual([]);
    expect(mayHear('constructor')).toEqual([]);
  });

  it('hears no amount, card or rate of an account: no message for them carries such a value', () => {
    const kinds = ['money', 'tail', 'rate', 'day'];
    const telling = messageIds.filter(
      (id) =>
        mayHear(id).some((party) => party !== 'verified') &&
        Object.values(valueKindsOf(id)).some((kind) => kinds.includes(kind)),
    );
    expect(telling).toEqual([]);
  });

  it('and may be in danger, hears no figure but the lines to call', () => {
    for (const locale of locales)
      for (const id of messageIds.filter((one) => one.startsWith('vulnerable.')))
        for (const kind of Object.values(valueKindsOf(id))) expect([locale, id, kind]).toEqual([locale, id, 'name']);
  });
});

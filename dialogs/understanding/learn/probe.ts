// Shows whether a model was trained by the code that asks it: what this code makes of fixed sentences, as one hash. A change of
// features, readers of figures or of the segmenter changes it, and a model of before is refused where it is loaded.
import { createHash } from 'node:crypto';
import type { Intent, Locale, SlotName } from '../../../data/domain/customer/customerTurn';
import type { Pinyin } from '../../../data/linear/pinyinTable';
import { featuresOf } from '../intents/features';
import { alignedFeatureText } from '../intents/featureText';
import { boundaryFeatures, tokenLine } from '../segments/boundaryFeatures';
import { type PartRead, partingFeatures } from '../segments/partingFeatures';
import { joinerAt, tokensOf } from '../segments/tokens';
import { extractSlots } from '../slots/extractSlots';
import { figureFeatures } from '../slots/learned/figureFeatures';
import { normalise } from '../text/normalise';
import { trainingDay } from './actExamples';

/** Together they hold every kind of figure, mark and joining word that the features tell from one another. */
const sentences: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': [
    '工资六千四，房租两千二，每月最多还八百',
    '先别打电话了，然后我想问下15号还3000行不行',
    '第二个方案24期一共多少利息？',
    '停了健身省下来880 想分期',
    '我妈住院了还欠别家1w5，能不能晚两个月再还',
    '首付30%，剩下的打八折，OK吗',
    '下周五发工资，发了先还一半；别再骗我 sb',
  ],
  'en-US': [
    "I bring home 2,100, rent is 900 so I can't do more than 350 a month",
    'stop calling me and then tell me what I owe by next friday',
    "what's the APR on the second one over 24 months?",
    'gave up the gym, that frees 880 every fortnight - can I put that on the card',
    'I paid 1.5k on the 3rd; why does it still say overdue!',
    '30% down and the rest in three years, half now',
    'Im the executor, 60 days late... pls text only after 6pm',
  ],
};

const part = (text: string, intent: Intent, probability: number): PartRead => ({
  text,
  ranking: [
    { intent, probability },
    { intent: 'outOfScope', probability: 1 - probability },
  ],
});

/** Every kind of feature of one sentence. */
function featuresIn(source: string, locale: Locale, pinyin: Pinyin): number[][] {
  const { text: normal } = normalise(source);
  const { found, figures, masked, slots } = extractSlots(normal, locale, { refDate: trainingDay });
  const { text } = alignedFeatureText(found, normal);
  const line = tokenLine(text, locale, tokensOf(text));
  const read = {
    left: part(text, 'hardship', 0.7),
    right: part('M', 'negotiate.terms', 0.9),
    both: part(text, 'deny', 0.4),
  };
  const parting = line.marks.map((mark, at) =>
    partingFeatures({
      ...read,
      boundary: 0.3,
      mark,
      joiner: joinerAt(text.slice(line.tokens[at]?.start ?? 0), locale),
    }),
  );
  const context = { text: masked, locale, expects: undefined, figures };
  return [
    featuresOf({ text, locale, expects: 'monthlyAmount', slots: Object.keys(slots) as SlotName[] }, pinyin),
    ...line.tokens.map((_, at) => boundaryFeatures(line, at)),
    ...parting,
    ...figures.map((figure) => figureFeatures(figure, context)),
  ];
}

/** The hash of what this code makes of the sentences; 12 hexadecimal digits. */
export function readingCode(pinyin: Pinyin): string {
  const hash = createHash('sha256');
  for (const locale of ['zh-CN', 'en-US'] as const)
    for (const sentence of sentences[locale]) hash.update(JSON.stringify(featuresIn(sentence, locale, pinyin)));
  return hash.digest('hex').slice(0, 12);
}

// What the model that finds answers is taught: the ways of asking each answer, and messages that ask for none.
import type { Intent, Locale } from '../../../../data/domain/customer/customerTurn';
import type { Answer } from '../../../../data/knowledge/answer';
import { answeredFromRecords } from '../../../../data/knowledge/knowledge';
import type { TaughtQuestion, TaughtQuestions } from '../../../../data/knowledge/learn/trainQuestions';
import { noAnswer } from '../../../../data/knowledge/search/questionModel';
import type { TrainingLine } from '../../../../dialogs/understanding/learn/trainingData';
import type { Understanding } from '../../../../dialogs/understanding/understanding';

/** So many lines of each kind of message that is no question in general; more of what lies outside, which is wider. */
const linesOfIntent = 40;
const linesOutside = 240;

/** Questions are taught by the answers' own ways of asking; a line of understanding's may ask for any of them. */
const isQuestion = (intent: Intent): boolean => intent.startsWith('ask.');
const fromRecords: readonly Intent[] = answeredFromRecords;

/** Lines of one intent at even distances, so that all of its kinds are among them. */
function some(lines: readonly TrainingLine[], most: number): readonly TrainingLine[] {
  const distance = Math.max(1, lines.length / most);
  return Array.from({ length: Math.min(most, lines.length) }, (_, at) => lines[Math.floor(at * distance)] ?? []).flat();
}

export function taughtQuestions(
  answers: readonly Answer[],
  lines: readonly TrainingLine[],
  understanding: Understanding,
): TaughtQuestions {
  const taught = (text: string, locale: Locale, label: string): TaughtQuestion => ({
    text,
    label,
    readings: understanding.readingsOf(text, locale),
  });
  const asking = (locale: Locale) =>
    answers.flatMap(({ id, questions }) => questions[locale].map((text) => taught(text, locale, id)));
  const other = (locale: Locale) =>
    [...new Set(lines.map(({ intent }) => intent))]
      .filter((intent) => !isQuestion(intent) || fromRecords.includes(intent))
      .flatMap((intent) => {
        const own = lines.filter(
          (line) => line.locale === locale && line.intent === intent && line.expects === undefined,
        );
        return some(own, intent === 'outOfScope' ? linesOutside : linesOfIntent);
      })
      .map(({ text }) => taught(text, locale, noAnswer));
  return { 'zh-CN': [...asking('zh-CN'), ...other('zh-CN')], 'en-US': [...asking('en-US'), ...other('en-US')] };
}

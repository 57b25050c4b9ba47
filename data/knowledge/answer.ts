// One approved answer: what may be told, to what question, to whom, on what ground and until when. Checked by its schema before
// it is used, wherever it comes from.
import { z } from 'zod';
import { type CalendarDate, calendarDateSchema } from '../domain/calendar/calendar';
import { intentSchema, localeSchema, roleBesideHolderSchema } from '../domain/customer/customerTurn';
import { unknownFacts } from './bankFacts';

const bilingual = z.strictObject({ 'zh-CN': z.string().min(1), 'en-US': z.string().min(1) });
const bilingualLists = z.strictObject({
  'zh-CN': z.array(z.string().min(1).max(120)).max(200),
  'en-US': z.array(z.string().min(1).max(240)).max(200),
});

/** A short answer fits on a phone without scrolling. */
const shortLinesMax = 3;
const isShort = ({ 'zh-CN': zh, 'en-US': en }: z.infer<typeof bilingual>): boolean =>
  [zh, en].every((text) => text.split('\n').length <= shortLinesMax);

/** To whom an answer belongs; what is left out does not matter. Days are days past due, both ends included. */
const conditionsSchema = z.strictObject({
  daysPastDue: z
    .strictObject({
      from: z.number().int().nonnegative().optional(),
      to: z.number().int().nonnegative().optional(),
    })
    .refine(({ from, to }) => from === undefined || to === undefined || from <= to, '"from" is above "to"')
    .optional(),
  /** Whether the cardholder was checked. */
  verified: z.boolean().optional(),
  /** Whether an instalment agreement is in force. */
  arrangement: z.boolean().optional(),
  /** Somebody beside the holder who asks. */
  roles: z.array(roleBesideHolderSchema).min(1).optional(),
});
export type Conditions = z.infer<typeof conditionsSchema>;

export const answerSchema = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  /** The matter that it belongs to: a question that goes on from an answer is looked for in its topic first. */
  topic: z.string().regex(/^[a-z][A-Za-z]*$/),
  /** What such a question is mostly understood as. */
  intent: intentSchema,
  /** The answer to a question that names the intent and nothing more; one for each intent at most. */
  general: z.boolean().optional(),
  /** How people ask for it, each in one sentence. */
  questions: bilingualLists,
  /** Words that point to it wherever they are said. */
  keywords: bilingualLists,
  /** At most three lines. */
  short: bilingual.refine(isShort, `more than ${shortLinesMax} lines`),
  /** Told when somebody asks for more. */
  more: bilingual.nullable(),
  conditions: conditionsSchema.optional(),
  /** The answer in whose place this one is told where its conditions are known to hold. */
  insteadOf: z.string().optional(),
  source: bilingual,
  /** The day on which the rule was last looked up. */
  asOf: calendarDateSchema,
  /** Last day on which this may be told. */
  endsOn: calendarDateSchema.nullable(),
  /** Who approved the words and the rule; "project" for what ships and no bank has reviewed. */
  reviewer: z.string().min(1),
  /** False when the bank's counsel should confirm the rule before use; the customer is told so. */
  confirmed: z.boolean(),
});
export type Answer = z.infer<typeof answerSchema>;

/** True of an answer that may still be told on this day. */
export const isTold =
  (today: CalendarDate) =>
  ({ endsOn }: Pick<Answer, 'endsOn'>): boolean =>
    endsOn === null || today <= endsOn;

export interface Knowledge {
  readonly answers: readonly Answer[];
}

/** Questions and words of each language without which an answer would hardly be found. */
const waysMin = 2;

interface Problem {
  readonly field: PropertyKey;
  readonly message: string;
}

/** What is wrong with an answer by itself. */
function ownProblems(answer: Answer): readonly Problem[] {
  const { asOf, endsOn, questions, keywords, general, insteadOf, conditions, short, more } = answer;
  const problems: Problem[] = [];
  for (const text of [...Object.values(short), ...Object.values(more ?? {})])
    for (const name of unknownFacts(text))
      problems.push({ field: 'short', message: `{${name}} is no fact of the bank that can be filled in` });
  if (endsOn !== null && endsOn < asOf)
    problems.push({ field: 'endsOn', message: `ends before it was looked up, ${asOf}` });
  const isHardlyFound = localeSchema.options.some(
    (locale) => questions[locale].length + keywords[locale].length < waysMin,
  );
  if (isHardlyFound && insteadOf === undefined && general !== true)
    problems.push({
      field: 'questions',
      message: `needs ${waysMin} questions or words in each language, to be found by`,
    });
  if (insteadOf !== undefined && conditions === undefined)
    problems.push({ field: 'conditions', message: `needs a condition under which it is told instead of ${insteadOf}` });
  return problems;
}

/** What is wrong with an answer among the others. */
function problemsAmong(answers: readonly Answer[], answer: Answer, index: number): readonly Problem[] {
  const before = answers.slice(0, index);
  const problems: Problem[] = [];
  if (before.some(({ id }) => id === answer.id))
    problems.push({ field: 'id', message: `two answers have the id ${answer.id}` });
  if (answer.general === true && before.some(({ general, intent }) => general === true && intent === answer.intent))
    problems.push({ field: 'general', message: `two answers are the general one of ${answer.intent}` });
  const asked = localeSchema.options.flatMap((locale) => answer.questions[locale]);
  const other = before.find(({ questions }) =>
    localeSchema.options.some((locale) => questions[locale].some((question) => asked.includes(question))),
  );
  if (other !== undefined) problems.push({ field: 'questions', message: `asks for ${other.id} as well` });
  const base = answers.find(({ id }) => id === answer.insteadOf);
  if (answer.insteadOf !== undefined && (base === undefined || base.insteadOf !== undefined))
    problems.push({ field: 'insteadOf', message: `${answer.insteadOf} is not an answer that stands by itself` });
  return problems;
}

export const knowledgeSchema = z.array(answerSchema).superRefine((answers, context) => {
  for (const [index, answer] of answers.entries())
    for (const { field, message } of [...ownProblems(answer), ...problemsAmong(answers, answer, index)])
      context.addIssue({ code: 'custom', path: [index, field], message });
});

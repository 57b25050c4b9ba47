// Answers that were stored before they had questions, a topic and conditions, carried into the shape of now.
import { z } from 'zod';
import { intentSchema } from '../domain/customer/customerTurn';

const bilingual = z.object({ 'zh-CN': z.string(), 'en-US': z.string() });
const words = z.object({ 'zh-CN': z.array(z.string()), 'en-US': z.array(z.string()) });
const earlierSchema = z.array(
  z.looseObject({ intent: intentSchema, keywords: words, text: bilingual, beginsOn: z.unknown().optional() }),
);
type Earlier = z.infer<typeof earlierSchema>[number];

/** The first lines are the short answer, the rest is what is told to somebody who asks for more. */
const shortLines = 3;

function splitText(text: Earlier['text']): Pick<Record<'short' | 'more', unknown>, 'short' | 'more'> {
  const linesOf = (locale: 'zh-CN' | 'en-US') => text[locale].split('\n');
  const part = (from: number, to?: number) => ({
    'zh-CN': linesOf('zh-CN').slice(from, to).join('\n'),
    'en-US': linesOf('en-US').slice(from, to).join('\n'),
  });
  const rest = part(shortLines);
  return { short: part(0, shortLines), more: rest['zh-CN'] === '' || rest['en-US'] === '' ? null : rest };
}

/** What pointed to an answer was all there was to find it by; the one of an intent without any was its general one. */
function carried({ keywords, text, beginsOn: _beginsOn, ...kept }: Earlier): unknown {
  const isGeneral = keywords['zh-CN'].length === 0 && keywords['en-US'].length === 0;
  return {
    ...kept,
    topic: kept.intent.replace(/^.*\./, ''),
    ...(isGeneral ? { general: true } : {}),
    questions: keywords,
    keywords,
    ...splitText(text),
    reviewer: 'project',
  };
}

/** The content of a stored version in the shape of now; anything else is left as it is, for the schema to judge. */
export function answersOfNow(content: unknown): unknown {
  const earlier = earlierSchema.safeParse(content);
  return earlier.success ? earlier.data.map(carried) : content;
}

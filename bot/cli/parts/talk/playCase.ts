// Plays one conversation against the real assistant and judges each reply by its visible words.
import { ActivityTypes } from 'botbuilder';
import { personas } from '../../../../data/seed/persona';
import { Rehearsal, type RehearsalSettings, type Reply } from '../../../compose/rehearsal';
import { cardTexts } from './cardTexts';
import { withDigitsOf } from './personDigits';
import type { TalkCase } from './talkCase';

/** Between two messages a person reads and types: long enough for the time that terms have to be read. */
const secondsBetweenMessages = 12;
const startsAt = '2026-11-23T02:00:00.000Z';

export interface PlayedStep {
  readonly say: string;
  /** All visible words of the reply, what can be tapped included. */
  readonly words: string;
  /** What is said in text alone, without cards and buttons. */
  readonly text: string;
  /** Ids of the messages said, for whoever mends a fault. */
  readonly said: readonly string[];
  /** What is wrong with the reply; empty when nothing is. */
  readonly faults: readonly string[];
  /** The step had something to judge. */
  readonly judged: boolean;
}

export interface PlayedCase {
  readonly talk: TalkCase;
  readonly steps: readonly PlayedStep[];
}

/** Every word that a customer sees of a reply: text, cards, buttons. */
export function visibleWords({ activities }: Reply): string {
  return activities
    .filter(({ type }) => type === ActivityTypes.Message)
    .flatMap((activity) => [
      activity.text ?? '',
      ...cardTexts((activity.attachments ?? []).map(({ content }) => content)),
      ...(activity.suggestedActions?.actions ?? []).map(({ title }) => `[${title}]`),
    ])
    .filter((text) => text !== '')
    .join('\n');
}

/** Testers type the straight apostrophe, our words hold the printed one: "don't" finds both. */
const asTyped = (words: string): string => words.replaceAll('’', "'");

function faultsOf(shown: string, { must, mustNot }: TalkCase['steps'][number]): string[] {
  const words = `${shown}\n${asTyped(shown)}`;
  return [
    ...must.filter((pattern) => !pattern.test(words)).map(({ source }) => `does not say /${source}/`),
    ...mustNot.filter((pattern) => pattern.test(words)).map(({ source }) => `says /${source}/`),
  ];
}

/** What is typed, with the digits of the persona in their places; a code that was never sent stays as it is written. */
async function typed(say: string, rehearsal: Rehearsal, persona: string | undefined): Promise<string> {
  const person = personas.find(({ personaId }) => personaId === persona);
  const filled = withDigitsOf(person, say);
  if (!filled.includes('{code}')) return filled;
  const code = await rehearsal.newestCode().catch(() => '000000');
  return filled.replaceAll('{code}', code);
}

export async function playCase(talk: TalkCase, settings: RehearsalSettings = {}): Promise<PlayedCase> {
  const rehearsal = await new Rehearsal({
    now: startsAt,
    readingSeconds: null,
    ...settings,
    locale: talk.locale,
  }).seed();
  const steps: PlayedStep[] = [];
  for (const step of talk.steps) {
    const say = await typed(step.say, rehearsal, talk.persona);
    const reply = await rehearsal.say(say);
    const words = visibleWords(reply);
    steps.push({
      say,
      words,
      text: reply.text,
      said: reply.said.map(({ id }) => id),
      faults: faultsOf(words, step),
      judged: step.must.length + step.mustNot.length > 0,
    });
    rehearsal.wait(secondsBetweenMessages);
  }
  return { talk, steps };
}

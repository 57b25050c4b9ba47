// What was said → activities: text that stands by itself, things to tap, and a card of the offers where the channel shows cards.
import {
  ActionTypes,
  type Activity,
  ActivityTypes,
  type Attachment,
  type CardAction,
  CardFactory,
  MessageFactory,
} from 'botbuilder';
import type { Locale } from '../data/domain/customer/customerTurn';
import { interestFen, type Offer } from '../data/domain/offer/offer';
import { areNumbered, type ChannelAbilities, cardVersionUsed, drawsCards } from './talk/channel/channelAbilities';
import { numbersOf } from './talk/channel/numberedTaps';
import { callLinesOf } from './talk/reply/callLines';
import type { Turn } from './talk/turn';
import type { ApprovedReply } from './talk/turnOutcome';
import { formatMessage, type Spoken } from './text/formatMessage';

export interface Speech {
  readonly activity: Partial<Activity>;
  readonly approved: ApprovedReply;
}

interface CardWords {
  readonly title: Spoken;
  readonly perMonth: Spoken;
  readonly facts: Spoken;
  readonly chart: Spoken;
  readonly choose: Spoken;
  /** A first payment, relief, a later start: what only some offers have. */
  readonly more: readonly Spoken[];
}

function moreOf(locale: Locale, offer: Offer): Spoken[] {
  const { downPaymentFen, feeWaiverFen, interestWaiverFen, deferMonths, firstDueDate } = offer;
  const waived = feeWaiverFen + interestWaiverFen;
  return [
    ...(downPaymentFen > 0 ? [formatMessage(locale, 'card.downPayment', { downPayment: downPaymentFen })] : []),
    ...(waived > 0 ? [formatMessage(locale, 'card.waived', { waived })] : []),
    ...(deferMonths > 0 ? [formatMessage(locale, 'card.deferred', { firstDueDate })] : []),
  ];
}

function cardWords(locale: Locale, offer: Offer): CardWords {
  const { number, instalmentFen, instalmentCount, totalFen, yearlyRateNominal } = offer;
  return {
    title: formatMessage(locale, 'card.title', { number }),
    perMonth: formatMessage(locale, 'card.perMonth', { instalment: instalmentFen }),
    facts: formatMessage(locale, 'card.facts', {
      count: instalmentCount,
      total: totalFen,
      interest: interestFen(offer),
      yearlyRate: yearlyRateNominal,
    }),
    chart: formatMessage(locale, 'card.chart', { number }),
    choose: formatMessage(locale, 'button.choose', { number }),
    more: moreOf(locale, offer),
  };
}

const spokenInOrder = ({ title, perMonth, more, facts }: CardWords): Spoken[] => [title, perMonth, ...more, facts];

/** One Adaptive Card with the offers one below the other, all alike, since no choice is made for the customer (〔2022〕13号). */
function offersCard(
  offers: readonly { readonly words: CardWords; readonly chartUrl: string | null }[],
  buttons: ChannelAbilities['cardButtons'],
): Attachment {
  const block = (spoken: Spoken, more: object = {}) => ({ type: 'TextBlock', text: spoken.text, wrap: true, ...more });
  return CardFactory.adaptiveCard({
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: String(cardVersionUsed),
    speak: offers.flatMap(({ words }) => spokenInOrder(words).map(({ text }) => text)).join(' '),
    body: offers.map(({ words, chartUrl }, index) => ({
      type: 'Container',
      separator: index > 0,
      ...(index > 0 ? { spacing: 'Medium' } : {}),
      items: [
        block(words.title, { weight: 'Bolder' }),
        block(words.perMonth, { size: 'Large', spacing: 'Small' }),
        ...words.more.map((spoken) => block(spoken, { spacing: 'Small' })),
        block(words.facts, { spacing: 'Small' }),
        ...(chartUrl === null ? [] : [{ type: 'Image', url: chartUrl, altText: words.chart.text }]),
      ],
    })),
    actions: offers.map(({ words: { choose } }) => ({
      type: 'Action.Submit',
      title: choose.text,
      data: buttons === 'words' ? choose.text : { msteams: { type: 'imBack', value: choose.text } },
    })),
  });
}

/** A table as a card: its title, then one line below the other. It repeats what the text says, and asks for nothing. */
function tableCard([title, ...lines]: readonly Spoken[]): Attachment {
  return CardFactory.adaptiveCard({
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: String(cardVersionUsed),
    body: [
      { type: 'TextBlock', text: title?.text ?? '', weight: 'Bolder', wrap: true },
      ...lines.map(({ text }) => ({ type: 'TextBlock', text, wrap: true, spacing: 'Small', separator: true })),
    ],
  });
}

/** Lines in as few messages as the channel's length of text allows; none is cut in two. */
function inMessages(lines: readonly Spoken[], textMax: number): Spoken[][] {
  const messages: Spoken[][] = [[]];
  let length = 0;
  for (const line of lines) {
    if (length > 0 && length + 1 + line.text.length > textMax) {
      messages.push([]);
      length = 0;
    }
    messages.at(-1)?.push(line);
    length += line.text.length + 1;
  }
  return messages;
}

function textSpeech(spoken: readonly Spoken[], locale: Locale, text: string): Speech {
  return { activity: { ...MessageFactory.text(text), locale }, approved: { text, spoken, titles: [] } };
}

/** What can be tapped as numbered lines below everything else; nothing where it is drawn as buttons. */
function tapsAsText(turn: Turn, channel: ChannelAbilities): { readonly text: string; readonly spoken: Spoken[] } {
  const hasCard = drawsCards(channel) && (turn.offers.length > 0 || turn.table.length > 0);
  if (!areNumbered(turn.taps.length, hasCard, channel)) return { text: '', spoken: [] };
  const lines = numberedLines(turn);
  return { text: `\n\n${joined(lines)}`, spoken: lines };
}

function numberedLines({ taps, state: { locale } }: Turn): Spoken[] {
  const numbers = numbersOf(taps);
  const lines = taps.map(({ spoken }, index) =>
    formatMessage(locale, 'taps.numbered', { number: numbers[index] ?? index + 1, title: spoken.text }),
  );
  return [formatMessage(locale, 'taps.byNumber', {}), ...lines];
}

const joined = (spoken: readonly Spoken[]): string => spoken.map((line) => line.text).join('\n');

const tapAction = (title: string): CardAction => ({ type: ActionTypes.ImBack, title, value: title });

/** The reply of one turn: one message, or several where the channel's texts are short. Empty when nothing was said. */
export function toSpeech(turn: Turn, channel: ChannelAbilities): readonly Speech[] {
  if (turn.lines.length === 0) return [];
  const { locale } = turn.state;
  const titles = turn.taps.map((tap) => tap.spoken);
  const below = tapsAsText(turn, channel);
  const messages = inMessages(turn.lines, channel.textMax - below.text.length);
  const last = messages.pop() ?? [];
  // The text is whole by itself; a card shows the same again (R15).
  const text = `${joined(last)}${below.text}`;
  const calls = channel.calls ? callLinesOf(turn) : [];
  const asButtons = below.spoken.length === 0 ? titles : [];
  const activity: Partial<Activity> = MessageFactory.text(text);
  if (calls.length + asButtons.length > 0)
    activity.suggestedActions = {
      to: [],
      actions: [...calls.map(({ action }) => action), ...asButtons.map(({ text: title }) => tapAction(title))],
    };
  activity.type = ActivityTypes.Message;
  activity.locale = locale;
  const offers = drawsCards(channel)
    ? turn.offers.map((offer) => ({
        words: cardWords(locale, offer),
        chartUrl: turn.services.offerChart(offer, locale),
      }))
    : [];
  if (offers.length > 0) activity.attachments = [offersCard(offers, channel.cardButtons)];
  const table = drawsCards(channel) && offers.length === 0 ? turn.table : [];
  if (table.length > 0) activity.attachments = [tableCard(table)];
  const onCard = offers.flatMap(({ words }) => [...spokenInOrder(words), words.chart, words.choose]);
  const spoken = [...last, ...below.spoken];
  return [
    ...messages.map((lines) => textSpeech(lines, locale, joined(lines))),
    {
      activity,
      approved: { text, spoken, titles: [...calls.map(({ title }) => title), ...titles, ...onCard, ...table] },
    },
  ];
}

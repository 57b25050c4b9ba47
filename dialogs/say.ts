// What was said → an activity: text, things to tap, and cards with a chart where the channel can show them.
import { type Activity, ActivityTypes, type Attachment, CardFactory, MessageFactory } from 'botbuilder';
import type { Locale } from '../data/domain/customer/customerTurn';
import type { Offer } from '../data/domain/offer/offer';
import type { Turn } from './talk/turn';
import type { ApprovedReply } from './talk/turnOutcome';
import { formatMessage, type Spoken } from './text/formatMessage';

const channelsWithCards: readonly string[] = ['emulator', 'webchat', 'directline', 'msteams'];
const channelsWithTaps: readonly string[] = [
  'emulator',
  'webchat',
  'directline',
  'msteams',
  'test',
  'telegram',
  'line',
  'facebook',
  'slack',
];

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
      yearlyRate: yearlyRateNominal,
    }),
    chart: formatMessage(locale, 'card.chart', { number }),
    choose: formatMessage(locale, 'button.choose', { number }),
    more: moreOf(locale, offer),
  };
}

/** An Adaptive Card for one offer; all cards look alike, since no choice is made for the customer (〔2022〕13号). */
function offerCard(words: CardWords, chartUrl: string | null): Attachment {
  const text = (spoken: Spoken, more: object = {}) => ({ type: 'TextBlock', text: spoken.text, wrap: true, ...more });
  return CardFactory.adaptiveCard({
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.3',
    speak: `${words.title.text} ${words.perMonth.text} ${words.facts.text}`,
    body: [
      text(words.title, { weight: 'Bolder' }),
      text(words.perMonth, { size: 'Large', spacing: 'Small' }),
      ...words.more.map((spoken) => text(spoken, { spacing: 'Small' })),
      text(words.facts, { spacing: 'Small' }),
      ...(chartUrl === null ? [] : [{ type: 'Image', url: chartUrl, altText: words.chart.text }]),
    ],
    actions: [{ type: 'Action.Submit', title: words.choose.text, data: words.choose.text }],
  });
}

/** The reply of one turn as one activity, or none when nothing was said. */
export function toSpeech(turn: Turn): Speech | undefined {
  if (turn.lines.length === 0) return undefined;
  const { locale } = turn.state;
  const { channelId } = turn.input;
  const withCards = turn.offers.length > 0 && channelsWithCards.includes(channelId);
  const lines = turn.lines.filter((line) => !(withCards && line.plainOnly)).map((line) => line.spoken);
  const titles = turn.taps.map((tap) => tap.spoken);
  const tapsInText = titles.length > 0 && !channelsWithTaps.includes(channelId);
  const tapLine = titles.map((title) => `[${title.text}]`).join(' ');
  const text = [...lines.map((line) => line.text), ...(tapsInText ? [tapLine] : [])].join('\n');
  const activity: Partial<Activity> =
    titles.length > 0 && !tapsInText
      ? MessageFactory.suggestedActions(
          titles.map((title) => title.text),
          text,
        )
      : MessageFactory.text(text);
  activity.type = ActivityTypes.Message;
  activity.locale = locale;
  const cards = withCards ? turn.offers.map((offer) => ({ offer, words: cardWords(locale, offer) })) : [];
  if (cards.length > 0) {
    activity.attachments = cards.map(({ offer, words }) => offerCard(words, turn.services.offerChart(offer, locale)));
    activity.attachmentLayout = 'carousel';
  }
  const onCards = cards.flatMap(({ words: { more, ...others } }) => [...Object.values(others), ...more]);
  const spoken = [...lines, ...(tapsInText ? titles : [])];
  return { activity, approved: { text, spoken, titles: [...titles, ...onCards] } };
}

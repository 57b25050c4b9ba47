// A wish about contact as it was understood → the limits that a contact is held to: only what was asked, on top of what was.
import type { ContactChannel, ContactLimits } from '../../../data/domain/conduct/contactRecords';
import type { ContactWish } from '../../../data/domain/customer/customerTurn';
import { allChannels, type Hours, without } from './contactWish';
import { contactWords as words } from './contactWords';

const channelOf = {
  phone: 'call',
  sms: 'text',
  wechat: 'message',
  email: 'email',
} as const satisfies Record<NonNullable<ContactWish['channels']>[number], ContactChannel>;

/** Of two clock times, HH:MM, the later and the earlier. */
const laterClock = (a: string, b: string): string => [a, b].sort()[1] ?? a;
const earlierClock = (a: string, b: string): string => [a, b].sort()[0] ?? a;

/** "Not after nine" is said of the evening, unless the words name the morning. */
function atNight({ rule, from, until, ...rest }: ContactWish, text: string): ContactWish {
  const isEvening = rule === 'not' && from !== undefined && until === undefined && from < '12:00';
  if (!isEvening || words.morningMark.test(text)) return { rule, ...rest, ...given(from, until) };
  return { rule, ...rest, from: `${Number(from.slice(0, 2)) + 12}${from.slice(2)}` };
}

const given = (from: string | undefined, until: string | undefined) => ({
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
});

/** The hours that are left; null where the wish names none, or leaves none. */
function hoursOf(wish: ContactWish, common: Hours): Hours | null {
  if (wish.from === undefined && wish.until === undefined) return null;
  const named = { from: wish.from ?? common.from, until: wish.until ?? common.until };
  // A window over midnight lies outside the common hours at its end.
  const whole = named.from < named.until ? named : { ...named, until: common.until };
  const window = { from: laterClock(whole.from, common.from), until: earlierClock(whole.until, common.until) };
  if (window.from >= window.until) return null;
  return wish.rule === 'not' ? without(window, common) : window;
}

/**
 * What a wish comes to, with what stood before: 'stop' where nothing is left of the ways to get in touch. `common` are the
 * bank's hours, `text` the words themselves; a place that is refused refuses no channel.
 */
export function limitsOfWish(
  wish: ContactWish,
  before: ContactLimits | 'unread' | undefined,
  common: Hours,
  text = '',
): ContactLimits | 'stop' {
  if (wish.rule === 'stop') return 'stop';
  const stood = before === undefined || before === 'unread' ? null : before.channels;
  const named: readonly ContactChannel[] = wish.channels?.map((channel) => channelOf[channel]) ?? [];
  // "Not by phone at work" refuses the place, and "not after eight" the hours: neither refuses the channel altogether.
  const isWholeChannel = wish.where === undefined && wish.from === undefined && wish.until === undefined;
  const channels =
    named.length === 0 || (wish.rule === 'not' && !isWholeChannel)
      ? null
      : wish.rule === 'only'
        ? named
        : (stood ?? allChannels).filter((channel) => !named.includes(channel));
  if (channels?.length === 0) return 'stop';
  return {
    channels: channels === null ? null : [...channels],
    hours: hoursOf(atNight(wish, text), common),
    days: null,
    ...(wish.rule === 'not' && wish.where !== undefined ? { notVia: [wish.where] } : {}),
    ...(wish.rule === 'only' && wish.number !== undefined ? { number: wish.number.replace(/\D/g, '') } : {}),
  };
}

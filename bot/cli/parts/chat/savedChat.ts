// A conversation that was had in the terminal, as a .chat file: to be looked through, and kept as a test.
import type { Instant } from '../../../../data/domain/calendar/instant';
import type { Locale } from '../../../../data/domain/customer/customerTurn';
import type { NamedMessage } from '../../../turn/nameMessages';
import labels from './chatLabels.json';
import { marked, withoutChance } from './chatWords';
import type { HeardReply } from './playChat';

export interface HadTurn {
  readonly said: string;
  readonly heard: HeardReply;
}

export interface HadChat {
  readonly locale: Locale;
  /** When it began. */
  readonly now: Instant;
  readonly turns: readonly HadTurn[];
}

/** Longer values are sentences or links: a file that asserts them breaks with each new wording. */
const valueLengthMax = 24;

const isKept = (value: string): boolean =>
  value.length <= valueLengthMax && !/[\n=]/.test(value) && withoutChance(value) === value;

function line({ id, values }: NamedMessage): string {
  const kept = Object.entries(values).filter(([, value]) => isKept(value));
  return [id, ...kept.map(([name, value]) => `${name}=${value.replaceAll(' ', '|')}`)].join(' ');
}

export function savedChat({ locale, now, turns }: HadChat): string {
  const { customer, says } = labels[locale];
  const blocks = turns.map(({ said, heard }) => {
    const messages = heard.isSilent ? ['(silence)'] : heard.said.map(line);
    return [`${customer}: ${said}`, ...marked(heard.words), ...messages.map((one) => `${says}: ${one}`)];
  });
  return `${[`> now=${now}`, `> locale=${locale}`, ...blocks.flatMap((block) => ['', ...block])].join('\n')}\n`;
}

// How a conversation looks in a terminal. Colours only where they are wanted: a pipe, and NO_COLOR, get plain text.
import { styleText } from 'node:util';
import type { ShownReply, ShownTap } from './shownReply';

type Style = Parameters<typeof styleText>[0];

export interface Screen {
  write(text: string): void;
  dim(text: string): void;
  customer(text: string): void;
  /** Shows a reply, its taps numbered from `firstTap`. */
  reply(reply: ShownReply, firstTap: number): void;
  wrong(text: string): void;
  right(text: string): void;
}

export function newScreen(out: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): Screen {
  const isColoured = out.isTTY === true && environment.NO_COLOR === undefined;
  const styled = (style: Style, text: string) => (isColoured ? styleText(style, text) : text);
  const write = (text: string) => void out.write(`${text}\n`);
  const indented = (text: string) => text.replaceAll(/^/gm, '  ');
  const tap = ({ title }: ShownTap, number: number) => styled('cyan', `  [${number}] ${title}`);
  return {
    write,
    dim: (text) => write(styled('dim', text)),
    customer: (text) => write(styled('bold', `> ${text}`)),
    reply({ text, card, taps }, firstTap) {
      if (text !== '') write(indented(text));
      if (card.length > 0) write(styled('dim', card.map((line) => `  │ ${line}`).join('\n')));
      if (taps.length > 0) write(taps.map((one, index) => tap(one, firstTap + index)).join('\n'));
    },
    wrong: (text) => write(styled('red', `  ✗ ${text}`)),
    right: (text) => write(styled('green', text)),
  };
}

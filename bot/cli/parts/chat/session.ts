// A talk in the terminal: what a tester types is said, numbers tap, and lines that begin with "/" are for this program.
import { writeFileSync } from 'node:fs';
import { ActivityTypes } from 'botbuilder';
import { calendarDateSchema } from '../../../../data/domain/calendar/calendar';
import { localeSchema } from '../../../../data/domain/customer/customerTurn';
import { type Persona, personas } from '../../../../data/seed/persona';
import { withDigitsOf } from '../talk/personDigits';
import { CannotChat, type MessagesClient, type ReceivedReply } from './messagesClient';
import type { SetClock } from './ownAssistant';
import { type HadTurn, savedChat } from './savedChat';
import type { Screen } from './screen';
import { heardOf, type ShownTap, shownOf } from './shownReply';

/** What may be typed besides words. */
export const help = [
  '/people          who can be played, and their endings of card and ID',
  '/as NAME         be one of them: {card}, {id} and {code} may then be typed',
  '/verify          type this person’s card and ID endings',
  '/code            the newest one-time code on the demo phone',
  '/day YYYY-MM-DD  go to another day (an assistant of your own only)',
  '/locale LOCALE   zh-CN or en-US',
  '/new             the same person, in a new conversation',
  '/save FILE.chat  keep what was said as a conversation file',
  '/quit            leave',
  'A number taps what has that number; /say 1 says it instead.',
].join('\n');

export class ChatSession {
  private taps: ShownTap[] = [];
  private turns: HadTurn[] = [];
  private person: Persona | undefined;
  private began: string;

  /** `clock` is null where the server's time is its own. */
  constructor(
    private readonly client: MessagesClient,
    private readonly clock: SetClock | null,
    private readonly screen: Screen,
  ) {
    this.began = this.now();
    client.onLater = (reply) => this.show([reply]);
  }

  async begin(personaId: string | undefined): Promise<void> {
    if (personaId !== undefined) this.become(personaId);
    this.show(await this.client.arrive());
  }

  /** Takes a line that was typed; false to end. */
  async take(line: string): Promise<boolean> {
    const [command = '', ...rest] = line.trim().split(/\s+/);
    if (command === '/quit') return false;
    if (command === '') return true;
    if (command.startsWith('/')) await this.command(command, rest.join(' '));
    else await this.say(this.tapped(line.trim()) ?? line.trim());
    return true;
  }

  private now = (): string => this.clock?.now() ?? new Date().toISOString();

  private tapped(line: string): string | undefined {
    const tap = /^\d{1,2}$/.test(line) ? this.taps[Number(line) - 1] : undefined;
    if (tap !== undefined) this.screen.customer(tap.title);
    return tap?.says;
  }

  private async say(text: string): Promise<void> {
    const code = await this.client.newestCode();
    const filled = withDigitsOf(this.person, text).replaceAll('{code}', code ?? '{code}');
    const replies = await this.client.say(filled);
    this.show(replies);
    const heard = heardOf(replies);
    // A code is another one the next time.
    if (heard !== null)
      this.turns.push({ said: code === undefined ? filled : filled.replaceAll(code, '{code}'), heard });
  }

  private show(replies: readonly ReceivedReply[]): void {
    const said = replies.filter(({ type }) => type === ActivityTypes.Message).map(shownOf);
    if (said.some(({ taps }) => taps.length > 0)) this.taps = [];
    for (const reply of said) {
      this.screen.reply(reply, this.taps.length + 1);
      this.taps.push(...reply.taps);
    }
    if (said.length === 0) this.screen.dim('  (nothing was said)');
  }

  private become(personaId: string): void {
    const person = personas.find((one) => one.personaId === personaId);
    if (person === undefined)
      throw new CannotChat(`Nobody is called ${personaId}: ${personas.map((one) => one.personaId).join(', ')}`);
    this.person = person;
    this.client.locale = person.customer.locale;
    this.screen.dim(`You are ${personaId}: ${person.say[person.customer.locale]}`);
    this.screen.dim(`  card ${person.accounts[0]?.cardTail ?? ''}, ID ${person.customer.idTail}; /verify types them`);
  }

  private async command(name: string, rest: string): Promise<void> {
    const commands: Readonly<Record<string, () => void | Promise<void>>> = {
      '/help': () => this.screen.dim(help),
      '/people': () => this.people(),
      '/as': () => this.become(rest),
      '/verify': () => (this.person === undefined ? this.screen.dim('First /as NAME.') : this.say('{card} {id}')),
      '/code': async () => this.screen.dim((await this.client.newestCode()) ?? 'No code has been sent.'),
      '/day': () => this.goTo(rest),
      '/locale': () => this.setLocale(rest),
      '/new': () => this.startAgain(),
      '/say': () => this.say(rest),
      '/save': () => this.save(rest),
    };
    const run = commands[name];
    if (run === undefined) this.screen.dim(`No such command: ${name}\n${help}`);
    else await run();
  }

  private setLocale(name: string): void {
    const locale = localeSchema.safeParse(name);
    if (locale.success) this.client.locale = locale.data;
    else this.screen.dim(`A locale is one of ${localeSchema.options.join(', ')}.`);
  }

  private people(): void {
    for (const { personaId, say, accounts, customer } of personas)
      this.screen.dim(
        `${personaId.padEnd(16)} ${accounts.map(({ cardTail }) => cardTail).join('/')} ${customer.idTail}  ${say[customer.locale]}`,
      );
  }

  private goTo(day: string): void {
    const isDay = calendarDateSchema.safeParse(day).success;
    if (isDay) this.clock?.set(`${day}T02:00:00.000Z`);
    if (this.clock === null) this.screen.dim('This server’s clock is its own: start with --day instead.');
    else if (!isDay) this.screen.dim('A day is written as 2026-12-10.');
    else this.screen.dim(`It is ${day}, ten in the morning in Beijing.`);
  }

  private startAgain(): void {
    this.client.newConversation();
    this.taps = [];
    this.turns = [];
    this.began = this.now();
    this.screen.dim('A new conversation.');
  }

  private save(file: string): void {
    if (!file.endsWith('.chat')) {
      this.screen.dim('A name that ends in .chat, please.');
      return;
    }
    writeFileSync(file, savedChat({ locale: this.client.locale, now: this.began, turns: this.turns }));
    this.screen.dim(`${file} has ${this.turns.length} turns. Plays again: npm run chat -- ${file}`);
  }
}

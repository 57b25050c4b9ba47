// Every part of the benchmark, each with what is wanted of it; a new one is a function here.

import { inRepository } from '../config/repositoryRoot';
import { readShippedData } from '../config/shippedData';
import { type Bench, ms, progress } from './bench';
import { bookImportTakes } from './bookImport';
import { auditCount, waitingCount, writeBusyBank } from './busyBank';
import { moveMs, rankCandidates } from './candidates';
import { queueOpens, searchesTake, type Timed, wordsToAgent } from './consoleSpeed';
import { firstLoad } from './firstLoad';
import { guardTakes } from './guardTakes';
import { outreachTakes } from './outreachTakes';
import { pauses } from './pauses';
import { readerFigures } from './reading/readers';
import { residentBytes } from './turns/processes';
import { quantile } from './turns/talker';
import { compareTurns } from './turns/turns';
import { fiftyAtOnce } from './turns/weChatTalk';

const codes = '6688 1234';
const count = (number: number): string => number.toLocaleString('en-US');

/** The engine alone: one answer, and how ranking grows with the number of candidates. */
async function engine(bench: Bench): Promise<void> {
  progress('The engine alone…');
  const { offerLimits } = readShippedData();
  const move = moveMs(offerLimits);
  bench.line('one move of the engine, shipped limits', ms(move), '≤ 1 ms', move <= 1);
  for (const wanted of [1_000, 10_000, 200_000, 1_000_000]) {
    const { candidates, listMs, rankMs } = rankCandidates(offerLimits, wanted);
    const target = wanted === 200_000 ? '≤ 20 ms' : '';
    bench.line(
      `${count(candidates)} candidates ranked`,
      `${ms(rankMs)} (listed in ${ms(listMs)})`,
      target,
      rankMs <= 20,
    );
  }
}

/** The reading of messages alone, beside the recognizers on one date in each language. */
async function reading(bench: Bench): Promise<void> {
  progress('Reading messages…');
  const messages = ['zh-CN', 'en-US'].map((locale) =>
    inRepository('dialogs', 'understanding', 'tuning', `${locale}.jsonl`),
  );
  const ours = await readerFigures('ours', messages);
  progress('Reading dates with the recognizers alone…');
  const theirs = await readerFigures('recognizers', []);
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  for (const [what, { median, p99 }] of Object.entries(ours.calls)) {
    const value = `${ms(median)} (p99 ${ms(p99)})`;
    bench.line(`a message read, ${what}`, value, '≤ 2 ms, p99 ≤ 8 ms', median <= 2 && p99 <= 8);
    const bare = theirs.calls[what];
    if (bare !== undefined) bench.line(`  the recognizers alone`, `${ms(bare.median)} (p99 ${ms(bare.p99)})`);
  }
  bench.line('start added by reading', `${Math.round(ours.startMs)} ms`, '≤ 300 ms', ours.startMs <= 300);
  bench.line('  the recognizers alone', `${Math.round(theirs.startMs)} ms`);
  const most = Math.max(ours.addedBytes, ours.addedAfterBytes);
  const value = `${megabytes(ours.addedBytes)} (${megabytes(ours.addedAfterBytes)} after all of it)`;
  bench.line('memory added by reading', value, '≤ 80 MB', most <= 80e6);
  bench.line('  the recognizers alone', `${megabytes(theirs.addedBytes)} (${megabytes(theirs.addedAfterBytes)})`);
}

async function turns(bench: Bench): Promise<void> {
  const folder = await bench.book(10_000);
  const { bot, startMs } = await bench.assistant(folder);
  bench.line('start to first answer (10,000 accounts)', `${Math.round(startMs)} ms`, '≤ 3000 ms', startMs <= 3000);
  const echo = await bench.echo();
  progress('Turns against the echo bot…');
  const [ours, theirs] = await compareTurns(
    { port: bot.port, codes },
    { port: echo.port, codes },
    bench.serviceUrl,
    bench.conversations,
  );
  const ratio = ours.median / theirs.median;
  bench.line('median turn, echo bot', ms(theirs.median));
  bench.line('median turn, assistant', `${ms(ours.median)} (p95 ${ms(ours.p95)})`);
  bench.line('assistant / echo', ratio.toFixed(2), '≤ 3', ratio <= 3);
  const megabytes = (await residentBytes(bot.port)) / 1e6;
  bench.line('resident memory (10,000 accounts)', `${Math.round(megabytes)} MB`, '≤ 250 MB', megabytes <= 250);
}

async function growth(bench: Bench): Promise<void> {
  const [small, large] = [await bench.book(100), await bench.book(100_000)];
  const { bot: few } = await bench.assistant(small);
  const { bot: many } = await bench.assistant(large);
  progress('Turns at 100 and at 100,000 accounts…');
  const [atFew, atMany] = await compareTurns(
    { port: few.port, codes },
    { port: many.port, codes },
    bench.serviceUrl,
    bench.conversations,
  );
  const ratio = atMany.median / atFew.median;
  bench.line('median turn, 100 accounts', ms(atFew.median));
  bench.line('median turn, 100,000 accounts', ms(atMany.median));
  bench.line('growth', ratio.toFixed(2), '≤ 1.2', ratio <= 1.2);
}

/** Fifty people in WeChat at once: the platform gives an answer five seconds, a person feels one. */
async function weChat(bench: Bench): Promise<void> {
  const { bot } = await bench.assistant(await bench.book(10_000));
  progress('Fifty people in WeChat…');
  const times = await fiftyAtOnce(bot.port, codes);
  const [median, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  bench.line(
    'WeChat, 50 at once: answered in its own request',
    `${ms(median)} (p99 ${ms(p99)})`,
    'p99 ≤ 1000 ms',
    p99 <= 1000,
  );
}

/** What staff wait for, with a thousand conversations in the queue and a hundred thousand decisions on record. */
async function staff(bench: Bench): Promise<void> {
  const folder = bench.folder();
  const now = new Date().toISOString();
  await writeBusyBank(folder, now, (done) => {
    if (done % 10_000 === 0) progress(`Writing ${count(auditCount)} decisions: ${done}`);
  });
  const { bot } = await bench.assistant(folder);
  const timed = (what: string, { median, worst }: Timed, most: number) =>
    bench.line(what, `${ms(median)} (worst ${ms(worst)})`, `≤ ${most} ms`, median <= most);
  progress('The desk…');
  timed(`queue of ${count(waitingCount)} waiting opens`, await queueOpens(bot.port), 300);
  timed('a customer’s words reach the agent', await wordsToAgent(bot.port, bench.serviceUrl), 250);
  progress(`Searching ${count(auditCount)} decisions…`);
  for (const [what, took] of await searchesTake(bot.port, now)) timed(`audit search: ${what}`, took, 500);
}

/** No request of staff keeps customers waiting, however much it asks for. */
async function free(bench: Bench): Promise<void> {
  const folder = await bench.book(20_000);
  const now = new Date().toISOString();
  await writeBusyBank(folder, now, (done) => {
    if (done % 10_000 === 0) progress(`Writing ${count(auditCount)} decisions: ${done}`);
  });
  const { bot } = await bench.assistant(folder);
  progress('Turns while staff ask for much…');
  const { version } = readShippedData().offerLimits;
  for await (const { what, longestMs, turns, slowestTurnMs, tookMs } of pauses(
    bot.port,
    bench.serviceUrl,
    now,
    version,
  )) {
    const value = `${ms(longestMs)} (slowest of ${turns} turns ${ms(slowestTurnMs)}, took ${Math.round(tookMs)} ms)`;
    bench.line(`longest wait while ${what}`, value, '≤ 50 ms', longestMs <= 50);
  }
}

/** What a colleague's browser fetches the first time. */
async function pages(bench: Bench): Promise<void> {
  progress('The pages of the console…');
  const { bot } = await bench.assistant(bench.folder());
  const { signIn, desk } = await firstLoad(bot.port);
  const line = (what: string, bytes: number) =>
    bench.line(what, `${Math.round(bytes / 1000)} kB`, '≤ 1000 kB', bytes <= 1e6);
  line('console gzipped, to sign in', signIn);
  line('console gzipped, up to the desk', desk);
}

/** A file of accounts comes in while customers talk: no turn waits for it. */
async function imports(bench: Bench): Promise<void> {
  const rows = 300_000;
  progress(`Taking in ${count(rows)} accounts…`);
  let told = 0;
  const { seconds, worstMs, p999Ms } = await bookImportTakes(rows, (share) => {
    if (share < told + 0.1) return;
    told = share;
    progress(`  ${Math.round(share * 100)} %`);
  });
  bench.line(`${count(rows)} accounts taken in`, `${Math.round(seconds)} s`);
  bench.line('  longest wait of a turn meanwhile', `${ms(worstMs)} (p99.9 ${ms(p999Ms)})`, '≤ 50 ms', worstMs <= 50);
}

/** A hundred thousand customers with a promise due tomorrow: all worked out and queued, and what a minute lets has left. */
async function outreach(bench: Bench): Promise<void> {
  const folder = await bench.book(100_000);
  progress('A day of reminders…');
  const today = new Date().toISOString().slice(0, 10);
  // Ten in the morning at the bank.
  const took = await outreachTakes(folder, `${today}T02:00:00.000Z`);
  const both = took.queuedSeconds + took.goneThroughSeconds;
  const value = `${both.toFixed(1)} s (queued in ${took.queuedSeconds.toFixed(1)} s, ${took.sent} left)`;
  bench.line(`${count(took.queued)} due reminders evaluated`, value, '≤ 30 s', both <= 30);
  bench.line('  longest wait of anything else meanwhile', ms(took.longestWaitMs), '≤ 50 ms', took.longestWaitMs <= 50);
}

/** What somebody is about to say, judged by rules and by its meaning. */
async function guard(bench: Bench): Promise<void> {
  progress('Judging words…');
  const { median, p99, loadMs } = guardTakes();
  bench.line('words judged by the guard', `${ms(median)} (p99 ${ms(p99)})`, '≤ 1 ms', median <= 1);
  bench.line("  the guard's model loaded, once", ms(loadMs));
}

export const parts: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  engine,
  reading,
  guard,
  turns,
  growth,
  weChat,
  staff,
  free,
  pages,
  imports,
  outreach,
};

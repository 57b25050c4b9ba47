// Brings a talk to each place of the table, as a customer would get there, and says where a talk stands.

import { z } from 'zod';
import { Rehearsal } from '../../../bot/compose/rehearsal';
import type { CustomerTurn, Locale } from '../../../data/domain/customer/customerTurn';
import type { Place } from '../../../dialogs/table';
import { placeOf } from '../../../dialogs/table';
import { readConversationState } from '../../../dialogs/talk/conversationState';
import { understand } from '../../../dialogs/understanding/understand';
import { people } from '../saying';

const askBalance = { 'zh-CN': '我一共欠多少', 'en-US': 'how much do I owe' } as const;
const toOffers = {
  'zh-CN': ['能分期吗', '每个月最多还800'],
  'en-US': ["can't pay it all, can we work something out", '800 a month at most'],
} as const;

/** What is said to come to a place. */
function wayTo(place: Place, locale: Locale): readonly string[] {
  const verified = [askBalance[locale], people.canonical];
  const inChinese = locale === 'zh-CN';
  switch (place) {
    case 'open':
      return verified;
    case 'verifying':
      return [askBalance[locale]];
    case 'negotiating':
      return [...verified, ...toOffers[locale]];
    case 'signing':
      return [...verified, ...toOffers[locale], inChinese ? '选1' : 'option 1'];
    case 'describingHardship':
      return [...verified, inChinese ? '我失业了，没有收入' : 'I lost my job and have no income'];
    case 'namingCollector':
      return [inChinese ? '催我的是真的吗' : 'is the collector who called me real'];
    case 'locked':
      return [askBalance[locale], '6688 9991', '6688 9992', '6688 9993'];
    case 'someoneElse':
      return [inChinese ? '你找错人了，我是他弟弟' : 'you have the wrong person, I am his brother'];
    case 'atRisk':
      return [inChinese ? '我真的不想活了' : 'I want to kill myself'];
  }
}

/** How botbuilder keeps the talks of a conversation, one for each person in it. */
const talksSchema = z.object({
  dialogs: z.object({
    dialogStack: z.array(z.object({ state: z.object({ speakers: z.array(z.tuple([z.string(), z.unknown()])) }) })),
  }),
});

/** A talk that also tells how its last message was read. */
export class ReadTalk extends Rehearsal {
  constructor(
    locale: Locale,
    private readonly readings: CustomerTurn[] = [],
  ) {
    super({
      locale,
      understand: (...heard) => {
        const turn = understand(...heard);
        readings.push(turn);
        return turn;
      },
    });
  }

  /** How the last message was read at first; undefined for the words of a tap, which need no reading. */
  get lastReading(): CustomerTurn | undefined {
    return this.readings[0];
  }

  override async say(text: string) {
    this.readings.length = 0;
    return super.say(text);
  }

  /** Where the talk of the customer stands, as it is stored. */
  async place(): Promise<Place> {
    const { items } = await this.store.list('conversations', { limit: 10 });
    const talks = items.flatMap(({ value }) => talksSchema.safeParse(value).data?.dialogs.dialogStack ?? []);
    const saved = talks.flatMap(({ state }) => state.speakers).find(([userId]) => userId === this.userId);
    const read = readConversationState(saved?.[1]);
    if (read.kind !== 'ok') throw new Error(`The talk is ${read.kind}.`);
    return placeOf(read.state);
  }
}

/** Brings a new talk to a place; throws where it did not get there. */
export async function talkAt(place: Place, locale: Locale): Promise<ReadTalk> {
  const talk = new ReadTalk(locale);
  await talk.seed();
  for (const text of wayTo(place, locale)) await talk.say(text);
  const stands = await talk.place();
  if (stands !== place) throw new Error(`The way to ${place} leads to ${stands}: ${talk.lastReading?.intent}.`);
  return talk;
}

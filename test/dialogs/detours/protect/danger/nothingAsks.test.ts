// After danger, hunger or an illness nothing asks for money any more: not the reply, not a button, and not the bank by any channel.
import fc from 'fast-check';
import '../../../../seeds';
import { type ContactChannel, contactChannelSchema } from '../../../../../data/domain/conduct/contactRecords';
import { Talk } from '../../../../support/talk';
import { people, readyToSign, saying, verified, withOffers } from '../../../saying';

const channels: readonly ContactChannel[] = contactChannelSchema.options;

const places = {
  verified: (locale: 'zh-CN' | 'en-US') => verified(people.canonical, locale),
  offers: (locale: 'zh-CN' | 'en-US') => withOffers(locale),
  signing: async (locale: 'zh-CN' | 'en-US') => (locale === 'zh-CN' ? readyToSign() : withOffers(locale)),
  hardship: async (locale: 'zh-CN' | 'en-US') => {
    const talk = await verified(people.canonical, locale);
    await talk.say(locale === 'zh-CN' ? '我失业了，还不上' : "I lost my job, I can't pay");
    return talk;
  },
} as const;

const told = {
  'zh-CN': {
    meansAtHand: '我刚把一整瓶安眠药吞了',
    despair: '天天被催，我真的不想活了',
    violence: '老公喝多了又打我',
    minor: '我15岁，拿我妈的卡充游戏',
    confused: '我妈有老年痴呆，一接电话就哭',
    hunger: '两天没吃饭了，真的还不上',
    illness: '我住院了，癌症，还不上',
  },
  'en-US': {
    meansAtHand: "I've swallowed a whole bottle of sleeping pills",
    despair: "I don't want to be alive any more with all these calls",
    violence: 'my husband hits me when the letters come',
    minor: "i'm in year 9 and used dad's card",
    confused: 'my mum has dementia and cries when you ring',
    hunger: "I haven't eaten for two days, I can't pay",
    illness: "I'm in hospital with cancer and can't pay",
  },
} as const;
type Kind = keyof (typeof told)['zh-CN'];

/** Small talk and questions that ask for no plan: whoever wishes one is answered as they wish. */
const further = {
  'zh-CN': ['你好', '谢谢', '会不会坐牢', '再说一遍', '然后呢', '要多久', '逾期会影响征信吗', '好的', '嗯'],
  'en-US': [
    'hello',
    'thanks',
    'will I go to prison',
    'say that again',
    'and then?',
    'ok',
    'does this affect my record',
  ],
} as const;

/** Whatever puts a sum, a plan, a day to pay or a way to pay before the customer. */
const asks =
  /^(?:negotiation\.(?:ask|offer|quote)|agreement\.|promise\.ask|repay\.)|^button\.(?:plan|repay|promise|choose|confirm)/;

const ofEither = <T>(zh: T, en: T) => fc.constantFrom(['zh-CN', zh] as const, ['en-US', en] as const);

test('whatever is told, wherever the talk stood, and whatever is said after it', async () => {
  const kinds = Object.keys(told['zh-CN']) as Kind[];
  await fc.assert(
    fc.asyncProperty(
      ofEither(0, 0),
      fc.constantFrom(...(Object.keys(places) as (keyof typeof places)[])),
      fc.constantFrom(...kinds),
      fc.array(fc.nat(100), { minLength: 1, maxLength: 4 }),
      async ([locale], place, kind, picks) => {
        const talk = await places[place](locale);
        const sayings = picks.map((pick) => further[locale][pick % further[locale].length] ?? '');
        for (const text of [told[locale][kind], ...sayings]) {
          const reply = await talk.say(text);
          const asked = [...reply.said, ...reply.taps].map(({ id }) => id).filter((id) => asks.test(id));
          expect([kind, place, text, asked]).toEqual([kind, place, text, []]);
        }
        const { items } = await talk.repositories.audit.ofConversation(talk.conversationId);
        const customerId = items.map(({ event }) => event.customerId).find((id) => id !== null) ?? null;
        const address = { channelId: talk.channelId, userId: talk.userId };
        for (const channel of channels)
          for (const purpose of ['collection', 'reminder'] as const)
            expect(await talk.contactGate.ask({ customerId, address, channel, purpose }, talk.now)).toMatchObject({
              ok: false,
            });
      },
    ),
    { numRuns: 24 },
  );
}, 120_000);

test('somebody whom nobody has checked is asked for nothing by their address either', async () => {
  for (const locale of ['zh-CN', 'en-US'] as const)
    for (const kind of ['meansAtHand', 'despair', 'violence', 'minor', 'confused'] as const) {
      const talk = await Talk.begin({ locale });
      await saying(talk, told[locale][kind], further[locale][0]);
      const address = { channelId: talk.channelId, userId: talk.userId };
      const answer = await talk.contactGate.ask(
        { customerId: null, address, channel: 'message', purpose: 'collection' },
        talk.now,
      );
      expect([locale, kind, answer.ok]).toEqual([locale, kind, false]);
    }
});

// Whatever is said, paid, decided or waited for in whatever order: nothing is agreed that was not read, with its own code, in
// time, by the explicit word. Random conversations with the real assistant against a model of what the customer went through.
import fc from 'fast-check';
import type { ArrangementRecord } from '../../../../data/domain/arrangement/arrangement';
import { fenToYuanText } from '../../../../data/domain/money/money';
import shipped from '../../../../data/policy/offerLimits.json';
import { type Reply, Talk } from '../../../support/talk';
import { ids, saying, valuesOf } from '../../saying';
import { agreementsOf, changeAccount, paid } from './signed';

const explicit = ['确认', 'confirm', '同意签', 'I agree to sign'];
const leaving = ['不签', '再想想', '算了', "don't sign", 'let me think', '等一下', '不同意'];
const other = [
  ...['好的', '嗯', '可以', '👍', '我同意', 'ok', '行'],
  ...['确认？', 'confirm?', '确认吗', '确认但是每月400', '确认2'],
  ...['利息怎么算的', '会影响孩子上学吗', '不签会怎么样', '我一共欠多少', '转人工', '再说一遍', '重发验证码'],
  ...[
    '选1',
    '选2',
    '还是第二个吧',
    '就第一个吧',
    '能分期吗',
    '每个月最多还800',
    '能不能再少点',
    '我想12期还清',
    '先还5000',
  ],
  ...['我刚失业了', '000000', '123456 确认'],
];

type Step =
  | { readonly say: string }
  /** The newest code, that of the reading before, or the newest beside a word. */
  | { readonly code: 'newest' | 'earlier'; readonly word: string }
  | { readonly wait: number }
  | { readonly pay: number }
  | { readonly policy: 'dearer' | 'gone' }
  | { readonly restart: true }
  | { readonly elsewhere: true };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ say: fc.constantFrom(...explicit) }) },
  { weight: 3, arbitrary: fc.record({ say: fc.constantFrom(...leaving) }) },
  { weight: 8, arbitrary: fc.record({ say: fc.constantFrom(...other) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      code: fc.constantFrom('newest' as const, 'newest', 'earlier'),
      word: fc.constantFrom('', ...explicit),
    }),
  },
  { weight: 4, arbitrary: fc.record({ wait: fc.constantFrom(1, 5, 10, 60, 601, 86_400) }) },
  { weight: 1, arbitrary: fc.record({ pay: fc.constantFrom(100, 50_000, 1_000_000, 2_000_000) }) },
  { weight: 1, arbitrary: fc.record({ policy: fc.constantFrom('dearer' as const, 'gone' as const) }) },
  { weight: 1, arbitrary: fc.constant({ restart: true } as const) },
  { weight: 1, arbitrary: fc.constant({ elsewhere: true } as const) },
);

/** What the customer has gone through in one conversation since the terms were last read. */
interface Gone {
  readonly values: Readonly<Record<string, string>>;
  readonly readAt: number;
  readonly conversationId: string;
  /** Codes that have reached the phone since this reading began. */
  codes: readonly string[];
  codeSentAt: number;
  codeTyped: boolean;
  left: boolean;
}

class Model {
  private gone: Gone | null = null;
  private signed = 0;
  private policies = 0;
  private readonly seen = new Set<string>();

  constructor(private readonly talk: Talk) {}

  async take(one: Step): Promise<void> {
    const { talk } = this;
    if ('wait' in one) talk.wait(one.wait);
    else if ('pay' in one)
      await changeAccount(talk, (account) => paid(Math.min(one.pay, account.principalFen))(account));
    else if ('policy' in one) await this.changePolicy(one.policy);
    else if ('restart' in one) talk.restart();
    else if ('elsewhere' in one) await this.goElsewhere();
    else await this.say(await this.wordsOf(one));
  }

  private async wordsOf(one: Extract<Step, { say: string } | { code: string }>): Promise<string> {
    if ('say' in one) return one.say;
    const codes = await this.codesSent();
    return `${(one.code === 'newest' ? codes.at(-1) : codes.at(-2)) ?? '999999'} ${one.word}`.trim();
  }

  /** All codes sent to the phone, in order. */
  private async codesSent(): Promise<string[]> {
    return (await this.messagesSent()).map(({ text }) => /\d{6}/.exec(text)?.[0] ?? '');
  }

  private async messagesSent() {
    const messages = await this.talk.repositories.outbox.ofCustomer('C-1001');
    return [...messages].sort((a, b) => a.sentAt.localeCompare(b.sentAt));
  }

  private async codesSentNow(): Promise<string[]> {
    const fresh = (await this.messagesSent()).filter(({ messageId }) => !this.seen.has(messageId));
    for (const { messageId } of fresh) this.seen.add(messageId);
    return fresh.map(({ text }) => /\d{6}/.exec(text)?.[0] ?? '');
  }

  private async goElsewhere(): Promise<void> {
    this.talk.newConversation();
    await this.say('能分期吗');
  }

  private async changePolicy(how: 'dearer' | 'gone'): Promise<void> {
    const { repositories } = this.talk;
    const day = this.talk.now.slice(0, 10);
    if (how === 'gone') {
      for (const { version } of await repositories.policies.history('offerLimits'))
        await this.talk.store.remove('policies', `offerLimits/${version}`, 'any');
    } else {
      this.policies += 1;
      const version = `offers-drawn-${this.policies}`;
      const segments = shipped.segments.map((one) => ({
        ...one,
        monthlyRateList: one.monthlyRateList + 0.0001 * this.policies,
      }));
      const decided = { approver: 'checker', decidedAt: this.talk.now, comment: '' };
      await repositories.policies.put(
        {
          ...{ kind: 'offerLimits', version, effectiveFrom: day, status: 'approved', basedOn: null, reason: 'drawn' },
          ...{ author: 'maker', createdAt: this.talk.now, ...decided },
          content: { ...shipped, version, effectiveFrom: day, segments },
        },
        null,
      );
    }
    await this.talk.reloadPolicies();
  }

  async say(text: string): Promise<void> {
    const before = this.gone;
    const reply = await this.talk.say(text);
    if (before?.codes.some((code) => text.includes(code))) before.codeTyped = true;
    if (leaving.includes(text) && before !== null) before.left = true;
    if ((await agreementsOf(this.talk)).length > this.signed) {
      expect(ids(reply)).toContain('negotiation.agreed');
      await this.checkAgreed(text, before);
    }
    await this.follow(reply);
    // Silence ends a verification: whoever is asked who they are says so, and goes on.
    if (ids(reply).some((id) => id === 'verify.ask' || id === 'verify.again' || id === 'verify.resume'))
      await this.say('6688 1234');
  }

  /** A new reading voids what went before; a new code for the same reading voids the earlier one. */
  private async follow(reply: Reply): Promise<void> {
    const codes = await this.codesSentNow();
    const now = Date.parse(this.talk.now);
    const { conversationId } = this.talk;
    const fresh = { codes, codeSentAt: now, codeTyped: false };
    if (ids(reply).includes('negotiation.readBack'))
      this.gone = {
        values: valuesOf(reply, 'negotiation.readBack'),
        readAt: now,
        conversationId,
        left: false,
        ...fresh,
      };
    else if (this.gone !== null && codes.length > 0) Object.assign(this.gone, fresh);
  }

  private async checkAgreed(text: string, gone: Gone | null): Promise<void> {
    const records = await agreementsOf(this.talk);
    this.signed = records.length;
    const record = records.find(({ status }) => status === 'active');
    if (gone === null || record === undefined) throw new Error('agreed without any reading');
    const now = Date.parse(this.talk.now);
    expect({
      word: explicit.some((word) => text.endsWith(word)),
      left: gone.left,
      sameConversation: gone.conversationId === this.talk.conversationId,
      codeTyped: gone.codeTyped && now - gone.codeSentAt <= 600_000,
      timeToRead: now - gone.readAt >= shippedReadingSeconds * 1000,
      ...termsOf(record),
    }).toEqual({
      word: true,
      left: false,
      sameConversation: true,
      codeTyped: gone.codeTyped && now - gone.codeSentAt <= 600_000,
      timeToRead: true,
      ...readTerms(gone),
    });
    const [account] = await this.talk.repositories.accounts.ofCustomer('C-1001');
    const { offer, balances } = record;
    const owed = balances.reduce((sum, { totalFen }) => sum + totalFen, 0);
    const takesOff = offer.financedFen + offer.downPaymentFen + offer.feeWaiverFen + offer.interestWaiverFen;
    expect(takesOff).toBeLessThanOrEqual(owed);
    expect(account?.flags).toEqual([]);
  }
}

const shippedReadingSeconds = 10;
const termsOf = ({ offer }: ArrangementRecord) => ({
  instalment: fenToYuanText(offer.instalmentFen),
  count: String(offer.instalmentCount),
  total: fenToYuanText(offer.totalFen),
  firstDueDate: offer.firstDueDate,
});
const readTerms = ({ values }: Gone) => ({
  instalment: values.instalment,
  count: values.count,
  total: values.total,
  firstDueDate: values.firstDueDate,
});

const opening = ['我一共欠多少', '6688 1234', '能分期吗', '每个月最多还800'];

/** The way to a signature, gone twice: every drawn conversation strays from it at a few places, and some come through. */
const way: readonly Step[] = [{ say: '选1' }, { wait: 10 }, { code: 'newest', word: '' }, { say: '确认' }];
const twice = [...way, ...way];

interface Detour {
  readonly at: number;
  /** Taken instead of the step of the way, or before it. */
  readonly instead: boolean;
  readonly step: Step;
}
const detours = fc.array(
  fc.record({ at: fc.integer({ min: 1, max: twice.length - 1 }), instead: fc.boolean(), step }),
  { minLength: 1, maxLength: 5 },
);
const walked = (strayed: readonly Detour[]): Step[] =>
  twice.flatMap((usual, place) => {
    const here = strayed.filter(({ at }) => at === place);
    return [...here.map((one) => one.step), ...(here.some(({ instead }) => instead) ? [] : [usual])];
  });

test('nothing is agreed without reading, code, time and word', async () => {
  let agreed = 0;
  await fc.assert(
    fc.asyncProperty(detours.map(walked), async (steps) => {
      const talk = await Talk.begin({ readingSeconds: null });
      const model = new Model(talk);
      for (const words of opening) await model.say(words);
      for (const one of steps) await model.take(one);
      agreed += (await agreementsOf(talk)).length;
    }),
    { numRuns: 80 },
  );
  expect(agreed).toBeGreaterThan(0);
});

test('the way that the model asks for does sign', async () => {
  const talk = await Talk.begin({ readingSeconds: null });
  const model = new Model(talk);
  for (const words of opening) await model.say(words);
  for (const one of way) await model.take(one);
  expect(await agreementsOf(talk)).toHaveLength(1);
  expect(ids(await saying(talk, '确认'))).toContain('agreement.already');
});

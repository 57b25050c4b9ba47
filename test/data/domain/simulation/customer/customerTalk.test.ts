// How simulated customers talk: what each says to a question, to offers it can bear and to offers it cannot.
import type { CustomerTurn } from '../../../../../data/domain/customer/customerTurn';
import type { Move } from '../../../../../data/domain/negotiation/move';
import type { Offer } from '../../../../../data/domain/offer/offer';
import { roundFigure } from '../../../../../data/domain/simulation/customer/customerFigures';
import { answer, type CustomerReply, opening } from '../../../../../data/domain/simulation/customer/customerTalk';
import type { SimulatedCustomer } from '../../../../../data/domain/simulation/population/customers';
import type { Behaviour } from '../../../../../data/domain/simulation/population/population';
import { planOf } from '../../builders';
import { customerOf, pricedOffer } from '../cases';
import { shippedSetting } from '../shipped';

const setting = shippedSetting();
const base = { messageId: 'negotiation.offer.one', reasons: [] } as const;
const askFigure: Move = { ...base, kind: 'ask', slot: 'monthlyAmount' };

/** A customer of 20,000 yuan who can pay 1,000 a month and speaks plainly. */
const person = (behaviour: Behaviour, more: Partial<SimulatedCustomer> = {}): SimulatedCustomer => {
  const drawn = customerOf(setting, behaviour);
  const account = {
    ...drawn.account,
    balanceFen: 2000000,
    principalFen: 2000000,
    interestFen: 0,
    feesFen: 0,
    daysPastDue: 120,
  };
  return {
    ...drawn,
    account,
    capacityFen: 100000,
    statedShare: behaviour === 'lowBaller' ? 0.5 : behaviour === 'overPromiser' ? 1.4 : 1,
    lumpSumFen: 0,
    patience: 3,
    opensWithFigure: false,
    figureForm: 'plain',
    namesPayday: false,
    ...more,
  };
};

const plan = (instalmentCount: number, number: number, downPaymentFen = 0): Offer =>
  pricedOffer(setting.limits, person('truthful'), planOf(instalmentCount, { downPaymentFen }), number);
const showing = (...offers: Offer[]): Move => ({ ...base, kind: 'offer', offers });
const light = plan(36, 1); // 586.74 a month
const heavy = plan(12, 2); // 1,699.70 a month

/** What it says to one move after another; an empty list once it has left. */
function talk(customer: SimulatedCustomer, ...moves: Move[]): CustomerTurn[] {
  const turns: CustomerTurn[] = [];
  let reply: CustomerReply = opening(customer);
  if (reply.kind === 'says') turns.push(reply.turn);
  for (const move of moves) {
    reply = answer(customer, reply.state, move);
    if (reply.kind === 'leaves') return turns;
    turns.push(reply.turn);
  }
  return turns;
}
const last = (turns: readonly CustomerTurn[]) => turns.at(-1);

test('an honest customer names what there is and takes what fits', () => {
  const turns = talk(person('truthful'), askFigure, showing(heavy, light), { ...base, kind: 'readBack', offer: light });
  expect(turns.map((turn) => turn.intent)).toEqual([
    'negotiate.start',
    'negotiate.terms',
    'negotiate.accept',
    'affirm',
  ]);
  expect(turns[1]?.slots).toEqual({ monthlyAmount: { min: 1000, max: 1000 } });
  expect(turns[2]?.slots).toEqual({ offerNumber: 1 });
});

test('who cannot bear any offer answers with a figure, and leaves when patience is over', () => {
  const turns = talk(person('truthful', { patience: 2 }), showing(heavy), showing(heavy), showing(heavy));
  expect(turns.map((turn) => turn.intent)).toEqual(['negotiate.start', 'negotiate.terms', 'negotiate.terms']);
});

test('an over-promiser states more than there is and signs it', () => {
  const turns = talk(person('overPromiser'), askFigure, showing(plan(18, 3)));
  expect(turns[1]?.slots.monthlyAmount?.max).toBe(1400);
  expect(last(turns)?.intent).toBe('negotiate.accept');
});

test('a low-baller starts at half and comes up a tenth each turn', () => {
  const turns = talk(person('lowBaller'), askFigure, showing(light), showing(light), showing(light));
  expect(turns.slice(1, 4).map((turn) => turn.slots.monthlyAmount?.max)).toEqual([500, 550, 600]);
  expect(last(turns)?.intent).toBe('negotiate.accept');
});

test('a haggler refuses two rounds on principle and then takes the same offer', () => {
  const turns = talk(person('haggler'), showing(light), showing(light), showing(light));
  expect(turns.slice(1).map((turn) => turn.intent)).toEqual([
    'negotiate.priceRelief',
    'negotiate.reject',
    'negotiate.accept',
  ]);
});

test('the vague have no figure at first, the irate want to be heard first', () => {
  expect(last(talk(person('vague', { namesFigureInTrouble: true }), askFigure))?.intent).toBe('outOfScope');
  expect(last(talk(person('vague', { namesFigureInTrouble: true }), askFigure, askFigure))?.intent).toBe(
    'negotiate.terms',
  );
  expect(last(talk(person('irate'), askFigure))).toMatchObject({ intent: 'abuse', signals: ['anger'] });
});

test('nobody who will not pay ever accepts', () => {
  const turns = talk(
    person('willNotPay'),
    showing(light),
    showing(light),
    showing(light),
    showing(light),
    showing(light),
  );
  expect(turns.map((turn) => turn.intent)).not.toContain('negotiate.accept');
  expect(turns.length).toBeLessThan(6);
});

test('work lost in the middle of the chat is said in the next message', () => {
  const [, second] = talk(person('jobLossMidChat', { namesFigureInTrouble: false }), askFigure);
  expect(second?.intent).toBe('hardship');
  const [, withFigure] = talk(person('jobLossMidChat', { namesFigureInTrouble: true }), askFigure);
  expect(withFigure).toMatchObject({ intent: 'negotiate.terms', signals: ['hardship'] });
});

test('who has paid, disputes or is somebody else says so at once', () => {
  const first = (behaviour: Behaviour) => talk(person(behaviour))[0]?.intent;
  expect(first('alreadyPaid')).toBe('alreadyPaid');
  expect(first('disputer')).toBe('dispute');
  expect(first('wrongPerson')).toBe('thirdParty');
});

test('of two bearable offers λ decides: the lower instalment, or the lower total', () => {
  const short = plan(24, 4);
  const accepts = (lambda: number) =>
    last(talk(person('truthful', { lambda }), showing(light, short)))?.slots.offerNumber;
  expect(accepts(1)).toBe(1);
  expect(accepts(0)).toBe(4);
});

test('a first payment above the money at hand cannot be borne', () => {
  const withStart = plan(36, 5, 400000);
  expect(last(talk(person('truthful', { lumpSumFen: 390000 }), showing(withStart)))?.intent).toBe('negotiate.terms');
  expect(last(talk(person('truthful', { lumpSumFen: 400000 }), showing(withStart)))?.intent).toBe('negotiate.accept');
});

test('money at hand is named when asked for, none is said as none', () => {
  const askStart: Move = { ...base, kind: 'ask', slot: 'lumpSum' };
  expect(last(talk(person('truthful', { lumpSumFen: 390000 }), askStart))?.slots.lumpSum).toEqual({
    min: 3900,
    max: 3900,
  });
  expect(last(talk(person('truthful'), askStart))?.intent).toBe('deny');
});

test('asked for money beside plans, who has some names it and who has none goes to the plans', () => {
  const beside: Move = { ...base, kind: 'ask', slot: 'lumpSum', offers: [light] };
  expect(last(talk(person('truthful', { lumpSumFen: 390000 }), beside))?.slots.lumpSum?.max).toBe(3900);
  expect(last(talk(person('truthful'), beside))).toMatchObject({
    intent: 'negotiate.accept',
    slots: { offerNumber: light.number },
  });
  expect(last(talk(person('truthful', { capacityFen: 30000 }), beside))?.intent).toBe('negotiate.terms');
});

test('figures are named round, never above what they stand for', () => {
  expect(roundFigure(123456)).toBe(1200);
  expect(roundFigure(98765)).toBe(980);
  expect(roundFigure(567899)).toBe(5600);
  expect(roundFigure(500)).toBe(1);
});

test('who speaks of months alone names a number of months, and a longer one when countered', () => {
  const turns = talk(person('countsOnly'), askFigure, showing(heavy));
  expect(turns.slice(1).map((turn) => turn.slots)).toEqual([
    { instalmentCount: { min: 24, max: 24 } },
    { instalmentCount: { min: 36, max: 36 } },
  ]);
});

test('who speaks of days alone never names a figure', () => {
  const turns = talk(person('datesOnly'), askFigure, askFigure, showing(heavy));
  expect(turns.map((turn) => turn.intent)).toEqual([
    'negotiate.start',
    'negotiate.terms',
    'outOfScope',
    'negotiate.reject',
  ]);
  expect(turns.every(({ slots }) => slots.monthlyAmount === undefined)).toBe(true);
});

test('interest only is offered first, and what there is after a counter', () => {
  const turns = talk(person('interestOnly', { statedShare: 0.1 }), askFigure, showing(light), showing(light));
  expect(turns.slice(1, 3).map((turn) => turn.slots.monthlyAmount?.max)).toEqual([100, 1000]);
  expect(last(turns)?.intent).toBe('negotiate.accept');
});

test('a first figure is corrected by who changes their mind, and swings to and fro with who contradicts themselves', () => {
  const figures = (behaviour: Behaviour, statedShare: number) =>
    talk(person(behaviour, { statedShare }), askFigure, showing(heavy), showing(heavy))
      .slice(1)
      .map((turn) => turn.slots.monthlyAmount?.max);
  expect(figures('changesMind', 1.4)).toEqual([1400, 1000, 1000]);
  expect(figures('contradicts', 0.6)).toEqual([600, 1400, 600]);
});

test('the irate who are about to leave do so at the first thing that does not fit', () => {
  const irate = person('irateLeaver', { patience: 0 });
  expect(talk(irate)[0]).toMatchObject({ intent: 'abuse', signals: ['anger'] });
  expect(talk(irate, askFigure, showing(heavy))).toHaveLength(2);
  expect(last(talk(irate, askFigure, showing(light)))?.intent).toBe('negotiate.accept');
});

test('a token payer never takes more than the token', () => {
  const turns = talk(person('tokenPayer', { statedShare: 0.1 }), askFigure, showing(light), showing(light));
  expect(turns.slice(1).map((turn) => turn.slots.monthlyAmount?.max)).toEqual([100, 100, 100]);
});

test('who earns once a year states the sum of a year and asks to begin later', () => {
  const turns = talk(person('yearEnd', { refusals: 1, waitsMonths: 2 }), askFigure, showing(light), showing(light));
  expect(turns[1]?.slots).toMatchObject({ statedAmount: { min: 12000, max: 12000 }, frequency: 'year' });
  expect(turns[2]?.slots).toEqual({ deferMonths: 2 });
  expect(last(turns)?.intent).toBe('negotiate.accept');
});

test('the rich in cash have much at hand and little a month', () => {
  for (let index = 0; index < 30; index++) {
    const { capacityFen, lumpSumFen, account } = customerOf(setting, 'cashRich', index);
    expect(capacityFen / account.balanceFen).toBeLessThanOrEqual(0.016);
    expect(lumpSumFen).toBeGreaterThanOrEqual(account.balanceFen * 0.3 - 10000);
  }
});

test('asked again for a figure that was named, people take it that it was not enough', () => {
  const turns = talk(person('lowBaller', { patience: 1, risePerTurn: 0.1 }), askFigure, askFigure, askFigure);
  expect(turns.slice(1).map((turn) => turn.slots.monthlyAmount?.max)).toEqual([500, 550]);
});

// Whether being difficult pays: what the same person signs with a gambit and without it, in the bank's own money.
import type { BargainingPolicy } from '../bargainer';
import { type Conversation, converse, converseWithGambit } from '../conversation';
import { conduct } from '../customer/conduct';
import { type GambitName, gambitNames } from '../customer/gambits';
import { planWorth } from '../planWorth';
import type { BookFacts } from '../population/bookFacts';
import { drawCustomer, type SimulatedCustomer } from '../population/customers';
import { presentFen } from '../presentWorth';
import type { Setting } from './caseResult';
import { mean, shareWhere } from './sums';

/** What was signed; fen. */
interface Signed {
  /** All payments as agreed, at the population's discount. */
  readonly presentFen: number;
  /** The same with the chance that the plan breaks, and what comes back then. */
  readonly worthFen: number;
}

export interface GambitPair {
  readonly gambit: GambitName;
  readonly balanceFen: number;
  /** Null where nothing was signed. */
  readonly straight: Signed | null;
  readonly played: Signed | null;
  /** Limits that were broken on the way. */
  readonly rulesBroken: readonly string[];
}

function signed({ agreement }: Conversation, person: SimulatedCustomer, setting: Setting): Signed | null {
  if (agreement === null) return null;
  const { value } = setting.population;
  return {
    presentFen: presentFen(agreement, value, setting.today),
    worthFen: planWorth(agreement, person, value).worthFen,
  };
}

/** One honest and patient person who bargains straight, and then with each gambit. */
export function playGambits(
  policy: BargainingPolicy,
  facts: BookFacts,
  setting: Setting,
  seed: number,
  index: number,
): GambitPair[] {
  const { population, limits, today } = setting;
  const drawn = drawCustomer(population, facts, seed, index, 'truthful');
  const person: SimulatedCustomer = { ...drawn, opensWithFigure: true, patience: Math.max(3, drawn.patience) };
  const { account } = person;
  const caseFacts = { account, limits, today, seed };
  const straight = signed(converse(policy, person, caseFacts), person, setting);
  return gambitNames.map((gambit) => {
    const played = converseWithGambit(policy, person, caseFacts, gambit);
    return {
      gambit,
      balanceFen: account.balanceFen,
      straight,
      played: signed(played, person, setting),
      rulesBroken: conduct(played, caseFacts).rulesBroken,
    };
  });
}

export interface GambitResult {
  readonly gambit: GambitName;
  readonly people: number;
  /** Who signed with the gambit, of those who sign without it. */
  readonly signed: number;
  /** What the gambit saves the customer in present value, as a mean share of the balance; of those who signed both. */
  readonly premium: number;
  /** What it costs the bank in expected value, likewise. */
  readonly worthLost: number;
}

export const gambitResults = (pairs: readonly GambitPair[]): GambitResult[] =>
  gambitNames.map((gambit) => {
    const straight = pairs.filter((pair) => pair.gambit === gambit && pair.straight !== null);
    const both = straight.flatMap(({ straight: plain, played, balanceFen }) =>
      plain === null || played === null ? [] : [{ plain, played, balanceFen }],
    );
    const saved = (of: keyof Signed) =>
      mean(both.map(({ plain, played, balanceFen }) => (plain[of] - played[of]) / balanceFen));
    return {
      gambit,
      people: straight.length,
      signed: shareWhere(straight, ({ played }) => played !== null),
      premium: saved('presentFen'),
      worthLost: saved('worthFen'),
    };
  });

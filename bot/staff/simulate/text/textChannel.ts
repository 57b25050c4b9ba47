// The text channel: the same customers with structured acts and typing, and what the difference is.
import type { PolicyLimits } from '../../../../data/domain/limits/policyLimits';
import { enginePolicy } from '../../../../data/domain/simulation/bargainer';
import { belongsToHardship } from '../../../../data/domain/simulation/customer/customerTaste';
import { oracle } from '../../../../data/domain/simulation/oracle';
import { worthWithoutAgreement } from '../../../../data/domain/simulation/planWorth';
import { type BookFacts, drawBookFacts } from '../../../../data/domain/simulation/population/bookFacts';
import { drawCustomer } from '../../../../data/domain/simulation/population/customers';
import type { Population } from '../../../../data/domain/simulation/population/population';
import { randomFrom } from '../../../../data/domain/simulation/population/random';
import {
  outcomeOf,
  type PolicyOutcome,
  playCase,
  type Setting,
} from '../../../../data/domain/simulation/result/caseResult';
import type { DialogServices } from '../../../../dialogs/talk/services';
import type { ShippedData } from '../../../config/shippedData';
import { asTheDialogsSee } from './simulatedAccount';
import { converseInText, type Misunderstanding } from './textConversation';
import { beginTalk } from './textTalk';

export interface TextCase {
  readonly silentFen: number;
  readonly oracleFen: number;
  readonly belongsToHardship: boolean;
  /** Nothing that policy has could be borne: the hardship review is no wrong place for such a person. */
  readonly nothingFits: boolean;
  readonly acts: PolicyOutcome;
  readonly text: PolicyOutcome;
  readonly misunderstood: readonly Misunderstanding[];
}

export interface TextSetting {
  readonly data: ShippedData;
  readonly understand: DialogServices['understand'];
  readonly population: Population;
  readonly limits: PolicyLimits;
  readonly today: string;
}

export interface TextStretch {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly book?: readonly BookFacts[];
}

export async function playText(setting: TextSetting, { seed, from, to, book }: TextStretch): Promise<TextCase[]> {
  const { data, understand, population, limits, today } = setting;
  const plain: Setting = { population, limits, today };
  const cases: TextCase[] = [];
  for (let index = from; index < to; index++) {
    const facts = book?.[index % book.length] ?? drawBookFacts(population, seed, index);
    const customer = asTheDialogsSee(drawCustomer(population, facts, seed, index), today);
    const locale = index % 2 === 0 ? 'zh-CN' : 'en-US';
    const talk = beginTalk(data, limits, customer, locale, understand, today);
    const typed = await converseInText(talk, customer, locale, randomFrom(seed, index, 99));
    const best = oracle(customer, limits, population);
    const { conduct: _, ...acts } = playCase(enginePolicy, customer, plain, seed, false);
    cases.push({
      silentFen: worthWithoutAgreement(customer.account.balanceFen, customer.account.daysPastDue, population.value),
      oracleFen: best.gated.worthFen,
      nothingFits: !best.bearable,
      belongsToHardship: belongsToHardship(customer),
      acts,
      text: outcomeOf(typed, customer, plain),
      misunderstood: typed.misunderstood,
    });
  }
  return cases;
}

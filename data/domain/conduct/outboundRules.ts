// Words that must not reach everybody: hints at a debt, by party; data, so that a bank can tighten it.
import { z } from 'zod';
import { utteranceRulesSchema } from './utteranceRules';

const words = z.strictObject({
  'zh-CN': z.array(z.string().min(1)).min(1),
  'en-US': z.array(z.string().min(1)).min(1),
});

export const outboundRulesSchema = z.strictObject({
  /** Words that hint at a debt; none of them to someone else, whatever message they come in. */
  debtWords: words,
  /** Oblique hints at a debt, for everybody but the right party: rules with examples and near misses, as for all words. */
  debtHints: utteranceRulesSchema.shape.rules,
  /** Words that tell a person that they themselves owe: all that approved texts about debts in general must avoid. */
  ownDebt: utteranceRulesSchema.shape.rules,
});
export type OutboundRules = z.infer<typeof outboundRulesSchema>;

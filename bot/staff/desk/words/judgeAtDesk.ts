// Judges what a colleague wants to say in a conversation at the desk: with its person, its figures and the rules of the day.
import type { CalendarDate } from '../../../../data/domain/calendar/calendar';
import type { DeskConversation } from '../../../../data/domain/case/deskConversation';
import { staffText } from '../../text/staffText';
import { mayWriteThere } from '../care/watchedPhone';
import type { DeskParts } from '../desk';
import { factsOf } from '../deskFile';
import { type AgentVerdict, judgeAgentWords } from './agentGuard';
import { figuresAllowed } from './figuresAllowed';

export async function judgeAtDesk(
  parts: Pick<DeskParts, 'store' | 'repositories' | 'data' | 'log' | 'clock' | 'policies' | 'wordRulesOn'>,
  desk: DeskConversation,
  text: string,
  today: CalendarDate,
): Promise<AgentVerdict> {
  const facts = await factsOf(parts, desk, today);
  const contactHours = parts.policies.contactRules(today).hours;
  const allowed = figuresAllowed({ bank: parts.data.bank, contactHours, desk, today, ...facts });
  const words = { text, locale: desk.locale, party: facts.party, figuresAllowed: allowed };
  const verdict = judgeAgentWords(words, parts.wordRulesOn(today));
  if (await mayWriteThere(parts, desk)) return verdict;
  const watched = { path: 'text', message: staffText('guard', 'phoneUnsafe', {}) };
  return { ...verdict, blocks: [watched, ...verdict.blocks] };
}

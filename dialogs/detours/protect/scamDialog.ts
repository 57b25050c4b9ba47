// A code, a link, a QR, a private account, a shared screen, a fee: the warning comes first, always, and what to do if it is done.
import type { After, Turn } from '../../talk/turn';

export async function scam(turn: Turn): Promise<After> {
  const { hotline, lines } = turn.services.bank;
  turn.audit('scam', {}, { warned: true });
  turn.say('scam.warning', {});
  turn.say('scam.done', { hotline, police: lines.police });
  if (turn.state.stage !== 'someoneElse') turn.tap('button.collectorReal', {}, 'verifyCollector');
  turn.tap('button.human', {}, 'human');
  return 'resume';
}

// The wait for a person: the place, the hours, a call back.
import type { After, Turn } from '../../talk/turn';
import { handOff } from './handoffDialog';

export async function askQueue(turn: Turn): Promise<After> {
  const { services, input, heard } = turn;
  const { place } = await services.queue(input.conversationId, input.now);
  const { opens, closes } = services.bank.officeHours;
  // Who asks for a call, or waits already, is answered from the queue; nobody is put into it by a question.
  if (place !== null || heard.slots.callbackAt !== undefined) await handOff(turn, 'person');
  turn.say('queue.hours', { opens, closes, hotline: services.bank.hotline });
  if (place === null && heard.slots.callbackAt === undefined) turn.tap('button.human', {}, 'human');
  return 'resume';
}

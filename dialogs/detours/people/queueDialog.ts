// The wait for a person: the place, the hours, a call back at a time that was asked for.
import type { After, Turn } from '../../talk/turn';
import { callsForTime, dayNamed, dayTalkedOf, movesCall } from './callback';
import { handOff, joinQueue } from './handoffDialog';

/** Books the slot that was asked for, or says the nearest that is free and books that. */
async function bookCallback(turn: Turn, wished: string): Promise<void> {
  const callback = await turn.services.callbackSlot(wished, turn.input.now);
  const joined = callback === undefined ? null : await joinQueue(turn, 'person', callback);
  if (callback === undefined || joined === null) {
    turn.say('handoff.callUs', { hotline: turn.services.bank.hotline });
    return;
  }
  turn.audit('callbackBooked', { wished }, { caseNumber: joined.caseNumber, ...callback });
  const isAsWished = callback.date === wished.slice(0, 10) && callback.from <= wished.slice(11, 16);
  if (!isAsWished) turn.say('queue.nearest', {});
  turn.say('handoff.callback', { caseNumber: joined.caseNumber, ...callback });
}

export async function askQueue(turn: Turn): Promise<After> {
  const { services, input, heard } = turn;
  const { callbackAt } = heard.slots;
  if (callbackAt !== undefined) {
    await bookCallback(turn, callbackAt);
    return 'resume';
  }
  const day = dayNamed(turn) ?? (movesCall(turn) ? dayTalkedOf(turn) : undefined);
  if (day !== undefined && (callsForTime(turn) || movesCall(turn))) {
    turn.say('queue.whatTime', {
      date: day,
      opens: services.bank.officeHours.opens,
      closes: services.bank.officeHours.closes,
    });
    return 'stay';
  }
  const { place } = await services.queue(input.conversationId, input.now);
  const { opens, closes } = services.bank.officeHours;
  // Who waits already is answered from the queue; nobody is put into it by a question.
  if (place !== null) await handOff(turn, 'person');
  turn.say('queue.hours', { opens, closes, hotline: services.bank.hotline });
  if (place === null) turn.say('queue.callback', {}).tap('button.human', {}, 'human');
  return 'resume';
}

// The check rests after too many wrong answers: until a time that is told, or with a person. Questions in general go on.
import { localTime } from '../../../data/domain/calendar/calendar';
import type { Instant } from '../../../data/domain/calendar/instant';
import { handOff, joinQueue } from '../../detours/people/handoffDialog';
import type { After, Flow, Turn } from '../../talk/turn';
import { tryerOf } from './verified';

/** Rests the check until `until`; the wish that waits for it is kept. */
export async function lock(turn: Turn, until: Instant): Promise<After> {
  turn.state.stage = 'locked';
  turn.state.lockedUntil = until;
  turn.state.secondFactor = null;
  const joined = await joinQueue(turn, 'identityLocked');
  const { hotline } = turn.services.bank;
  if (joined === null) turn.say('verify.lockedByPhone', { hotline });
  else turn.say('verify.locked', { caseNumber: joined.caseNumber, hotline });
  sayWhen(turn, until);
  turn.tap('button.human', {}, 'human');
  return 'stay';
}

function sayWhen(turn: Turn, until: Instant): void {
  const { date, clock: time } = localTime(until, turn.services.bank.timeZone);
  if (date === turn.today) turn.say('verify.lockedUntil', { time });
  else turn.say('verify.lockedUntilDay', { date, time });
}

/** True once the time is over or a colleague has opened the check again: what counts is the counts themselves. */
export async function lockHasEnded(turn: Turn): Promise<boolean> {
  const { lockedUntil } = turn.state;
  const isTimeOver = lockedUntil === null || turn.input.now >= lockedUntil;
  if (!isTimeOver && !(await turn.services.identity.mayTry(tryerOf(turn), turn.input.now))) return false;
  turn.state.stage = 'open';
  turn.state.lockedUntil = null;
  return true;
}

async function hearLocked(turn: Turn): Promise<After> {
  const times = turn.timesSaid('verify.lockedStill');
  turn.say('verify.lockedStill', { hotline: turn.services.bank.hotline });
  if (turn.state.lockedUntil !== null) sayWhen(turn, turn.state.lockedUntil);
  if (times > 0) await handOff(turn, 'identityLocked');
  else turn.tap('button.human', {}, 'human');
  return 'stay';
}

export const lockedDialog: Flow = { isAnswer: () => false, hear: hearLocked, resume: async () => undefined };

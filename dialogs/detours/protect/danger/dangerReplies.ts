// What is said to somebody in danger, by the kind of it: first, and as long as the talk goes on. Never a word about money.
import type { DangerKind } from '../../../../data/domain/case/danger';
import type { Intent } from '../../../../data/domain/customer/customerTurn';
import { namesPaper } from '../../../talk/takenAsSaid';
import type { Turn } from '../../../talk/turn';

/** The first answer to each kind. */
export const sayFirst: Readonly<Record<DangerKind, (turn: Turn) => void>> = {
  meansAtHand: (turn) => turn.say('vulnerable.emergency', { medical: turn.services.bank.lines.medical }),
  despair(turn) {
    const { lifeline, medical, police } = turn.services.bank.lines;
    turn.say('vulnerable.first', { lifeline, medical, police });
  },
  violence: (turn) => turn.say('vulnerable.violence', { police: turn.services.bank.lines.police }),
  minor: (turn) => turn.say('vulnerable.minor', {}),
  bereaved: (turn) => turn.say('vulnerable.condolence', {}),
  confused: (turn) => turn.say('vulnerable.confused', {}),
};

const isOfMoney = (intent: Intent): boolean =>
  /^(account|negotiate)\./.test(intent) ||
  ['ask.offer', 'promiseToPay', 'alreadyPaid', 'hardship', 'budget'].includes(intent);

/** Every later answer while the danger lasts. */
export const sayFurther: Readonly<Record<DangerKind, (turn: Turn) => void>> = {
  // Help first, each time.
  meansAtHand: (turn) => turn.say('vulnerable.emergencyStill', { medical: turn.services.bank.lines.medical }),
  despair(turn) {
    const { lifeline } = turn.services.bank.lines;
    // Whoever talks of money is told how to go on with it: a guess of ours must not hold anybody.
    if (isOfMoney(turn.heard.intent)) turn.say('vulnerable.notNow', { lifeline });
    else turn.say('vulnerable.stay', { lifeline });
  },
  violence: (turn) => turn.say('vulnerable.violenceStill', { police: turn.services.bank.lines.police }),
  minor: (turn) => turn.say('vulnerable.minorStill', {}),
  bereaved(turn) {
    const asksForPapers = turn.heard.intent === 'evidence' || namesPaper(turn.typed);
    const isDue = asksForPapers || turn.timesSaid('vulnerable.papers') === 0;
    if ((isOfMoney(turn.heard.intent) && !asksForPapers) || !isDue) turn.say('vulnerable.noFigure', {});
    else {
      turn.say('vulnerable.papers', {});
      turn.say('evidence.where', { places: turn.services.bank.papers[turn.state.locale] });
    }
  },
  confused: (turn) => turn.say('vulnerable.confusedStill', {}),
};

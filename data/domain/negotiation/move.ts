// What the engine decided: one typed move, with the reasons that a supervisor and the customer may ask for.
import type { CalendarDate } from '../calendar/calendar';
import type { SlotName } from '../customer/customerTurn';
import type { Fen } from '../money/money';
import type { Offer } from '../offer/offer';
import type { AgreementTerms } from './signing/signing';
import type { SigningProof } from './signing/signingProof';

/** Message ids that a move may name; `dialogs/text` must hold every one of them. */
export type NegotiationMessageId =
  | 'negotiation.ask.monthlyAmount'
  | 'negotiation.ask.monthlyAmountAgain'
  | 'negotiation.ask.lumpSum'
  | 'negotiation.ask.payDate'
  | 'negotiation.ask.dueDay'
  | 'negotiation.ask.offer'
  | 'negotiation.ask.change'
  | 'negotiation.offer.one'
  | 'negotiation.offer.two'
  | 'negotiation.offer.three'
  | 'negotiation.offer.safer'
  | 'negotiation.offer.tight'
  | WishLine['id']
  | 'negotiation.nearest.monthlyAmount'
  | 'negotiation.nearest.lumpSum'
  | 'negotiation.nearest.instalmentCount'
  | 'negotiation.nearest.deferMonths'
  | 'negotiation.nearest.startDate'
  | 'negotiation.nearest.dueDay'
  | 'negotiation.relief.needsEvidence'
  | 'negotiation.relief.notInPolicy'
  | 'negotiation.relief.byFirstPayment'
  | 'negotiation.readBack'
  | 'negotiation.agreed'
  | 'negotiation.promise.confirm'
  | 'negotiation.promise.outsideLimits'
  | 'negotiation.promise.recorded'
  | 'hardship.feel.any'
  | 'negotiation.handoff'
  | 'negotiation.refuse.excluded'
  | 'negotiation.refuse.balanceTooSmall'
  | 'negotiation.refuse.balanceTooLarge'
  | 'negotiation.refuse.notOverdue'
  | 'negotiation.refuse.nothingOwed'
  | 'negotiation.refuse.tooManyBroken'
  | 'negotiation.refuse.noPlanFits'
  | 'negotiation.quoteSaved'
  | 'negotiation.end';

/** How a wish with a direction was answered, as a message id with its typed values: moved, or the true reason. Fen and months. */
export type WishLine =
  | {
      readonly id: `negotiation.wish.${'lower' | 'shorter' | 'cheaper'}`;
      readonly values: { readonly count: number; readonly instalment: Fen; readonly total: Fen };
    }
  | { readonly id: 'negotiation.wish.later'; readonly values: { readonly date: CalendarDate } }
  /** Nothing lighter is allowed, or nothing shorter or cheaper. */
  | {
      readonly id: `negotiation.wish.${'lightest' | 'shortest' | 'cheapest'}`;
      readonly values: { readonly count: number; readonly instalment: Fen };
    }
  /** The next plan that way would take more than was said, or than documents support. */
  | {
      readonly id: `negotiation.wish.${'aboveSaid' | 'aboveDocuments'}`;
      readonly values: { readonly count: number; readonly instalment: Fen; readonly most: Fen };
    }
  /** No later first day is allowed. */
  | { readonly id: 'negotiation.wish.latest'; readonly values: { readonly date: CalendarDate } }
  | {
      readonly id: `negotiation.wish.${'pause' | 'stepUp' | 'settle'}`;
      readonly values: Readonly<Record<string, never>>;
    };

export type RefusalReason =
  | 'excluded'
  | 'balanceTooSmall'
  | 'balanceTooLarge'
  | 'notOverdue'
  | 'nothingOwed'
  | 'tooManyBroken'
  | 'noPlanFits';

/** One machine-readable reason: which rule, what it read, what it did, what would change it. */
export interface Reason {
  readonly rule: string;
  readonly facts: Readonly<Record<string, number | string | boolean | null>>;
  readonly removed?: number;
  readonly wouldChangeIf?: string;
}

/** The one figure that is missing between a counter-offer and the nearest feasible offer. */
export interface Shortfall {
  readonly slot: SlotName;
  /** fen for amounts, months for counts and deferral, day for dueDay. */
  readonly asked: number;
  readonly nearest: number;
  readonly missing: number;
  /** A down payment with which the instalment leaves room in what was asked, in fen; null when none would. */
  readonly downPaymentThatCloses: Fen | null;
  /** The first day that was asked for and the nearest there is, where a day was named. */
  readonly dates?: { readonly asked: CalendarDate; readonly nearest: CalendarDate };
  /** What the asked number of months would take a month, in fen, where that is more than the customer said they have. */
  readonly instalmentAtAsked?: Fen;
}

/** A monthly figure that even the lightest plan exceeds, told with the question for money at the start. */
export interface TooLittle {
  readonly shortfall: Shortfall;
  /** Length of the lightest plan, in months, and what it repays. */
  readonly instalmentCount: number;
  readonly repaidFen: Fen;
}

interface MoveBase {
  readonly messageId: NegotiationMessageId;
  readonly reasons: readonly Reason[];
  /** The answer to a wish with a direction, said before anything else. */
  readonly wish?: WishLine;
}

/** `Shown` is what may be taken: the engine's own moves hold offers that passed its gate and no others. */
export type Move<Shown extends Offer = Offer> = MoveBase &
  (
    | {
        readonly kind: 'ask';
        readonly slot: SlotName | 'offer';
        readonly tooLittle?: TooLittle;
        /** Plans that the question stands beside: one of them may be chosen in place of an answer. */
        readonly offers?: readonly Shown[];
      }
    | { readonly kind: 'offer'; readonly offers: readonly Shown[] }
    | { readonly kind: 'nearest'; readonly offers: readonly Shown[]; readonly shortfall: Shortfall }
    | { readonly kind: 'readBack'; readonly offer: Shown }
    | {
        readonly kind: 'agreed';
        /** The terms of the proof: nothing else can be agreed. */
        readonly agreement: AgreementTerms;
        readonly proof: SigningProof;
      }
    | {
        readonly kind: 'promise';
        readonly amountFen: Fen;
        readonly payDate: CalendarDate;
        /** What was said, where that lies outside the limits and the nearest promise is offered instead. */
        readonly said?: { readonly amountFen: Fen; readonly payDate: CalendarDate };
        /** False while it is read back and waits for a yes. */
        readonly recorded: boolean;
      }
    | { readonly kind: 'hardship' }
    | { readonly kind: 'handoff'; readonly reason: string }
    | { readonly kind: 'refuse'; readonly reason: RefusalReason }
    | { readonly kind: 'end' }
  );

/** The offers that may be chosen after this move, in the order in which they are shown. */
export const offersOf = <Shown extends Offer>(move: Move<Shown>): readonly Shown[] =>
  ('offers' in move ? move.offers : undefined) ?? [];

// Money is a whole number of fen (1/100 yuan). Nothing here, and nothing anywhere, keeps money as a fraction.
import Big from 'big.js';
import { z } from 'zod';

/** A whole number of fen; 2000000 is 20,000.00 yuan. */
export type Fen = number;

/** Ten billion yuan: far above any card, far below where a double loses a fen. */
const fenLimit = 1e12;
export const fenSchema = z.number().int().min(0).max(fenLimit);
/** For balances that may be in the customer's favour. */
export const signedFenSchema = z.number().int().min(-fenLimit).max(fenLimit);

/** Rounds half up to the fen: 0.5 fen becomes 1, -0.5 becomes 0. The only rounding rule of the house. */
export const roundHalfUpToFen = (exact: Big): Fen =>
  exact
    .plus('0.5')
    .round(0, exact.plus('0.5').gte(0) ? Big.roundDown : Big.roundUp)
    .toNumber();

/** The share of an amount (share 0-1, exact decimal), rounded half up to the fen. */
export const shareOf = (amountFen: Fen, share: number | string): Fen =>
  // Nothing and everything need no decimals, and offers ask for them by the thousand.
  share === 0 ? 0 : share === 1 ? amountFen : roundHalfUpToFen(new Big(amountFen).times(share));

/** Yuan as a customer writes them (at most two decimals count) → fen, half up. */
export const yuanToFen = (yuan: number): Fen => roundHalfUpToFen(new Big(yuan).times(100));

export const fenToYuan = (fen: Fen): number => new Big(fen).div(100).toNumber();

/** 2643120 → "26,431.20". The same figures in both languages. */
export function fenToYuanText(fen: Fen): string {
  const [whole = '0', cents = '00'] = new Big(fen).abs().div(100).toFixed(2).split('.');
  return `${fen < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

// A picture of the repayments of an offer: one bar a month, principal below and interest on top. No words in it.
import { instalmentSchedule } from '../../data/domain/offer/instalmentSchedule';
import type { Offer } from '../../data/domain/offer/offer';
import { colourOf, Picture, tint } from './png';

/** Six points a month: every bar stands on whole points. */
const width = 372;
const height = 88;
const baseLine = height - 5;
/** Every picture spans the longest term there can be, so that two of them side by side compare. */
const monthsShown = 62;
/** A bar of a twentieth of the balance fills the height; longer terms have lower bars. */
const fullHeightShare = 1 / 20;
const colours = { paper: 0, grid: 1, principal: 2, interest: 3, down: 4 } as const;

const fullHeightFen = (offer: Offer): number =>
  Math.max(
    offer.instalmentFen,
    offer.lastInstalmentFen,
    (offer.financedFen + offer.downPaymentFen) * fullHeightShare,
    1,
  );

function draw(offer: Offer, primary: string): Picture {
  const brand = colourOf(primary);
  const picture = new Picture(width, height, [
    [242, 245, 246],
    [214, 221, 227],
    tint(brand, 0.85),
    tint(brand, 0.35),
    [196, 138, 44],
  ]);
  const rows = instalmentSchedule(offer);
  const months = Math.max(monthsShown, rows.length + offer.deferMonths + 1);
  const step = width / months;
  const scale = (baseLine - 8) / fullHeightFen(offer);
  const barWidth = Math.max(2, Math.floor(step) - (step >= 6 ? 2 : 1));
  for (let month = 12; month < months; month += 12) picture.rectangle(month * step - 1, 0, 1, baseLine, colours.grid);
  const bar = (month: number, bottomFen: number, fen: number, colour: number) =>
    picture.rectangle(month * step, baseLine - (bottomFen + fen) * scale, barWidth, fen * scale, colour);
  // A down payment would dwarf the instalments: it is shown at full height.
  if (offer.downPaymentFen > 0) bar(0, 0, Math.min(offer.downPaymentFen, fullHeightFen(offer)), colours.down);
  rows.forEach((row, index) => {
    const month = index + 1 + offer.deferMonths;
    bar(month, 0, row.principalFen, colours.principal);
    bar(month, row.principalFen, row.interestFen, colours.interest);
  });
  picture.rectangle(0, baseLine, width, 2, colours.grid);
  return picture;
}

/** The picture as an address that carries it: it needs no server and never expires. */
export const offerChartUrl = (offer: Offer, primary: string): string =>
  `data:image/png;base64,${draw(offer, primary).png().toString('base64')}`;

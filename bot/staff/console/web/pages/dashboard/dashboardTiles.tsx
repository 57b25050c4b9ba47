// The period in eight figures.
import type { DashboardNumbers } from '../../../../contract';
import { useLanguage } from '../../app/language';
import { Tile } from '../../parts/tile';

/** A share, or a dash where there is nothing to take a share of. */
const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export function DashboardTiles({ totals }: { readonly totals: DashboardNumbers }) {
  const { t, number, percent, wholeMoney, duration } = useLanguage();
  const percentOf = (part: number, whole: number): string => {
    const share = shareOf(part, whole);
    return share === null ? '—' : percent(share);
  };
  const { waitingSecondsMedian, waitingSecondsMax } = totals;
  return (
    <div className="tiles tilesWide">
      <Tile
        name={t('dashboard.conversations')}
        value={number(totals.conversations)}
        hint={t('dashboard.turns', { count: totals.customerTurns })}
      />
      <Tile
        name={t('dashboard.understoodRate')}
        value={percentOf(totals.understood, totals.understood + totals.notUnderstood)}
        hint={`${t('dashboard.notUnderstood')} ${number(totals.notUnderstood)}`}
      />
      <Tile name={t('dashboard.offered')} value={number(totals.offered)} />
      <Tile
        name={t('dashboard.agreements')}
        value={number(totals.agreements)}
        hint={t('dashboard.ofOffered', { share: percentOf(totals.agreements, totals.offered) })}
      />
      <Tile
        name={t('dashboard.promises')}
        value={number(totals.promises)}
        hint={
          totals.promisesKept + totals.promisesBroken === 0
            ? t('dashboard.noneDue')
            : t('dashboard.keptShare', {
                share: percentOf(totals.promisesKept, totals.promisesKept + totals.promisesBroken),
              })
        }
      />
      <Tile
        name={t('dashboard.recovery')}
        value={wholeMoney(totals.recoveredFen)}
        hint={t('dashboard.recoveryOf', {
          amount: wholeMoney(totals.agreedBalanceFen),
          share: percentOf(totals.recoveredFen, totals.agreedBalanceFen),
        })}
      />
      <Tile
        name={t('dashboard.handovers')}
        value={number(totals.handovers)}
        hint={
          waitingSecondsMedian === null || waitingSecondsMax === null
            ? t('dashboard.noWaiting')
            : t('dashboard.waiting', { median: duration(waitingSecondsMedian), max: duration(waitingSecondsMax) })
        }
      />
      <Tile
        name={t('dashboard.complaints')}
        value={number(totals.complaints)}
        hint={`${t('dashboard.guardBlocks', { count: totals.guardBlocks })} · ${t('dashboard.held', {
          count: totals.held,
          released: totals.heldReleased,
          declined: totals.heldDeclined,
        })}`}
      />
    </div>
  );
}

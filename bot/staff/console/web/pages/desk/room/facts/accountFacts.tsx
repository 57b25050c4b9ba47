// The account as it stands: what is owed and made of what, how late, who else is involved.
import type { AccountSummary, DeskConversation } from '../../../../../../contract';
import { useLanguage } from '../../../../app/language';
import { StatusTag } from '../../../../parts/statusTag';

function OneAccount({ account }: { readonly account: AccountSummary }) {
  const { t, code, money } = useLanguage();
  const amounts = [
    ['desk.total', money(account.totalFen)],
    ['desk.principal', money(account.principalFen)],
    ['desk.interest', money(account.interestFen)],
    ['desk.fees', money(account.feesFen)],
    ['desk.minimumDue', money(account.minimumDueFen)],
  ] as const;
  return (
    <div className="gapBelow">
      <div className="row">
        <strong>{t('desk.cardTail', { tail: account.cardTail })}</strong>
        <StatusTag tone={account.daysPastDue > 90 ? 'bad' : 'warn'}>
          {t('desk.daysPastDue', { days: account.daysPastDue })}
        </StatusTag>
        {account.flags.map((flag) => (
          <StatusTag key={flag} tone="bad">
            {code('flag', flag)}
          </StatusTag>
        ))}
      </div>
      <dl className="amounts">
        {amounts.map(([name, amount]) => (
          <AmountRow key={name} name={t(name)} amount={amount} />
        ))}
        {account.lastPayment !== null && (
          <AmountRow
            name={t('desk.lastPayment')}
            amount={`${money(account.lastPayment.amountFen)} · ${account.lastPayment.paidOn}`}
          />
        )}
        {account.agencyId !== null && <AmountRow name={t('desk.agency')} amount={account.agencyId} />}
      </dl>
    </div>
  );
}

function AmountRow({ name, amount }: { readonly name: string; readonly amount: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{amount}</dd>
    </>
  );
}

export function AccountFacts({ data }: { readonly data: DeskConversation }) {
  const { t } = useLanguage();
  return (
    <section className="facts-section">
      <h3>{t('desk.accounts')}</h3>
      {data.customer !== null && (
        <p className="quiet small gapBelow">
          {data.customer.name} · {data.customer.maskedPhone} · {data.customer.customerId}
        </p>
      )}
      {data.accounts.length === 0 && <p className="quiet small">{t('desk.noAccounts')}</p>}
      {data.accounts.map((account) => (
        <OneAccount key={account.accountId} account={account} />
      ))}
    </section>
  );
}

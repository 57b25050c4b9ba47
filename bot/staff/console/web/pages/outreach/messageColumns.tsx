// What every list of messages shows first: the message, whom it is for, and the day that it is about.
import type { OutreachLine, QueuedMessage } from '../../../../contract';
import { useLanguage } from '../../app/language';

type Shown = Pick<OutreachLine | QueuedMessage, 'kind' | 'customerId' | 'phone' | 'aboutOn'>;

export function useMessageColumns() {
  const { t, code } = useLanguage();
  return [
    { title: t('outreach.kind'), width: 170, render: (_: unknown, { kind }: Shown) => code('outreach.kind', kind) },
    {
      title: t('outreach.customer'),
      width: 190,
      render: (_: unknown, { customerId, phone }: Shown) => (
        <>
          <div className="number">{customerId}</div>
          <div className="quiet small number">{phone || '—'}</div>
        </>
      ),
    },
    {
      title: t('outreach.aboutOn'),
      width: 120,
      className: 'number',
      render: (_: unknown, { aboutOn }: Shown) => aboutOn,
    },
  ];
}

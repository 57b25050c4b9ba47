// The offers that the engine made and that still stand; the agent sends one as it is and never types a figure.
import { Button, App as Messages } from 'antd';
import type { DeskConversation, DeskOffer } from '../../../../../../contract';
import { pathOf, send } from '../../../../api/http';
import { useSend } from '../../../../api/useSend';
import { useLanguage } from '../../../../app/language';
import { StatusTag } from '../../../../parts/statusTag';

interface OffersOnTableProps {
  readonly data: DeskConversation;
  readonly mine: boolean;
  onSent(): void;
}

export function OffersOnTable({ data, mine, onSent }: OffersOnTableProps) {
  const { t, code, money, percent } = useLanguage();
  const { modal, message } = Messages.useApp();
  const { run } = useSend();

  const sendOffer = ({ offer, text }: DeskOffer) =>
    modal.confirm({
      title: t('desk.sendOfferAsk'),
      content: <p className="suggestionText preLine">{text}</p>,
      okText: t('desk.send'),
      icon: null,
      width: 520,
      onOk: async () => {
        const path = pathOf(['desk', data.item.conversationId, 'offers', String(offer.number), 'send']);
        const answer = await run(() => send('POST', path, { expectedVersion: data.item.version }));
        if (answer !== null) message.success(t('desk.sent'));
        onSent();
      },
    });

  return (
    <section className="facts-section">
      <h3>{t('desk.offers')}</h3>
      {data.offers.length === 0 && <p className="quiet small">{t('desk.noOffers')}</p>}
      {data.offers.map((item) => {
        const { offer } = item;
        return (
          <div key={offer.number} className="offerCard">
            <div className="row">
              <strong>{t('desk.offer', { number: offer.number })}</strong>
              <span className="quiet small">{code('shape', offer.shape)}</span>
              {!item.stillValid && <StatusTag tone="quiet">{t('desk.noLongerValid')}</StatusTag>}
            </div>
            <div className="number">
              {t('desk.offerTerms', { count: offer.instalmentCount, amount: money(offer.instalmentFen) })}
            </div>
            <div className="quiet small">
              {offer.downPaymentFen > 0 && `${t('desk.down', { amount: money(offer.downPaymentFen) })} · `}
              {t('desk.offerTotal', { amount: money(offer.totalFen) })} ·{' '}
              {t('desk.yearlyRate', { rate: percent(offer.yearlyRateNominal, 2) })} ·{' '}
              {t('desk.validUntil', { day: offer.validUntil })}
            </div>
            {mine && item.stillValid && (
              <div>
                <Button size="small" onClick={() => sendOffer(item)}>
                  {t('desk.sendOffer')}
                </Button>
              </div>
            )}
          </div>
        );
      })}
    </section>
  );
}

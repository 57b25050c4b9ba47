// Whether messages leave, why not, what came of the last ones, and the button that stops or starts them.
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { OutreachStanding } from '../../../../contract';
import { send } from '../../api/http';
import { useSend } from '../../api/useSend';
import { useLanguage } from '../../app/language';
import { ReasonModal } from '../../parts/modals/reasonModal';
import { useUser } from '../../session/sessionContext';

interface PausePanelProps {
  readonly standing: OutreachStanding;
  onChanged(standing: OutreachStanding): void;
  reload(): void;
}

function Echo({ rule, echo }: Pick<OutreachStanding, 'rule' | 'echo'>) {
  const { t, percent } = useLanguage();
  const shareOf = (part: number) => (echo.sent === 0 ? percent(0) : percent(part / echo.sent));
  return (
    <>
      <div>
        {t('outreach.echo', {
          days: rule.days,
          sent: echo.sent,
          stops: echo.stops,
          stopsShare: shareOf(echo.stops),
          complaints: echo.complaints,
          complaintsShare: shareOf(echo.complaints),
        })}
      </div>
      <div className="quiet">
        {t('outreach.rule', {
          sentMin: rule.sentMin,
          stopsMax: percent(rule.stopsShareMax),
          complaintsMax: percent(rule.complaintsShareMax),
        })}
      </div>
    </>
  );
}

export function PausePanel({ standing, onChanged, reload }: PausePanelProps) {
  const { t, time } = useLanguage();
  const { has } = useUser();
  const { busy, run } = useSend();
  const [asking, setAsking] = useState(false);
  const { paused } = standing.pause;
  const verb = paused === null ? 'pause' : 'resume';

  async function change(reason: string) {
    const answer = await run(() => send<OutreachStanding>('POST', `outreach/${verb}`, { reason }));
    setAsking(false);
    if (answer === null) return reload();
    onChanged(answer);
  }

  return (
    <>
      <Alert
        type={paused === null ? 'success' : 'warning'}
        showIcon
        className="gapBelow"
        title={
          paused === null
            ? t('outreach.running')
            : t(`outreach.paused.${paused.why}`, { by: paused.by, at: time(paused.at) })
        }
        description={
          <>
            {paused?.reason !== undefined && <div className="preLine">{paused.reason}</div>}
            <Echo rule={standing.rule} echo={standing.echo} />
          </>
        }
        action={
          has('supervisor') && (
            <Button danger={paused === null} onClick={() => setAsking(true)}>
              {t(`outreach.${verb}`)}
            </Button>
          )
        }
      />
      <ReasonModal
        open={asking}
        title={t(`outreach.${verb}Title`)}
        label={t('common.reason')}
        action={t(`outreach.${verb}`)}
        danger={paused === null}
        busy={busy}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) => void change(reason)}
      >
        <p className="quiet gapBelow">{t(`outreach.${verb}Hint`)}</p>
      </ReasonModal>
    </>
  );
}

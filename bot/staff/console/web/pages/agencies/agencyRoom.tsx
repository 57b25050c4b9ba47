// One agency: its entry and standing, the accounts placed with it, the complaints about it.
import { Alert, Button, Descriptions, Result, Tabs } from 'antd';
import { useState } from 'react';
import type { AgencyAnswer, AgencyView } from '../../../../contract';
import { pathOf, send } from '../../api/http';
import { useSend } from '../../api/useSend';
import { useLanguage } from '../../app/language';
import { ReasonModal } from '../../parts/modals/reasonModal';
import { PageHead } from '../../parts/pageHead';
import { StatusTag } from '../../parts/statusTag';
import { useUser } from '../../session/sessionContext';
import { AgencyForm } from './agencyForm';
import { Complaints } from './complaints';
import { Placements } from './placements';
import { toneOfStanding } from './standing';

interface AgencyRoomProps {
  readonly view: AgencyView | undefined;
  onChanged(view: AgencyView): void;
  reload(): void;
}

type Action = 'suspend' | 'resume' | 'end';

function Register({ view }: { readonly view: AgencyView }) {
  const { t, code, pick, language } = useLanguage();
  const { agency } = view;
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      size="small"
      items={[
        { key: 'phone', label: t('agencies.phone'), children: agency.phone },
        {
          key: 'period',
          label: t('agencies.period'),
          children: `${agency.authorisedFrom} – ${agency.authorisedUntil}`,
        },
        { key: 'licence', label: t('agencies.licence'), children: agency.licenceNumber || '—' },
        { key: 'paper', label: t('agencies.authorisation'), children: agency.authorisationNumber || '—' },
        { key: 'scope', label: t('agencies.scope'), children: pick(agency.scope) },
        {
          key: 'channels',
          label: t('agencies.channels'),
          children: agency.channels.map((channel) => code('channel', channel)).join(language === 'zh-CN' ? '、' : ', '),
        },
      ]}
    />
  );
}

export function AgencyRoom({ view, onChanged, reload }: AgencyRoomProps) {
  const { t, code, pick } = useLanguage();
  const { has } = useUser();
  const { busy, run } = useSend();
  const [action, setAction] = useState<Action | null>(null);
  const [editing, setEditing] = useState(false);
  if (view === undefined) return <Result status="404" title={t('common.notFound')} />;
  const { agency, standing } = view;
  const writes = has('supervisor', 'administrator') && standing !== 'ended';

  async function act(reason: string) {
    if (view === undefined || action === null) return;
    const answer = await run(() =>
      send<AgencyAnswer>('POST', pathOf(['agencies', view.agency.agencyId, action]), {
        reason,
        expectedVersion: view.version,
      }),
    );
    if (answer === null) return reload();
    onChanged(answer.agency);
    setAction(null);
  }

  return (
    <div className="page">
      <PageHead
        back={{ to: ['agencies'], name: t('menu.agencies') }}
        title={pick(agency.name)}
        hint={agency.agencyId}
        tags={<StatusTag tone={toneOfStanding[standing]}>{code('agency.standing', standing)}</StatusTag>}
        actions={
          writes && (
            <>
              <Button onClick={() => setEditing(true)}>{t('agencies.edit')}</Button>
              <Button onClick={() => setAction(agency.suspended ? 'resume' : 'suspend')}>
                {t(agency.suspended ? 'agencies.resume' : 'agencies.suspend')}
              </Button>
              <Button danger onClick={() => setAction('end')}>
                {t('agencies.end')}
              </Button>
            </>
          )
        }
      />
      {agency.suspended && agency.suspendedOn !== null && (
        <Alert
          type="warning"
          showIcon
          className="gapBelow"
          title={t('agencies.suspendedOn', { day: agency.suspendedOn })}
          description={
            agency.suspendedReason === null
              ? undefined
              : t(agency.suspendedReason === 'complaints' ? 'agencies.byComplaints' : 'agencies.byStaff')
          }
        />
      )}
      <div className="panel gapBelow">
        <Register view={view} />
      </div>
      <div className="panel">
        <Tabs
          items={[
            {
              key: 'placements',
              label: `${t('agencies.placements')} (${view.openPlacements})`,
              children: <Placements view={view} writes={writes} onChanged={reload} />,
            },
            {
              key: 'complaints',
              label: `${t('agencies.complaints')} (${view.openComplaints})`,
              children: (
                <Complaints
                  agencyId={agency.agencyId}
                  writes={has('supervisor', 'administrator')}
                  onAgency={onChanged}
                />
              ),
            },
          ]}
        />
      </div>
      {editing && (
        <AgencyForm
          view={view}
          onClose={() => setEditing(false)}
          onSaved={(saved) => {
            onChanged(saved);
            setEditing(false);
          }}
        />
      )}
      {action !== null && (
        <ReasonModal
          open
          title={`${t(`agencies.${action}`)}: ${pick(agency.name)}`}
          label={t('common.reason')}
          hint={t(`agencies.${action}Hint`)}
          action={t(`agencies.${action}`)}
          danger={action !== 'resume'}
          busy={busy}
          onCancel={() => setAction(null)}
          onConfirm={(reason) => void act(reason)}
        />
      )}
    </div>
  );
}

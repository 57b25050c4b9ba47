// Papers that a customer handed in for a case: name, type, size, when, and what is missing. Whoever works on it may open one.
import type { EvidenceList as Evidence } from '../../../contract';
import { apiAddress, pathOf } from '../api/http';
import { useLoad } from '../api/useLoad';
import { useLanguage } from '../app/language';
import { useUser } from '../session/sessionContext';
import { LoadedView } from './loadedView';

type Item = Evidence['items'][number];

const bytesOfKilobyte = 1024;

function EvidenceEntry({ item, caseNumber }: { readonly item: Item; readonly caseNumber: string }) {
  const { t, code, time } = useLanguage();
  const { has } = useUser();
  const kilobytes = Math.max(1, Math.round(item.bytes / bytesOfKilobyte));
  return (
    <div className="noteEntry">
      <div>{item.paper === null ? t('evidence.unnamed') : code('paper', item.paper)}</div>
      <div className="quiet small">
        {item.name} · {item.type.toUpperCase()} · {t('evidence.size', { kilobytes })} · {time(item.receivedAt)}
      </div>
      {has('agent', 'supervisor') && (
        <a href={apiAddress(pathOf(['cases', caseNumber, 'evidence', item.fileId]))} download>
          {t('evidence.open')}
        </a>
      )}
    </div>
  );
}

export function EvidenceList({ caseNumber }: { readonly caseNumber: string }) {
  const { t, code } = useLanguage();
  const loaded = useLoad<Evidence>(pathOf(['cases', caseNumber, 'evidence']));
  return (
    <section className="facts-section">
      <h3>
        {t('evidence.title')} <span className="quiet small">{t('evidence.hint')}</span>
      </h3>
      <LoadedView of={loaded}>
        {({ items, missing }) => (
          <>
            {items.length === 0 && <div className="quiet">{t('evidence.none')}</div>}
            {items.map((item) => (
              <EvidenceEntry key={item.fileId} item={item} caseNumber={caseNumber} />
            ))}
            {missing.length > 0 && (
              <div className="quiet small">
                {t('evidence.missing', { papers: missing.map((paper) => code('paper', paper)).join(' · ') })}
              </div>
            )}
          </>
        )}
      </LoadedView>
    </section>
  );
}

// What a version says, in plain words.
import type { PolicyKind, Reading } from '../../../../../contract';
import { pathOf } from '../../../api/http';
import { useLoad } from '../../../api/useLoad';
import { useLanguage } from '../../../app/language';
import { LoadedView } from '../../../parts/loadedView';

interface ReadingLinesProps {
  readonly kind: PolicyKind;
  readonly version: string;
  /** Changes when the version was saved, so that it is read again. */
  readonly round?: number;
}

export function ReadingLines({ kind, version, round = 0 }: ReadingLinesProps) {
  return <Lines key={round} kind={kind} version={version} />;
}

function Lines({ kind, version }: ReadingLinesProps) {
  const { t, pick } = useLanguage();
  const reading = useLoad<Reading>(pathOf(['policies', kind, version, 'reading']));
  return (
    <LoadedView of={reading} rows={5}>
      {({ lines }) =>
        lines.length === 0 ? (
          <p className="quiet">{t('policy.readingEmpty')}</p>
        ) : (
          <ul className="reading">
            {lines.map((line) => (
              <li key={line['en-US'] + line['zh-CN']} className="preLine">
                {pick(line)}
              </li>
            ))}
          </ul>
        )
      }
    </LoadedView>
  );
}

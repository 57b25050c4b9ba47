// The name of a list entry: its id, and for a segment whom it is for.
import type { ReactNode } from 'react';
import { useLanguage } from '../../../language';
import { useValueText } from './useValueText';

const idFields = ['segmentId', 'reliefRuleId', 'capId', 'id'] as const;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export function useEntryName(): (value: unknown, index: number) => ReactNode {
  const { language } = useLanguage();
  const valueText = useValueText();
  return (value, index) => {
    if (!isRecord(value)) return String(index + 1);
    const id = idFields.map((name) => value[name]).find((one) => typeof one === 'string' && one !== '');
    return (
      <>
        <strong>{typeof id === 'string' ? id : `#${index + 1}`}</strong>{' '}
        <span className="quiet small">{summary(value, language, valueText)}</span>
      </>
    );
  };
}

function summary(
  value: Record<string, unknown>,
  language: string,
  valueText: (value: unknown, unit: string | null) => string,
): string {
  const { title, reason, text, daysPastDueMin, daysPastDueMax, balanceFenMin, balanceFenMax } = value;
  if (typeof daysPastDueMin === 'number' && typeof daysPastDueMax === 'number')
    return `${daysPastDueMin}–${valueText(daysPastDueMax, 'days')} · ${valueText(balanceFenMin, 'fen')} – ${valueText(balanceFenMax, 'fen')}`;
  for (const words of [title, reason, text]) {
    if (!isRecord(words)) continue;
    const found = words[language] ?? words[language === 'zh-CN' ? 'zh' : 'en'];
    if (typeof found === 'string') return found.length > 80 ? `${found.slice(0, 80)}…` : found;
  }
  return '';
}

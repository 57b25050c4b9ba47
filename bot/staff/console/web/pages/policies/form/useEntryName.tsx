// The name of a list entry: its id, and for a segment whom it is for.
import type { ReactNode } from 'react';
import { useLanguage } from '../../../app/language';
import { entryId, isRecord } from './entryId';
import { useRangeText, useValueText } from './useValueText';

/** As many days as no account reaches: the segment has no upper end. */
const daysUnlimited = 36_500;

export function useEntryName(): (value: unknown, index: number) => ReactNode {
  const { t, language } = useLanguage();
  const valueText = useValueText();
  const rangeText = useRangeText();
  const whom = (value: Record<string, unknown>): string | null => {
    const { daysPastDueMin: from, daysPastDueMax: until, balanceFenMin: low, balanceFenMax: high } = value;
    if (typeof from !== 'number' || typeof until !== 'number') return null;
    const days =
      until >= daysUnlimited ? t('policy.from', { min: valueText(from, 'days') }) : rangeText(from, until, 'days');
    return typeof low === 'number' && typeof high === 'number' ? `${days} · ${rangeText(low, high, 'fen')}` : days;
  };
  return (value, index) => {
    if (!isRecord(value)) return String(index + 1);
    return (
      <>
        <strong>{entryId(value) ?? `#${index + 1}`}</strong>{' '}
        <span className="quiet small">{whom(value) ?? wordsOf(value, language)}</span>
      </>
    );
  };
}

function wordsOf({ title, reason, text }: Record<string, unknown>, language: string): string {
  for (const words of [title, reason, text]) {
    if (!isRecord(words)) continue;
    const found = words[language] ?? words[language === 'zh-CN' ? 'zh' : 'en'];
    if (typeof found === 'string') return found.length > 80 ? `${found.slice(0, 80)}…` : found;
  }
  return '';
}

// A value of a policy as one reads it: with its unit, lists with commas, nothing as a dash.
import { useCallback } from 'react';
import { useLanguage } from '../../../app/language';
import { shown, unitView } from './units';

type Unit = string | null | undefined;
export type ValueText = (value: unknown, unit: Unit) => string;

/** A number with its unit: "1 day", "36,500 days", "0.3% a month". */
function useQuantityText(): (value: number, unit: Unit) => string {
  const { t, number } = useLanguage();
  return useCallback(
    (value, unit) => {
      const { suffix, counted, decimals } = unitView(unit);
      if (counted !== null) return t(counted, { count: shown(value, unit) });
      const text = number(shown(value, unit), decimals);
      return suffix === null ? text : `${text}${suffix === 'unit.yuan' ? ' ' : ''}${t(suffix)}`;
    },
    [t, number],
  );
}

export function useValueText(): ValueText {
  const { t, code, number, language } = useLanguage();
  const quantity = useQuantityText();
  return useCallback(
    (value, unit) => {
      const one = (item: unknown): string => {
        if (item === null || item === undefined || item === '') return '—';
        if (typeof item === 'boolean') return t(item ? 'policy.value.true' : 'policy.value.false');
        if (typeof item === 'string') return code('enum', item);
        return typeof item === 'number' ? quantity(item, unit) : JSON.stringify(item, null, 1);
      };
      if (!Array.isArray(value)) return one(value);
      if (value.length === 0) return '—';
      // Eight numbers of months need the word once, at their end.
      const onceAtTheEnd = unitView(unit).counted !== null;
      const texts = value.map((item, index) =>
        onceAtTheEnd && typeof item === 'number' && index < value.length - 1 ? number(item) : one(item),
      );
      return texts.join(language === 'zh-CN' ? '、' : ', ');
    },
    [t, code, number, language, quantity],
  );
}

/** From one value to another with the unit once: "1–60 days". */
export function useRangeText(): (low: number, high: number, unit: Unit) => string {
  const { number } = useLanguage();
  const quantity = useQuantityText();
  return (low, high, unit) => `${number(shown(low, unit), unitView(unit).decimals)}–${quantity(high, unit)}`;
}

// A value of a policy as one reads it: with its unit, lists with commas, nothing as a dash.
import { useCallback } from 'react';
import { useLanguage } from '../../../language';
import { shown, unitView } from './units';

export type ValueText = (value: unknown, unit: string | null | undefined) => string;

export function useValueText(): ValueText {
  const { t, code, number, language } = useLanguage();
  return useCallback(
    (value, unit) => {
      const one = (item: unknown): string => {
        if (item === null || item === undefined || item === '') return '—';
        if (typeof item === 'boolean') return t(item ? 'policy.value.true' : 'policy.value.false');
        if (typeof item === 'string') return code('enum', item);
        if (typeof item !== 'number') return JSON.stringify(item, null, 1);
        const { suffix, decimals } = unitView(unit);
        const text = number(shown(item, unit), decimals);
        return suffix === null ? text : `${text}${suffix === 'unit.percent' ? '' : ' '}${t(suffix)}`;
      };
      if (!Array.isArray(value)) return one(value);
      if (value.length === 0) return '—';
      return value.map(one).join(language === 'zh-CN' ? '、' : ', ');
    },
    [t, code, number, language],
  );
}

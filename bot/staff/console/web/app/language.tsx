// The language of the console: kept in this browser, switched at once, with numbers and dates written its way.
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Bilingual } from '../../../contract';
import { type Formats, formatsOf } from './formats';
import { isTextKey, type Language, type TextValues, type Translate, translate } from './text';

interface LanguageTools extends Formats {
  readonly language: Language;
  setLanguage(language: Language): void;
  /** The zone (IANA name) in which times are shown. */
  setTimeZone(timeZone: string): void;
  readonly t: Translate;
  /** Words for a code of the server ("case.kind" + "dispute"); the code itself where there are none. */
  code(prefix: string, value: string): string;
  /** The right one of two texts that the server sent. */
  pick(text: Bilingual): string;
}

const storageKey = 'console.language';

function rememberedLanguage(): Language {
  const kept = localStorage.getItem(storageKey);
  if (kept === 'zh-CN' || kept === 'en-US') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US';
}

const Context = createContext<LanguageTools | null>(null);

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, choose] = useState<Language>(rememberedLanguage);
  const [timeZone, setTimeZone] = useState<string | null>(null);
  const tools = useMemo((): LanguageTools => {
    const t: Translate = (key, values?: TextValues) => translate(language, key, values);
    return {
      ...formatsOf(language, timeZone),
      language,
      setLanguage(next) {
        localStorage.setItem(storageKey, next);
        choose(next);
      },
      setTimeZone,
      t,
      code(prefix, value) {
        const key = `${prefix}.${value}`;
        return isTextKey(key) ? t(key) : value;
      },
      pick: (text) => text[language] || text['zh-CN'] || text['en-US'],
    };
  }, [language, timeZone]);
  return <Context value={tools}>{children}</Context>;
}

export function useLanguage(): LanguageTools {
  const tools = useContext(Context);
  if (tools === null) throw new Error('useLanguage needs LanguageProvider');
  return tools;
}

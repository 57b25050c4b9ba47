// A state in a word and a colour; the word alone says it too.
import { Tag } from 'antd';
import type { ReactNode } from 'react';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet';
const colourOf: Record<Tone, string> = { good: 'green', warn: 'gold', bad: 'red', info: 'blue', quiet: 'default' };

export function StatusTag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <Tag color={colourOf[tone]} className={`tag tag-${tone}`}>
      {children}
    </Tag>
  );
}

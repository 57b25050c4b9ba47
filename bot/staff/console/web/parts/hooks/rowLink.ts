// A table row that opens something, with the mouse and with the keyboard.
import type { HTMLAttributes, KeyboardEvent } from 'react';

export function rowOpens(label: string, open: () => void): HTMLAttributes<HTMLElement> {
  return {
    className: 'clickable',
    tabIndex: 0,
    'aria-label': label,
    onClick: open,
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      open();
    },
  };
}

// An empty list says so, and what would fill it.
import { Empty } from 'antd';
import type { ReactNode } from 'react';

export function EmptyNote({ text, action }: { readonly text: string; readonly action?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text}>
      {action}
    </Empty>
  );
}

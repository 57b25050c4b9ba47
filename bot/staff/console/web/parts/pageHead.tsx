// A page's heading: where one came from, what it is, one line about it, and its actions at the right.
import { ArrowLeftOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from '../app/router';

interface PageHeadProps {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  readonly back?: { readonly to: readonly string[]; readonly name: string };
  readonly tags?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHead({ title, hint, back, tags, actions }: PageHeadProps) {
  return (
    <header className="pageHead">
      <div className="pageHeadText">
        {back !== undefined && (
          <Link to={back.to} className="backLink">
            <ArrowLeftOutlined /> {back.name}
          </Link>
        )}
        <div className="pageTitle">
          <h1>{title}</h1>
          {tags}
        </div>
        {hint !== undefined && <p className="quiet">{hint}</p>}
      </div>
      {actions !== undefined && <div className="pageActions">{actions}</div>}
    </header>
  );
}

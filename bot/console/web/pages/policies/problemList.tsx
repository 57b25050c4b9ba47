// All that is wrong, each leading to its field.
import { CheckCircleOutlined, LoadingOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { PolicySchema, ProblemDetail } from '../../../contract';
import { useLanguage } from '../../language';
import { localised, schemaAt } from './form/formSchema';

interface ProblemListProps {
  readonly problems: readonly ProblemDetail[];
  readonly checking: boolean;
  readonly schema: PolicySchema;
}

function goTo(path: string): void {
  const id = ['root', ...path.split('.').filter(Boolean)].join('_');
  const field = document.getElementById(id) ?? document.getElementById(`${id}__group`);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}

export function ProblemList({ problems, checking, schema }: ProblemListProps) {
  const { t, pick, language } = useLanguage();
  const words = localised(schema.jsonSchema, language, (value) => value);
  const nameOf = (path: string) => schemaAt(words, path.split('.').filter(Boolean))?.title ?? path;
  return (
    <section className="panel" aria-live="polite">
      <h2 className="row">
        {checking ? <LoadingOutlined /> : problems.length > 0 ? <WarningOutlined /> : <CheckCircleOutlined />}
        {problems.length > 0 ? t('policy.problems', { count: problems.length }) : t('policy.noProblems')}
      </h2>
      {problems.length > 0 && (
        <>
          <p className="quiet small">{t('policy.problemsHint')}</p>
          <ul className="problems">
            {problems.map((problem) => (
              <li key={problem.path + problem.message['en-US']}>
                <Button type="link" size="small" className="problemLink" onClick={() => goTo(problem.path)}>
                  {nameOf(problem.path)}
                </Button>
                <div>{pick(problem.message)}</div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

// All that is wrong, each leading to its field.
import { CheckCircleOutlined, LoadingOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { PolicySchema, ProblemDetail } from '../../../../../contract';
import { useLanguage } from '../../../app/language';
import { fieldName } from '../form/fieldName';
import { localised } from '../form/formSchema';
import { goToField } from '../form/goToField';

interface ProblemListProps {
  readonly problems: readonly ProblemDetail[];
  readonly checking: boolean;
  readonly schema: PolicySchema;
  /** What the form holds now: it names the entries of its lists. */
  readonly value: unknown;
}

export function ProblemList({ problems, checking, schema, value }: ProblemListProps) {
  const { t, pick, language } = useLanguage();
  const words = localised(schema.jsonSchema, language, (choice) => choice);
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
                <Button type="link" size="small" className="problemLink" onClick={() => goToField(problem.path)}>
                  {fieldName(words, value, problem.path)}
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

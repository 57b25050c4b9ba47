// The form of a policy, drawn from the schema that also checks it.

import { generateTheme } from '@rjsf/antd';
import Form from '@rjsf/core';
import { useMemo } from 'react';
import type { PolicySchema, ProblemDetail } from '../../../../../contract';
import { useLanguage } from '../../../app/language';
import { atFields } from './fieldProblems';
import type { FormContext } from './formContext';
import { localised, uiFor, withServerSettings } from './formSchema';
import { FieldTemplate } from './templates/fieldTemplate';
import { ListEntryTemplate } from './templates/listEntryTemplate';
import { ListTemplate } from './templates/listTemplate';
import { ObjectTemplate } from './templates/objectTemplate';
import { validator } from './validator';
import { AmountWidget } from './widgets/amountWidget';
import { ChoiceOfForm } from './widgets/choiceOfForm';
import { ChoiceWidget } from './widgets/choiceWidget';
import { ScalarList } from './widgets/scalarList';
import { WordsWidget } from './widgets/wordsWidget';
import { YesNoWidget } from './widgets/yesNoWidget';

const base = generateTheme();
const widgets = {
  ...base.widgets,
  amount: AmountWidget,
  words: WordsWidget,
  yesNo: YesNoWidget,
  SelectWidget: ChoiceWidget,
};
const fields = { ...base.fields, scalarList: ScalarList };
const templates = {
  ...base.templates,
  FieldTemplate,
  ObjectFieldTemplate: ObjectTemplate,
  ArrayFieldTemplate: ListTemplate,
  ArrayFieldItemTemplate: ListEntryTemplate,
  MultiSchemaFieldTemplate: ChoiceOfForm,
};

interface PolicyFormProps {
  readonly schema: PolicySchema;
  readonly value: unknown;
  readonly problems: readonly ProblemDetail[];
  /** Null shows the values without letting them be changed. */
  readonly onChange: ((value: unknown) => void) | null;
}

export function PolicyForm({ schema, value, problems, onChange }: PolicyFormProps) {
  const { language, pick, code } = useLanguage();
  const drawn = useMemo(
    () => localised(schema.jsonSchema, language, (choice) => code('enum', choice)),
    [schema, language, code],
  );
  const uiSchema = useMemo(
    () => ({
      ...withServerSettings(uiFor(drawn, schema.readOnly), schema.uiSchema),
      'ui:submitButtonOptions': { norender: true },
    }),
    [drawn, schema],
  );
  const extraErrors = useMemo(() => atFields(problems, pick), [problems, pick]);
  const formContext = useMemo((): FormContext => ({ problemPaths: problems.map(({ path }) => path) }), [problems]);
  return (
    <Form
      className="policyForm ant-form ant-form-vertical"
      schema={drawn}
      uiSchema={uiSchema}
      formData={value}
      validator={validator}
      widgets={widgets}
      fields={fields}
      templates={templates}
      formContext={formContext}
      extraErrors={extraErrors}
      showErrorList={false}
      noValidate
      noHtml5Validate
      readonly={onChange === null}
      experimental_defaultFormStateBehavior={{ emptyObjectFields: 'skipDefaults' }}
      onChange={({ formData }) => onChange?.(formData)}
    />
  );
}

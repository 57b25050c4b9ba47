// A list of entries, each folded under its name; an entry with a problem is marked and open. Long lists can be searched.
import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import type { ArrayFieldTemplateProps } from '@rjsf/utils';
import { Button, Collapse, Input } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../../../app/language';
import { StatusTag } from '../../../../parts/statusTag';
import { type FormContext, noContext } from '../formContext';
import { useEntryName } from '../useEntryName';

const searchedFrom = 8;
/** A list with no more entries than this stands open. */
export const openedMax = 3;

export function ListTemplate(props: ArrayFieldTemplateProps) {
  const { items, title, schema, fieldPathId, canAdd, readonly, disabled, onAddClick, formData, registry } = props;
  const { t } = useLanguage();
  const entryName = useEntryName();
  const [opened, setOpened] = useState<readonly string[]>(() =>
    items.length <= openedMax ? items.map((_, i) => String(i)) : [],
  );
  const [wanted, setWanted] = useState('');
  const { problemPaths } = (registry.formContext ?? noContext) as FormContext;
  const values: readonly unknown[] = Array.isArray(formData) ? formData : [];
  const prefix = [...fieldPathId.path, ''].join('.');
  const hasProblem = (index: number) => {
    const own = `${prefix}${index}`;
    return problemPaths.some((path) => path === own || path.startsWith(`${own}.`));
  };
  const matches = (index: number) =>
    wanted === '' ||
    JSON.stringify(values[index] ?? '')
      .toLowerCase()
      .includes(wanted.toLowerCase());
  const shown = items.flatMap((item, index) => (matches(index) ? [{ item, index }] : []));
  const withProblems = shown.filter(({ index }) => hasProblem(index)).map(({ index }) => String(index));
  const editable = readonly !== true && disabled !== true;
  return (
    <fieldset id={fieldPathId.$id} className="group groupInner">
      <div className="listHead">
        {title !== '' && <legend>{title}</legend>}
        <span className="quiet small">{t('policy.items', { count: items.length })}</span>
        {items.length > searchedFrom && (
          <Input
            size="small"
            className="listSearch"
            prefix={<SearchOutlined />}
            allowClear
            placeholder={t('policy.search')}
            aria-label={t('policy.search')}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        )}
      </div>
      {schema.description !== undefined && <p className="quiet small">{schema.description}</p>}
      <Collapse
        className="listEntries"
        size="small"
        destroyOnHidden
        activeKey={[...new Set([...opened, ...withProblems])]}
        onChange={(keys) => setOpened(Array.isArray(keys) ? keys : [keys])}
        items={shown.map(({ item, index }) => ({
          key: String(index),
          id: `${fieldPathId.$id}_${index}__entry`,
          label: entryName(values[index], index),
          extra: hasProblem(index) ? <StatusTag tone="bad">!</StatusTag> : null,
          children: item,
        }))}
      />
      {editable && canAdd === true && (
        <Button
          type="dashed"
          icon={<PlusOutlined />}
          className="listAdd"
          onClick={(event) => {
            onAddClick(event);
            setOpened([...opened, String(items.length)]);
          }}
        >
          {t('policy.addItem')}
        </Button>
      )}
    </fieldset>
  );
}

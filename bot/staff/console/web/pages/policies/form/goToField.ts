// Brings a field, or a group of fields, into sight and puts the focus there.

/** `path` is dotted, with the places of list entries as numbers. */
export function goToField(path: string, block: 'center' | 'start' = 'center'): void {
  const id = ['root', ...path.split('.').filter(Boolean)].join('_');
  const field = [id, `${id}__entry`, `${id}__group`].map((one) => document.getElementById(one)).find(Boolean);
  // An entry of a list is called by its head line, which must be seen too.
  const seen = block === 'start' ? (field?.closest('.ant-collapse-item') ?? field) : field;
  seen?.scrollIntoView({ block });
  field?.focus({ preventScroll: true });
}

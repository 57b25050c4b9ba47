// What a list entry is called by: the segment, rule, cap or answer that it is.
const idFields = ['segmentId', 'reliefRuleId', 'capId', 'id'] as const;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export function entryId(entry: unknown): string | undefined {
  if (!isRecord(entry)) return undefined;
  const found = idFields.map((name) => entry[name]).find((one) => typeof one === 'string' && one !== '');
  return typeof found === 'string' ? found : undefined;
}

// Small sums over lists of numbers.

export const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** 0 of an empty list. */
export const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : total(numbers) / numbers.length;

/** The share of the list that holds; `empty` when there is nothing to count. */
export const shareWhere = <T>(items: readonly T[], holds: (item: T) => boolean, empty = 0): number =>
  items.length === 0 ? empty : items.filter(holds).length / items.length;

/** The number below which the share `chance` of the list lies (nearest rank); 0 of an empty list. */
export function percentile(numbers: readonly number[], chance: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(chance * sorted.length) - 1))] ?? 0;
}

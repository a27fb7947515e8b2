/** A list with another item in a place. */
export const replaced = <T>(items: readonly T[], index: number, item: T): readonly T[] =>
  items.map((each, i) => (i === index ? item : each));

/** A list with an item moved to another place. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined) return items;
  const others = items.filter((_, i) => i !== from);
  return [...others.slice(0, to), item, ...others.slice(to)];
}

/** A list without an item. */
export const removed = <T>(items: readonly T[], index: number): readonly T[] => items.filter((_, i) => i !== index);

/** A list with an item put before the one of a place. */
export const inserted = <T>(items: readonly T[], index: number, item: T): readonly T[] => [
  ...items.slice(0, index),
  item,
  ...items.slice(index),
];

type Loose = Readonly<Record<string, unknown>>;

/** Two values of JSON, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
  }
  const [left, right] = [a as Loose, b as Loose];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]));
}

/** A row without the numbers that may follow from where it stands. */
export function withoutNumbers(row: unknown): unknown {
  const { number, rows, ...rest } = row as { readonly number?: string; readonly rows?: readonly unknown[] };
  return { ...rest, ...(number === "" ? { number } : {}), ...(rows === undefined ? {} : { rows: rows.map(withoutNumbers) }) };
}

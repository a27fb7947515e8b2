import type { ErrorObject, ValidateFunction } from "ajv";

/** Values and characters of a body of some 64 KiB: below it every fault may be gathered. */
const mostGathered = { values: 20_000, characters: 64 * 1024 } as const;

/**
 * A check of values of the outside by one JSON Schema, which a hostile value cannot make expensive: it stops at the
 * first fault (ajv looks at `maxItems` and `required` before it visits what is inside), and only of a small value are
 * all faults gathered. Faults are not kept by the validators afterwards.
 * @param compile compiles the schema with ajv's `allErrors` as given; called once for each, when it is first needed
 * @returns the faults of a value, none when it fits; defaults and coercions of the schema are applied to the value
 */
export function faultsBySchema(compile: (allErrors: boolean) => ValidateFunction): (value: unknown) => readonly ErrorObject[] {
  let first: ValidateFunction | undefined;
  let every: ValidateFunction | undefined;
  const faultsOf = (check: ValidateFunction, value: unknown): readonly ErrorObject[] => {
    if (check(value)) return [];
    const faults = check.errors ?? [];
    check.errors = null;
    return faults;
  };
  return (value) => {
    first ??= compile(false);
    const faults = faultsOf(first, value);
    if (faults.length === 0 || !isSmall(value)) return faults;
    every ??= compile(true);
    return faultsOf(every, value);
  };
}

/** Whether a value is small enough to gather every fault; looks no further than the bounds. */
function isSmall(value: unknown): boolean {
  let { values, characters } = mostGathered as { values: number; characters: number };
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const at = waiting.pop();
    if (typeof at === "string") characters -= at.length;
    else if (Array.isArray(at)) {
      values -= at.length;
      if (values >= 0) for (const item of at) waiting.push(item);
    } else if (typeof at === "object" && at !== null) {
      for (const key in at) {
        characters -= key.length;
        values -= 1;
        if (values < 0 || characters < 0) return false;
        waiting.push(Reflect.get(at, key));
      }
    }
    if (values < 0 || characters < 0) return false;
  }
  return true;
}

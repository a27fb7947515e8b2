/** What a unit of measure measures, as powers of base quantities (`{mass: 1, area: -1}`), and how many base units it is. */
export interface UnitOfMeasure {
  readonly dimension: Readonly<Record<string, number>>;
  readonly factor: number;
}

const table: readonly (readonly [quantity: string, factor: number, names: readonly string[]])[] = [
  ["money", 1, ["đồng", "đ", "vnđ", "vnd", "việt nam đồng"]],
  ["usd", 1, ["usd", "đô la mỹ"]],
  ["area", 1, ["m2", "m²", "mét vuông"]],
  ["area", 1e4, ["ha", "hecta", "héc ta", "héc-ta"]],
  ["area", 1e6, ["km2", "km²"]],
  ["volume", 1, ["m3", "m³", "mét khối"]],
  ["volume", 1e-3, ["lít", "l"]],
  ["length", 1, ["m", "mét"]],
  ["length", 1e3, ["km"]],
  ["mass", 1e-3, ["g", "gam"]],
  ["mass", 1, ["kg", "ki-lô-gam"]],
  ["mass", 10, ["yến"]],
  ["mass", 100, ["tạ"]],
  ["mass", 1e3, ["tấn"]],
  ["energy", 1, ["kwh"]],
  ["energy", 1e3, ["mwh"]],
  ["percent", 1, ["%", "phần trăm"]],
];

const known = new Map(
  table.flatMap(([quantity, factor, names]) => names.map((name) => [name, { dimension: { [quantity]: 1 }, factor }] as const)),
);

const multiples: readonly (readonly [RegExp, number])[] = [
  [/^trăm /, 1e2],
  [/^(?:1\.?000|nghìn|ngàn) /, 1e3],
  [/^(?:1\.?000\.?000|triệu) /, 1e6],
  [/^(?:tỷ|tỉ) /, 1e9],
];

/**
 * Reads a unit of measure as it is printed: multiples ("triệu đồng", "1000 tấn") and quotients ("tạ/ha") of the units
 * known; any other text ("hồ sơ", "người") measures itself. Case and blanks count for nothing.
 */
export function unitOfMeasure(text: string): UnitOfMeasure {
  const plain = text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  const slash = plain.lastIndexOf("/");
  if (slash > 0 && slash < plain.length - 1) return quotient(unitOfMeasure(plain.slice(0, slash)), unitOfMeasure(plain.slice(slash + 1)));
  for (const [pattern, factor] of multiples) {
    const rest = plain.replace(pattern, "");
    if (rest === plain) continue;
    const unit = unitOfMeasure(rest);
    return { dimension: unit.dimension, factor: unit.factor * factor };
  }
  return known.get(plain) ?? { dimension: { [plain]: 1 }, factor: 1 };
}

/** Dimensions with the exponents of the second taken away (`sign` −1) or added; those that cancel out are gone. */
export function combined(a: UnitOfMeasure["dimension"], b: UnitOfMeasure["dimension"], sign: 1 | -1): UnitOfMeasure["dimension"] {
  const powers = new Map(Object.entries(a));
  for (const [quantity, power] of Object.entries(b)) powers.set(quantity, (powers.get(quantity) ?? 0) + sign * power);
  return Object.fromEntries([...powers].filter(([, power]) => power !== 0).sort(([x], [y]) => (x < y ? -1 : 1)));
}

const quotient = (a: UnitOfMeasure, b: UnitOfMeasure): UnitOfMeasure => ({
  dimension: combined(a.dimension, b.dimension, -1),
  factor: a.factor / b.factor,
});

/** Whether two units measure the same, however large. */
export const sameDimension = (a: UnitOfMeasure["dimension"], b: UnitOfMeasure["dimension"]): boolean =>
  Object.keys(combined(a, b, -1)).length === 0;

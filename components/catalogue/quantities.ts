/** Dimensions with a name of their own in the catalogue (`measure.dimension`), in the order of their headings. */
export const quantities = [
  "money",
  "usd",
  "percent",
  "people",
  "area",
  "length",
  "volume",
  "mass",
  "massPerArea",
  "energy",
  "containers",
] as const;
export type Quantity = (typeof quantities)[number];

export const isQuantity = (dimension: string): dimension is Quantity => (quantities as readonly string[]).includes(dimension);

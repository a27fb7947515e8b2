/** Parameters of a page's address, as Next gives them. */
export type AddressQuery = Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unkept = /[\u0000-\u001f\u007f]|\p{Surrogate}/gu;

/**
 * One parameter: the first where it is repeated, `""` where it is absent; without characters that nobody types and
 * Postgres does not keep.
 */
export const one = (value: string | readonly string[] | undefined): string =>
  (typeof value === "string" ? value : (value?.[0] ?? "")).replaceAll(unkept, "");

/** A page number of an address; 1 for anything else. */
export const pageNumber = (text: string): number => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1);

/** An address of a path and parameters; empty parameters are left out. */
export const address = (path: string, params: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== "")).toString();
  return query === "" ? path : `${path}?${query}`;
};

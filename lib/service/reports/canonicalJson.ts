/**
 * One text for one value: members sorted by their UTF-16 code units, no spaces, numbers as ECMAScript writes them
 * (RFC 8785). What is undefined is left out, as in JSON. The hash of a sent report is taken of this text, so that the
 * order in which a database gives members back does not matter.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value);
}

/** Longest code of a template (lib/template/template.schema.json). */
const longest = 40;
/** Forks of one template in one library under codes made for them; beyond, a code is to be given. */
const mostForks = 50;

/**
 * Codes to propose for a fork, in the order to try them: the origin's with the code of the unit that forks
 * (`06-VPCP-KSTT-917`), then numbered. They fit the schema of templates.
 */
export function forkCodes(code: string, unitCode: string): readonly string[] {
  const unit = unitCode
    .toUpperCase()
    .replaceAll(/[^A-Z0-9._-]/g, "")
    .slice(0, 20);
  const ending = unit === "" || code.endsWith(`-${unit}`) ? "" : `-${unit}`;
  return Array.from({ length: mostForks }, (_, index) => {
    const suffix = index === 0 ? ending : `${ending}-${index + 1}`;
    return `${code.slice(0, longest - suffix.length)}${suffix}`;
  });
}

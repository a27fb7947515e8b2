/**
 * Something wrong that a person is told about: a code of the message catalogue (`lib/messages`), what the
 * message names, and the place, as an id path that a screen can jump to.
 */
export interface Problem {
  /** Key in the catalogue, by room: `formula.unknownName`, `report.staleRevision`. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Id path: `t1.r03.c5`, `t1.c5`, `f.dan_so`, `n.n1`, or a JSON pointer of a request; `""` for the whole. */
  readonly at: string;
  readonly severity: "error" | "warning";
  /** Character span within the formula at `at`, 0-based, end exclusive, where the problem is inside one. */
  readonly span?: { readonly from: number; readonly to: number };
}

import type { Entry } from "@/lib/form/content";
import type { Problem } from "@/lib/problem";
import { problemFrom } from "@/lib/service/refusal";
import type { SaveInput } from "@/lib/service/types";
import { type FlatRow, flatRows, listsOf, repeatOf, type Template, tablesOf } from "@/lib/template";
import { checkNarrative } from "./checkNarrative";

/** Entries of one list or repeated row where the template sets no limit. */
const mostEntries = 2000;

/**
 * What is wrong in a save besides its cells, which the form judges: sections and lists that the template has not, rich
 * text that is none (`report.badNarrative`), entries that are too many, of one id, or without a proper id.
 */
export function checkSave(template: Template, { narrative = {}, entries = {} }: SaveInput): readonly Problem[] {
  const problems: Problem[] = [];
  const sections = new Map(template.blocks.flatMap((block) => (block.kind === "narrative" ? [[block.id, block] as const] : [])));
  for (const [id, doc] of Object.entries(narrative)) {
    const at = `n.${id}`;
    if (!sections.has(id)) problems.push(problemFrom({ code: "report.unknownSection", params: { section: id }, at }));
    else problems.push(...checkNarrative(doc, at));
  }
  const limits = entryLimits(template);
  for (const [of, list] of Object.entries(entries)) {
    const limit = limits.get(of);
    if (limit === undefined) problems.push(problemFrom({ code: "report.unknownEntries", params: { list: of }, at: `e.${of}` }));
    else problems.push(...checkEntries(list, `e.${of}`, limit));
  }
  return problems;
}

/** The most entries of each list (`l1`) and repeated row (`t1.r01`). */
function entryLimits(template: Template): ReadonlyMap<string, number> {
  const limits = new Map<string, number>();
  for (const { id, max } of listsOf(template)) limits.set(id, max ?? mostEntries);
  for (const table of tablesOf(template)) {
    for (const { row } of flatRows(table) satisfies readonly FlatRow[]) {
      const repeat = repeatOf(row);
      if (repeat?.by === "entries") limits.set(`${table.id}.${row.id}`, repeat.max ?? mostEntries);
    }
  }
  return limits;
}

function checkEntries(list: readonly Entry[], at: string, limit: number): readonly Problem[] {
  if (list.length > limit) return [problemFrom({ code: "report.tooManyEntries", params: { limit, count: list.length }, at })];
  const seen = new Set<string>();
  return list.flatMap(({ id }) => {
    const repeated = seen.has(id);
    seen.add(id);
    if (!/^[A-Za-z0-9_-]{1,36}$/.test(id)) return [problemFrom({ code: "report.badEntryId", params: { id }, at })];
    return repeated ? [problemFrom({ code: "report.repeatedEntry", params: { id }, at })] : [];
  });
}

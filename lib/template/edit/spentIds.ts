import type { Column, Row, Template } from "@/lib/template";
import { idsIn } from "./tableShape";

/**
 * The numbers that ids of published versions of a template were counted up to, by scope and prefix. Reports and the
 * functions that read other periods find figures by ids: an id that was published once is never another part's, though
 * its own part was taken away since. Scopes are `blocks`, `fields` (of all groups) and, after `in `, a table or list.
 */
export type SpentIds = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * What is spent of a template being edited. It is no part of the document, and is handed on from each state of a draft
 * to the next.
 */
const known = new WeakMap<Template, SpentIds>();

/** Tells which ids a draft's new parts may not bear; whatever is made of this template by editing knows it too. */
export function rememberSpentIds(template: Template, spent: SpentIds): void {
  known.set(template, spent);
}

/** Tells that one template was made of another by editing. */
export function handSpentIdsOn(from: Template, to: Template): void {
  const spent = known.get(from);
  if (spent && from !== to) known.set(to, spent);
}

/** The highest number of a prefix that was published in a scope; 0 where none was. */
export function highestSpent(template: Template, scope: string, prefix: string): number {
  const spent = known.get(template) ?? {};
  const ofScope = Object.hasOwn(spent, scope) ? (spent[scope] ?? {}) : {};
  return Object.hasOwn(ofScope, prefix) ? (ofScope[prefix] ?? 0) : 0;
}

const counted = /^(.*\D)(\d{1,9})$/;

/** Whether an id may have been that of a part of a published version. */
export function isSpent(template: Template, scope: string, id: string): boolean {
  const [, prefix, number] = counted.exec(id) ?? [];
  return prefix !== undefined && Number(number) <= highestSpent(template, scope, prefix);
}

/** What published versions of a template have spent, with what is known of others of them. */
export function spentIdsOf(versions: readonly Template[], others: SpentIds = {}): SpentIds {
  const scopes = new Map(Object.entries(others).map(([scope, numbers]) => [scope, new Map(Object.entries(numbers))]));
  const note = (scope: string, ids: readonly string[]): void => {
    const numbers = scopes.get(scope) ?? new Map<string, number>();
    for (const id of ids) {
      const [, prefix, number] = counted.exec(id) ?? [];
      if (prefix !== undefined) numbers.set(prefix, Math.max(numbers.get(prefix) ?? 0, Number(number)));
    }
    if (numbers.size > 0) scopes.set(scope, numbers);
  };
  const idsOf = (parts: readonly { readonly id: string }[]): readonly string[] => parts.map(({ id }) => id);
  for (const { blocks } of versions) {
    note("blocks", idsOf(blocks));
    for (const block of blocks) {
      if (block.kind === "fields") note("fields", idsOf(block.fields));
      if (block.kind === "list") note(scopeIn(block.id), idsOf(block.columns));
      if (block.kind !== "table") continue;
      note(scopeIn(block.id), [...([...block.columns, ...block.rows] as (Row | Column)[]).flatMap(idsIn), ...idsOf(block.checks ?? [])]);
    }
  }
  return Object.fromEntries([...scopes].map(([scope, numbers]) => [scope, Object.fromEntries(numbers)]));
}

/** The scope of what stands in a table or list. */
export const scopeIn = (block: string): string => `in ${block}`;

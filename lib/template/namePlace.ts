import type { PlaceKind, PlacePart } from "@/lib/messages";
import type { Template } from "./template.types";
import { fieldsOf, flatRows, leafColumns } from "./walk";

/**
 * A namer of places for `say` (`lib/messages`) that knows the parts of this template: tells rows from columns and
 * rules whatever their ids, and shows the codes that formulas show. Undefined for a path that is not the template's.
 */
export function namePlaceIn(template: Template): (at: string) => readonly PlacePart[] | undefined {
  const names = new Map<string, PlacePart>();
  const note = (path: string, kind: PlaceKind, id: string, code?: string): void => {
    names.set(path, { kind, id: code ?? id });
  };
  for (const field of fieldsOf(template)) note(`f.${field.id}`, "field", field.id, field.code);
  for (const block of template.blocks) {
    if (block.kind === "narrative") note(`n.${block.id}`, "narrative", block.id);
    else if (block.kind === "list") {
      note(block.id, "list", block.id);
      for (const column of block.columns) note(`${block.id}.${column.id}`, "column", column.id, column.code);
    } else if (block.kind === "table") {
      note(block.id, "table", block.id, block.code);
      for (const { column, groups } of leafColumns(block)) {
        for (const group of groups) note(`${block.id}.${group.id}`, "column", group.id);
        note(`${block.id}.${column.id}`, "column", column.id, column.kind === "value" ? column.code : undefined);
      }
      for (const { row } of flatRows(block)) note(`${block.id}.${row.id}`, "row", row.id, row.kind === "label" ? undefined : row.code);
      for (const check of block.checks ?? []) note(`${block.id}.${check.id}`, "check", check.id);
    } else note(block.id, "block", block.id);
  }

  return (at) => {
    const segments = at.split(".");
    if (segments[0] === "f" || segments[0] === "n") {
      const single = names.get(at);
      return single && [single];
    }
    if (segments[0] === "e") return undefined;
    const [block = "", entry] = (segments[0] ?? "").split("@");
    const parts: (PlacePart | undefined)[] = [names.get(block)];
    if (entry !== undefined) parts.push({ kind: "entry", id: entry });
    for (const segment of segments.slice(1)) {
      const [id = "", key] = segment.split("@");
      parts.push(names.get(`${block}.${id}`));
      if (key !== undefined) parts.push({ kind: "entry", id: key });
    }
    return parts.every((part) => part !== undefined) ? parts : undefined;
  };
}

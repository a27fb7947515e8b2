import type { Template } from "@/lib/template";
import type { Command, StepLabel } from "./command";
import { columnAt, partAt } from "./lookUp";
import type { Place } from "./place";
import { nameOf } from "./placement";

/** What a command does, for the undo menu and the log, told of the template before it. */
export function labelOf(template: Template, command: Command): StepLabel {
  switch (command.do) {
    case "set": {
      const properties = [...Object.keys(command.values), ...(command.clear ?? [])];
      const [property = "", second] = properties;
      return { code: "set", params: { property: second === undefined ? property : "several", ...subject(template, command.at) } };
    }
    case "insert":
      return {
        code: "insert",
        params: { kind: command.into.kind, count: command.parts.length, name: command.parts[0] ? nameOf(command.parts[0]) : "" },
      };
    case "move":
    case "remove":
      return { code: command.do, params: { kind: command.parts[0]?.kind ?? "block", ...subject(template, command.parts) } };
    case "groupColumns":
      return { code: "groupColumns", params: { count: command.columns.length, name: command.label } };
    case "ungroupColumns": {
      const head = columnAt(template, command.block, command.column);
      return { code: "ungroupColumns", params: { name: head ? nameOf(head) : command.column } };
    }
    case "replace":
      return { code: "replace", params: {} };
    case "together": {
      const [first, ...rest] = command.commands;
      if (first === undefined) return { code: "together", params: { count: 0 } };
      const label = labelOf(template, first);
      return rest.every((other) => labelOf(template, other).code === label.code) && rest.length === 0
        ? label
        : { code: "together", params: { count: command.commands.length } };
    }
  }
}

function subject(template: Template, places: readonly Place[]): { readonly count: number; readonly name: string } {
  const [first] = places;
  return { count: places.length, name: first ? placeName(template, first) : "" };
}

/** What a place is called: the words of its part; of a cell, its row and column. */
export function placeName(template: Template, place: Place): string {
  if (place.kind === "document") return template.code;
  if (place.kind === "cell") {
    const row = placeName(template, { kind: "row", block: place.block, row: place.row });
    return `${row} · ${placeName(template, { kind: "column", block: place.block, column: place.column })}`;
  }
  const part = partAt(template, place);
  return part && "id" in part ? nameOf(part) : "";
}

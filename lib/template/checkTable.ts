import type { Problem } from "@/lib/problem";
import { checkAggregate } from "./checkAggregate";
import { checkCells } from "./checkCells";
import { checkColumns } from "./checkColumns";
import { checkNames, type Named } from "./checkNames";
import { checkRows } from "./checkRows";
import { checkValues } from "./checkValues";
import { errorAt, warningAt } from "./problemAt";
import type { References } from "./references";
import type { TableIndex } from "./tableIndex";
import type { Template, When } from "./template.types";
import { flatRows, leafColumns } from "./walk";

/** All rules of one table. */
export function checkTable(index: TableIndex, template: Template, references: References): readonly Problem[] {
  return [
    ...checkNames(namedParts(index), "bare"),
    ...checkColumns(index),
    ...checkRows(index),
    ...checkParts(index, template, references),
    ...checkCells(index, references),
    ...checkRules(index),
  ];
}

/** Rows, columns, heads and rules share one scope: a formula's name and the path of a problem must tell one thing. */
function namedParts({ table, groups }: TableIndex): readonly Named[] {
  const at = (id: string): string => `${table.id}.${id}`;
  return [
    ...leafColumns(table).map(({ column }) => ({
      id: column.id,
      code: column.kind === "value" ? column.code : undefined,
      at: at(column.id),
    })),
    ...groups.map(({ group }) => ({ id: group.id, at: at(group.id) })),
    ...flatRows(table).map(({ row }) => ({ id: row.id, code: row.kind === "label" ? undefined : row.code, at: at(row.id) })),
    ...(table.checks ?? []).map((check) => ({ id: check.id, at: at(check.id) })),
  ];
}

/** What rows and columns say of their values and of the periods that they exist in. */
function checkParts(index: TableIndex, template: Template, references: References): readonly Problem[] {
  const { table } = index;
  const parts = [
    ...[...index.leaves.values()].flatMap(({ column }) => (column.kind === "value" ? [column] : [])),
    ...[...index.rows.values()].flatMap(({ row }) => (row.kind === "label" ? [] : [row])),
  ];
  const whens = [
    ...parts,
    ...index.groups.map(({ group }) => group),
    ...[...index.rows.values()].flatMap(({ row }) => (row.kind === "label" ? [row] : [])),
  ];
  return [
    ...parts.flatMap((part) => {
      const at = `${table.id}.${part.id}`;
      return [...checkValues(part, at), ...checkAggregate(part.aggregate, at, references, index)];
    }),
    ...whens.flatMap((part) => checkWhen(part.when, `${table.id}.${part.id}`, template)),
  ];
}

function checkWhen(when: When | undefined, at: string, template: Template): readonly Problem[] {
  if (when === undefined) return [];
  const frequencies = when.frequencies?.filter((frequency) => template.frequencies.includes(frequency));
  const ordinals = when.ordinals?.filter((ordinal) => !when.exceptOrdinals?.includes(ordinal));
  return frequencies?.length === 0 || ordinals?.length === 0 ? [warningAt(at, "template.whenNever")] : [];
}

/** Rules between figures are tied to rows with figures and columns with values of their table. */
function checkRules({ table, rows, leaves }: TableIndex): readonly Problem[] {
  return (table.checks ?? []).flatMap((check) => {
    const at = `${table.id}.${check.id}`;
    return [
      ...(check.rows ?? []).filter((id) => !rows.has(id)).map((row) => errorAt(at, "template.unknownRow", { row })),
      ...(check.columns ?? [])
        .filter((id) => leaves.get(id)?.column.kind !== "value")
        .map((column) => errorAt(at, "template.unknownColumn", { column })),
    ];
  });
}

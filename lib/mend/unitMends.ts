import { isNumeric } from "@/lib/form";
import { type FormulaHome, type FormulaRead, formulaScope, resolvedAt, sameDimension, unitOfMeasure } from "@/lib/form/compile";
import type { Problem } from "@/lib/problem";
import { flatRows, leafColumns, type Template, tablesOf } from "@/lib/template";
import { type Place, partAt } from "@/lib/template/edit";
import { formulaAt, withFormulaMend } from "./formulaMends";
import { type Mend, mend } from "./mend";

/** Units of measure that do not go together in a formula, or differ from the unit of its result. */
export function unitMends(template: Template, problem: Problem, place: Place): readonly Mend[] {
  const { code, params } = problem;
  const stored = formulaAt(template, place);
  if (stored === undefined || place.kind === "document" || place.kind === "block") return [];
  switch (code) {
    case "lint.unitResult":
      return ofResult(place, String(params.found));
    case "lint.unitScaleResult":
      return [...converted(template, place, stored, String(params.found), String(params.unit)), ...ofResult(place, String(params.found))];
    case "lint.unitScale":
      return scaled(template, place, stored, String(params.a), String(params.b));
    case "lint.unitMismatch":
      return [
        ...ofOperand(template, place, stored, String(params.a), String(params.b)),
        ...ofOperand(template, place, stored, String(params.b), String(params.a)),
      ];
    default:
      return [];
  }
}

/** The result's cells take the unit that the formula gives. A computed unit in words ("tỷ đồng / ha") is left to a person. */
function ofResult(place: Place, found: string): readonly Mend[] {
  if (place.kind === "check" || / [×/] /.test(found)) return [];
  return [mend("setUnit", { unit: found }, { do: "set", at: [place], values: { unit: found } })];
}

const numberText = (factor: number): string => String(Number(factor.toPrecision(12)));

/** The result is converted: tỷ đồng into triệu đồng by × 1000. */
function converted(template: Template, place: FormulaHome, stored: string, found: string, unit: string): readonly Mend[] {
  const [from, to] = [unitOfMeasure(found), unitOfMeasure(unit)];
  if (!sameDimension(from.dimension, to.dimension)) return [];
  const factor = from.factor / to.factor;
  const isAtom = /^[\w.]+$|^\w+\([^()]*\)$/.test(stored);
  const inner = isAtom ? stored : `(${stored})`;
  return withFormulaMend(
    template,
    place,
    "convert",
    factor >= 1 ? `${inner} * ${numberText(factor)}` : `${inner} / ${numberText(1 / factor)}`,
  );
}

/** Figures of one unit are converted where they stand, into the other unit. */
function scaled(template: Template, place: FormulaHome, stored: string, a: string, b: string): readonly Mend[] {
  const factor = unitOfMeasure(b).factor / unitOfMeasure(a).factor;
  const reads = singleReads(template, place, stored).filter((read) => unitOf(template, place, read) === b);
  if (reads.length === 0) return [];
  let text = stored;
  for (const { span } of reads.toReversed()) {
    const name = stored.slice(span.from, span.to);
    const by = factor >= 1 ? `(${name} * ${numberText(factor)})` : `(${name} / ${numberText(1 / factor)})`;
    text = text.slice(0, span.from) + by + text.slice(span.to);
  }
  return withFormulaMend(template, place, "convert", text);
}

/** The one figure with another unit takes that of the rest. */
function ofOperand(template: Template, place: FormulaHome, stored: string, unit: string, other: string): readonly Mend[] {
  const reads = singleReads(template, place, stored).filter((read) => unitOf(template, place, read) === other);
  const parts = new Map(reads.flatMap((read) => ownerOf(template, read) ?? []).map((owner) => [JSON.stringify(owner), owner]));
  const [only] = [...parts.values()];
  if (only === undefined || parts.size > 1 || reads.length === 0) return [];
  const name = reads[0]?.name ?? "";
  return [mend("setUnitOf", { unit, name }, { do: "set", at: [only], values: { unit } })];
}

/** Figures that the stored formula names one by one, with spans of its text. */
function singleReads(template: Template, place: FormulaHome, stored: string): readonly FormulaRead[] {
  const reads = formulaScope(template, place)?.read(stored).reads ?? [];
  return reads.filter(
    ({ rows, columns, name }) => (rows?.length ?? 1) === 1 && (columns?.length ?? 1) === 1 && !/[:]|^(?:children|units)$/.test(name),
  );
}

/** The unit of a figure as the formula meets it. */
function unitOf(template: Template, home: FormulaHome, { block, rows, columns, field }: FormulaRead): string | undefined {
  if (field) return undefined;
  const table = tablesOf(template).find(({ id }) => id === block);
  if (table === undefined) return undefined;
  const row = rows?.[0] ?? ("row" in home ? home.row : undefined);
  const column = columns?.[0] ?? ("column" in home ? home.column : undefined);
  const candidates =
    row !== undefined && column !== undefined
      ? [[row, column] as const]
      : row !== undefined
        ? leafColumns(table).map(({ column: one }) => [row, one.id] as const)
        : flatRows(table).map(({ row: one }) => [one.id, column ?? ""] as const);
  for (const [r, c] of candidates) {
    const resolved = resolvedAt(template, block, r, c);
    if (resolved !== undefined && isNumeric(resolved.type)) return resolved.unit;
  }
  return undefined;
}

/** The part whose unit it is: the column or row that says it itself. */
function ownerOf(template: Template, { block, rows, columns }: FormulaRead): Place | undefined {
  const [row, column] = [rows?.[0], columns?.[0]];
  const candidates: readonly Place[] = [
    ...(row !== undefined && column !== undefined ? [{ kind: "cell", block, row, column } as const] : []),
    ...(row === undefined ? [] : [{ kind: "row", block, row } as const]),
    ...(column === undefined ? [] : [{ kind: "column", block, column } as const]),
  ];
  return candidates.find((place) => {
    const part = partAt(template, place);
    return part !== undefined && "unit" in part && part.unit !== undefined;
  });
}

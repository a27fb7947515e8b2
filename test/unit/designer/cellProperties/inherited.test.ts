import { describe, expect, it } from "vitest";
import { inheritedOf, sharedInherited } from "@/components/designer/cellProperties/inherited";
import { resolvedAt } from "@/lib/form/compile";
import { flatRows, leafColumns, tablesOf } from "@/lib/template";
import { type Place, partAt } from "@/lib/template/edit";
import { baseWith } from "@/test/unit/template/base";
import { sample } from "@/test/unit/template/openSample";

const template = baseWith((_, table) => {
  table.unit = "hồ sơ";
  table.decimals = 1;
  table.columns.push({ kind: "value", id: "c6", label: { vi: "" }, unit: "ha", lock: "x" });
  table.rows.push({ kind: "indicator", id: "r30", label: { vi: "" }, unit: "người", decimals: 3, type: "integer" });
});
const cell = (row: string, column: string): Place => ({ kind: "cell", block: "t1", row, column });

describe("what a cell has without saying it", () => {
  it("comes from its row, else its column, else its table", () => {
    expect(inheritedOf(template, cell("r30", "c6"), "unit")).toEqual({ value: "người", from: "row" });
    expect(inheritedOf(template, cell("r21", "c6"), "unit")).toEqual({ value: "ha", from: "column" });
    expect(inheritedOf(template, cell("r21", "c4"), "unit")).toEqual({ value: "hồ sơ", from: "table" });
    expect(inheritedOf(template, cell("r21", "c6"), "lock")).toEqual({ value: "x", from: "column" });
    expect(inheritedOf(template, cell("r21", "c4"), "min")).toBeUndefined();
  });

  it("never comes from row or table into a column of percentages", () => {
    expect(inheritedOf(template, cell("r30", "c5"), "unit")).toBeUndefined();
    expect(inheritedOf(template, cell("r30", "c5"), "decimals")).toBeUndefined();
    expect(inheritedOf(template, cell("r30", "c5"), "type")).toEqual({ value: "percent", from: "column" });
    expect(inheritedOf(template, { kind: "column", block: "t1", column: "c5" }, "unit")).toBeUndefined();
  });

  it("is one thing of several cells, or several", () => {
    expect(sharedInherited(template, [cell("r21", "c4"), cell("r21", "c3")], "unit")).toEqual({ value: "hồ sơ", from: "table" });
    expect(sharedInherited(template, [cell("r21", "c4"), cell("r21", "c6")], "unit")).toBe("mixed");
  });

  it.each(["06-VPCP-KSTT", "KTXH-THANG", "SXKD-THANG", "A-III-1"])("is what forms resolve, in every cell of %s", (name) => {
    const whole = sample(name);
    for (const table of tablesOf(whole)) {
      for (const { row } of flatRows(table)) {
        for (const { column } of leafColumns(table)) {
          const place: Place = { kind: "cell", block: table.id, row: row.id, column: column.id };
          const resolved = resolvedAt(whole, table.id, row.id, column.id);
          const own = partAt(whole, place);
          if (resolved === undefined) continue;
          for (const property of ["type", "unit", "indicator", "min", "max"] as const) {
            const said = own !== undefined && property in own ? (own as unknown as Record<string, unknown>)[property] : undefined;
            const inherited = said ?? inheritedOf(whole, place, property)?.value;
            // Where nobody says anything, the type is a number and a percentage has its sign.
            if (inherited !== undefined && (property !== "unit" || resolved.unit !== undefined))
              expect(inherited).toEqual(resolved[property]);
          }
        }
      }
    }
  });
});

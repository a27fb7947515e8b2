import { describe, expect, test } from "vitest";
import type { ActId } from "@/components/designer/table/keys";
import { removal, structureStep } from "@/components/designer/table/structure";
import { flatRows, type Table } from "@/lib/template";
import { type Place, run } from "@/lib/template/edit";
import { sampleTable, templateOf } from "./sampleTable";

const words = { row: "Hàng mới", column: "Cột mới", head: "Đầu mới" };
const rowPlaces = (...ids: readonly string[]): readonly Place[] => ids.map((row) => ({ kind: "row", block: "t1", row }));
const columnPlaces = (...ids: readonly string[]): readonly Place[] => ids.map((column) => ({ kind: "column", block: "t1", column }));

/** Does an act on a selection of the sample; gives the table after it, or the code of why there was nothing to do. */
function after(
  act: ActId,
  places: readonly Place[],
  table: Table = sampleTable,
): { readonly table: Table; readonly select: readonly Place[] } | string {
  const template = templateOf(table);
  const axis = places[0]?.kind === "column" ? "column" : "row";
  const made = structureStep({ template, table, selection: { places, anchor: places[0], focus: places[0] }, axis, act, words });
  if (!made.ok) return made.error.code;
  const done = run(template, made.value.command);
  if (!done.ok) return done.error.code;
  const [block] = done.value.template.blocks;
  if (block?.kind !== "table") throw new Error("no table");
  return { table: block, select: made.value.select };
}

const rowsAfter = (...of: Parameters<typeof after>) => {
  const done = after(...of);
  return typeof done === "string"
    ? done
    : flatRows(done.table)
        .map(({ row, depth }) => `${">".repeat(depth)}${row.id}`)
        .join(" ");
};
const outline = (columns: Table["columns"]): string =>
  columns.map((column) => (column.kind === "group" ? `${column.id}(${outline(column.columns)})` : column.id)).join(" ");
const columnsAfter = (...of: Parameters<typeof after>) => {
  const done = after(...of);
  return typeof done === "string" ? done : outline(done.table.columns);
};

describe("rows", () => {
  test("are added before, after and inside, and the new one is selected", () => {
    expect(rowsAfter("addBefore", rowPlaces("r4"))).toBe("r1 >r2 >>r3 >r7 >r4 r5 w1 >r6");
    expect(rowsAfter("addAfter", rowPlaces("r1"))).toBe("r1 >r2 >>r3 >r4 r7 r5 w1 >r6");
    expect(rowsAfter("addInside", rowPlaces("r5"))).toBe("r1 >r2 >>r3 >r4 r5 >r7 w1 >r6");
    expect(after("addInside", rowPlaces("r5"))).toMatchObject({ select: rowPlaces("r7") });
  });

  test("move among their siblings, and past the row over them at the edge", () => {
    expect(rowsAfter("moveBack", rowPlaces("r4"))).toBe("r1 >r4 >r2 >>r3 r5 w1 >r6");
    expect(rowsAfter("moveBack", rowPlaces("r2"))).toBe("r2 >r3 r1 >r4 r5 w1 >r6");
    expect(rowsAfter("moveOn", rowPlaces("r4"))).toBe("r1 >r2 >>r3 r4 r5 w1 >r6");
    expect(rowsAfter("moveBack", rowPlaces("r1"))).toBe("edit.alreadyFirst");
  });

  test("go in under the row before them and out of it, several at once", () => {
    expect(rowsAfter("nest", rowPlaces("r5", "w1"))).toBe("r1 >r2 >>r3 >r4 >r5 >w1 >>r6");
    expect(rowsAfter("unnest", rowPlaces("r3"))).toBe("r1 >r2 >r3 >r4 r5 w1 >r6");
    expect(rowsAfter("nest", rowPlaces("r1"))).toBe("edit.nothingToGoInto");
  });

  test("that stand under another selected row go with it, not twice", () => {
    expect(rowsAfter("moveOn", rowPlaces("r1", "r2", "r3", "r4"))).toBe("r5 r1 >r2 >>r3 >r4 w1 >r6");
  });

  test("of selected cells are meant where cells are selected", () => {
    expect(rowsAfter("addAfter", [{ kind: "cell", block: "t1", row: "r5", column: "c3" }])).toBe("r1 >r2 >>r3 >r4 r5 r7 w1 >r6");
  });

  test("leave what follows selected when they are removed, else what is before or over them", () => {
    const next = (...ids: string[]) =>
      removal(sampleTable, { places: rowPlaces(...ids), anchor: undefined, focus: undefined }, "row")?.next;
    expect(next("r2")).toEqual(rowPlaces("r4")[0]);
    expect(next("r4")).toEqual(rowPlaces("r2")[0]);
    expect(next("r6")).toEqual(rowPlaces("w1")[0]);
    expect(removal(sampleTable, { places: [], anchor: undefined, focus: undefined }, "row")).toBeUndefined();
  });
});

describe("columns", () => {
  test("are added beside and into heads", () => {
    expect(columnsAfter("addAfter", columnPlaces("c5"))).toBe("c1 c2 g1(c3 g2(c4 c5 c7)) c6");
    expect(columnsAfter("addInside", columnPlaces("g1"))).toBe("c1 c2 g1(c3 g2(c4 c5) c7) c6");
    expect(columnsAfter("addInside", columnPlaces("c6"))).toBe("designerTable.groupFirst");
  });

  test("are put under a new head, to any depth, and the head is taken away again", () => {
    expect(columnsAfter("group", columnPlaces("c4", "c5"))).toBe("c1 c2 g1(c3 g2(g3(c4 c5))) c6");
    expect(columnsAfter("ungroup", columnPlaces("g1"))).toBe("c1 c2 c3 g2(c4 c5) c6");
    expect(columnsAfter("ungroup", columnPlaces("c4"))).toBe("c1 c2 g1(c3 c4 c5) c6");
    expect(columnsAfter("ungroup", columnPlaces("c6"))).toBe("designerTable.noHead");
    expect(columnsAfter("group", columnPlaces("c1", "c6"))).toBe("edit.notAdjacent");
  });

  test("go into the head beside them and out of it", () => {
    expect(columnsAfter("nest", columnPlaces("c6"))).toBe("c1 c2 g1(c3 g2(c4 c5) c6)");
    expect(columnsAfter("unnest", columnPlaces("c4"))).toBe("c1 c2 g1(c3 g2(c5) c4) c6");
  });

  test("become wider by a tenth, and the others keep what they have", () => {
    const done = after("wider", columnPlaces("c6"), {
      ...sampleTable,
      columns: sampleTable.columns.map((column) => (column.id === "c6" ? { ...column, width: 20 } : column)) as Table["columns"],
    });
    if (typeof done === "string") throw new Error(done);
    const widths = done.table.columns.flatMap((column) => (column.kind === "group" ? [] : [[column.id, column.width]]));
    expect(widths).toEqual([
      ["c1", 10],
      ["c2", 56],
      ["c6", 22],
    ]);
  });
});

test("without a selection there is nothing to do, and that is said", () => {
  expect(after("addAfter", [])).toBe("designerTable.chooseRow");
});

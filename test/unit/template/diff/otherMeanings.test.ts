import { describe, expect, test } from "vitest";
import type { Column, Row, Template } from "@/lib/template";
import { addMeanings, otherMeanings } from "@/lib/template/diff";

const form = (
  rows: readonly Row[],
  columns: readonly Column[] = [{ kind: "value", id: "c1", label: { vi: "Diện tích" }, unit: "ha" }],
): Template => ({
  format: 1,
  code: "MAU",
  title: { vi: "Mẫu" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [{ kind: "table", id: "t1", columns: [...columns], rows: [...rows] }],
});
const row = (id: string, vi: string): Row => ({ kind: "indicator", id, label: { vi } });

const warned = (now: Template, ...versions: readonly Template[]) =>
  otherMeanings(
    versions.reduce((known, version, i) => addMeanings(known, version, i + 1), new Map() as ReturnType<typeof addMeanings>),
    now,
    versions.length,
  ).map(({ code, at, params }) => [code, at, params.before, params.after]);

describe("ids that a published version had for something else", () => {
  const first = form([row("r1", "Lúa"), row("r2", "Ngô")]);

  test("are told when they come back for another row", () => {
    expect(warned(form([row("r1", "Lúa"), row("r2", "Sắn")]), first, form([row("r1", "Lúa")]))).toEqual([
      ["draft.otherMeaning", "t1.r2", "Ngô", "Sắn"],
    ]);
  });

  test("are not told when the same row comes back, nor when a row in force is called otherwise", () => {
    expect(warned(form([row("r1", "Lúa"), row("r2", "  NGÔ ")]), first, form([row("r1", "Lúa")]))).toEqual([]);
    expect(warned(form([row("r1", "Lúa nước"), row("r2", "Ngô")]), first)).toEqual([]);
  });

  test("are told where a column in force now measures something else", () => {
    const other: Column = { kind: "value", id: "c1", label: { vi: "Sản lượng" }, unit: "tấn" };
    expect(warned(form([row("r1", "Lúa")], [other]), first)).toEqual([["draft.otherMeaning", "t1.c1", "Diện tích", "Sản lượng"]]);
    expect(warned(form([row("r1", "Lúa")], [{ ...other, unit: "ha" }]), first)).toEqual([]);
  });

  test("are told where the same column is now of another unit of measure", () => {
    const inKm: Column = { kind: "value", id: "c1", label: { vi: "Diện tích" }, unit: "km²" };
    expect(warned(form([row("r1", "Lúa")], [inKm]), first)).toEqual([["draft.otherUnit", "t1.c1", "ha", "km²"]]);
    expect(warned(form([row("r1", "Lúa")], [{ ...inKm, unit: "HA" }]), first)).toEqual([]);
  });

  test("are told where a row is now a column", () => {
    const column: Column = { kind: "value", id: "r2", label: { vi: "Ngô" } };
    expect(warned(form([row("r1", "Lúa")], [column]), first)).toEqual([["draft.otherSort", "t1.r2", undefined, undefined]]);
  });
});

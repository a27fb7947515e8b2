import { describe, expect, test } from "vitest";
import type { Template } from "@/lib/template";
import { applyPatch, cutParts, freshId, invert, pasteFragment, rebase, rememberSpentIds, run, spentIdsOf } from "@/lib/template/edit";

const form: Template = {
  format: 1,
  code: "MAU",
  title: { vi: "Mẫu" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    {
      kind: "table",
      id: "t1",
      columns: [{ kind: "group", id: "g1", label: { vi: "Nhóm" }, columns: [{ kind: "value", id: "c2", label: { vi: "Cột" } }] }],
      rows: [
        { kind: "indicator", id: "r1", label: { vi: "Một" } },
        { kind: "indicator", id: "r2", label: { vi: "Hai" } },
      ],
    },
    { kind: "fields", id: "fs1", fields: [{ id: "f1", label: { vi: "Dân số" }, type: "integer" }] },
  ],
};
const rows = { kind: "rows", block: "t1" } as const;
const r2 = { kind: "row", block: "t1", row: "r2" } as const;

/** A draft of a template of which r7 and the field f4 were published once, as was a table t3. */
function opened(): Template {
  const draft = structuredClone(form);
  const [table, fields] = form.blocks;
  if (table?.kind !== "table" || fields?.kind !== "fields") throw new Error("another form");
  const earlier: Template = {
    ...form,
    blocks: [
      { ...table, id: "t3" },
      { ...table, rows: [{ kind: "indicator", id: "r007", label: { vi: "Bảy" } }] },
      { ...fields, fields: [{ id: "f4", label: { vi: "Số hộ" }, type: "integer" }] },
    ],
  };
  rememberSpentIds(draft, spentIdsOf([earlier, form]));
  return draft;
}

function done(template: Template, command: Parameters<typeof run>[1]) {
  const result = run(template, command);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe("an id that was published", () => {
  test("is never given again, in no scope", () => {
    const draft = opened();
    expect(freshId(draft, rows, "r")).toBe("r8");
    expect(freshId(draft, { kind: "blocks" }, "t")).toBe("t4");
    expect(freshId(draft, { kind: "fields", block: "fs1" }, "f")).toBe("f5");
    expect(freshId(draft, { kind: "columns", block: "t1" }, "c")).toBe("c3");
    expect(freshId(form, rows, "r")).toBe("r3");
  });

  test("is not given again after the row was removed, undone, merged with others' work, or the document was replaced", () => {
    const draft = opened();
    const removed = done(draft, { do: "remove", parts: [r2] });
    expect(freshId(removed.template, rows, "r")).toBe("r8");
    const back = applyPatch(removed.template, invert(removed.patch));
    expect(back.ok && freshId(back.value, rows, "r")).toBe("r8");
    const merged = rebase(draft, [removed.patch], [done(draft, { do: "set", at: [{ kind: "document" }], values: { code: "KHAC" } }).patch]);
    expect(merged.ok && freshId(merged.value.template, rows, "r")).toBe("r8");
    const replaced = done(draft, { do: "replace", template: { ...structuredClone(form), code: "MOI" } });
    expect(freshId(replaced.template, rows, "r")).toBe("r8");
  });

  test("comes back with the very row that was cut, and with no other", () => {
    const draft = opened();
    const cut = cutParts(draft, [r2]);
    if (!cut.ok) throw new Error(cut.error.code);
    const { template } = done(draft, cut.value.command);
    const same = pasteFragment(template, cut.value.fragment, { into: rows, index: 0 });
    expect(same.ok && same.value.places).toEqual([r2]);
    const other = pasteFragment(template, { ...cut.value.fragment, template: "KHAC" }, { into: rows, index: 0 });
    expect(other.ok && other.value.places).toEqual([{ kind: "row", block: "t1", row: "r8" }]);
  });

  test("of a field is no free name for a field that is pasted from elsewhere", () => {
    const pasted = pasteFragment(
      opened(),
      {
        bieumau: "fragment",
        version: 1,
        template: "KHAC",
        home: { block: "fs9", kind: "fields" },
        of: "fields",
        parts: [
          { id: "f4", label: { vi: "Khác" }, type: "text" },
          { id: "dan_so", label: { vi: "Dân số" }, type: "text" },
        ],
        cells: [],
        checks: [],
        isCut: false,
      },
      { into: { kind: "fields", block: "fs1" }, index: 0 },
    );
    expect(pasted.ok && pasted.value.places).toMatchObject([{ field: "f5" }, { field: "dan_so" }]);
  });
});

import { describe, expect, it } from "vitest";
import { faultOfJson } from "@/components/designer/json/faultOfJson";
import { readJson, writeJson } from "@/components/designer/json/jsonDraft";
import { pathOfPlace } from "@/components/designer/json/pathOfPlace";
import { pathOfProperty, rangeOfPath } from "@/components/designer/json/rangeOfPath";
import type { Template } from "@/lib/template";
import type { Place } from "@/lib/template/edit";

const template: Template = {
  format: 1,
  code: "JSON",
  title: { vi: "Tên" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    { kind: "heading", id: "h1", text: { vi: "Đề mục" }, level: 1 },
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
        { kind: "group", id: "g1", label: { vi: "Nhóm" }, columns: [{ kind: "value", id: "c2", label: { vi: "Thực hiện" } }] },
      ],
      rows: [{ kind: "group", id: "r1", label: { vi: "Nhóm" }, rows: [{ kind: "indicator", id: "r2", label: { vi: "Con" } }] }],
      cells: [{ row: "r2", column: "c2", decimals: 2 }],
    },
  ],
};
const text = writeJson(template);
const shown = (path: Parameters<typeof rangeOfPath>[1]): string | undefined => {
  const range = rangeOfPath(text, path);
  return range && text.slice(range.from, range.to);
};

describe("a place in the JSON text", () => {
  it.each<[Place, string]>([
    [{ kind: "block", block: "h1" }, "{"],
    [{ kind: "row", block: "t1", row: "r2" }, '"id": "r2"'],
    [{ kind: "column", block: "t1", column: "c2" }, '"id": "c2"'],
    [{ kind: "cell", block: "t1", row: "r2", column: "c2" }, '"row": "r2"'],
  ])("of %o is found by its path", (place, inside) => {
    const path = pathOfPlace(template, place);
    let node: unknown = JSON.parse(text);
    for (const key of path) node = (node as Record<string | number, unknown>)[key];
    expect(JSON.stringify(node, null, 1)).toContain(inside);
    expect(rangeOfPath(text, path)).toBeDefined();
  });

  it("is the property with its key, on one line", () => {
    expect(shown(pathOfProperty("title.vi"))).toBe('"vi": "Tên"');
    expect(shown(pathOfProperty("blocks.1.columns.1.columns.0.label"))).toBe('"label": {');
  });

  it("is the innermost that is there, where the path leads further", () => {
    expect(shown(pathOfProperty("page.size.gone"))).toBe('"size": "A4"');
    expect(rangeOfPath("", ["a"])).toBeUndefined();
  });
});

describe("a JSON text", () => {
  it("is read where it is whole", () => {
    expect(readJson(text, faultOfJson)).toEqual({ kind: "read", document: template });
  });

  it.each([
    ['{ "a": 1,, }', 1, 10],
    ['{\n  "a": x\n}', 2, 8],
    ["", 1, 1],
  ])("that is broken tells where: %j", (broken, line, column) => {
    expect(readJson(broken, faultOfJson)).toMatchObject({ kind: "broken", line, column });
  });
});

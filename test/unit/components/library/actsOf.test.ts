import { describe, expect, it } from "vitest";
import { actsOf } from "@/components/library/actsOf";

const draft = { updatedAt: "2024-04-11T08:20:00Z", by: "Huỳnh Thị Hằng" };
const designer = { mayDesign: true, draft: null, version: 1, retired: false };
const reader = { ...designer, mayDesign: false };

describe("what may be done with a template", () => {
  it("by its designer: go on with a draft, or begin one", () => {
    expect(actsOf({ ...designer, draft }, { designs: true })).toEqual(["design", "fork", "export", "sector", "discard", "retire"]);
    expect(actsOf(designer, { designs: true })).toEqual(["newVersion", "fork", "export", "sector", "retire"]);
  });

  it("by its designer before it was published: nothing is there to fork or retire", () => {
    expect(actsOf({ ...designer, draft, version: null }, { designs: true })).toEqual(["design", "export", "sector", "discard"]);
  });

  it("once it is retired: it is taken into use again before a new version is begun", () => {
    expect(actsOf({ ...designer, retired: true }, { designs: true })).toEqual(["fork", "export", "sector", "restore"]);
    expect(actsOf({ ...designer, retired: true, draft }, { designs: true })).toEqual([
      "design",
      "fork",
      "export",
      "sector",
      "discard",
      "restore",
    ]);
  });

  it("by others: export it, and fork it into a library of their own", () => {
    expect(actsOf(reader, { designs: true })).toEqual(["fork", "export"]);
    expect(actsOf(reader, { designs: false })).toEqual(["export"]);
  });
});

import { describe, expect, it } from "vitest";
import { countedAt, modeOf, ordinalsOf, withFrequencies, withMode } from "@/components/designer/cellProperties/whenWords";

describe("a condition of periods", () => {
  it("is none where it says nothing", () => {
    expect(withMode(undefined, "always", [1])).toBeUndefined();
    expect(withMode(undefined, "only", [])).toBeUndefined();
    expect(withFrequencies({ frequencies: ["month"] }, ["month", "quarter"], ["month", "quarter"])).toBeUndefined();
  });

  it("names its periods or all but these, in order, once", () => {
    expect(withMode(undefined, "only", [3, 1, 3])).toEqual({ ordinals: [1, 3] });
    expect(withMode({ frequencies: ["month"], ordinals: [1] }, "except", [1])).toEqual({ frequencies: ["month"], exceptOrdinals: [1] });
    expect(modeOf({ exceptOrdinals: [1] })).toBe("except");
    expect(modeOf({ frequencies: ["month"] })).toBe("always");
  });

  it("keeps the periods when the frequencies change", () => {
    expect(withFrequencies({ ordinals: [1] }, ["quarter"], ["month", "quarter"])).toEqual({ frequencies: ["quarter"], ordinals: [1] });
    expect(withFrequencies({ frequencies: ["month"], ordinals: [1] }, [], ["month", "quarter"])).toEqual({ ordinals: [1] });
  });

  it("can tell as many periods apart as the finest frequency has", () => {
    expect(ordinalsOf(["month", "quarter"])).toBe(12);
    expect(ordinalsOf(["year"])).toBe(1);
    expect(countedAt(5, ["month", "quarter", "year"])).toEqual(["month"]);
    expect(countedAt(2, ["month", "quarter", "year"])).toEqual(["month", "quarter"]);
  });
});

import { describe, expect, it } from "vitest";
import { describeTarget } from "@/components/designer/dnd/describeTarget";
import { dropTargets } from "@/components/designer/dnd/dropTargets";
import { blockTitle, partName, partsName } from "@/components/designer/dnd/partName";
import type { Dragged } from "@/components/designer/dnd/types";
import { namesOf, smallTemplate } from "./smallTemplate";

const names = namesOf();
const moving: Dragged = { kind: "parts", label: "", places: [{ kind: "row", block: "t2", row: "r4" }] };
const where = (target: Parameters<typeof describeTarget>[2], dragged = moving): string => describeTarget(names, dragged, target);

describe("a place in words", () => {
  it("names the table, the neighbour and the group", () => {
    expect(where({ into: { kind: "rows", block: "t2", under: "r1" }, index: 0 })).toBe(
      "Bảng 2, trước hàng “1 Trồng trọt”, trong nhóm hàng “I Nông nghiệp”",
    );
  });

  it("names the last part at the end of a list", () => {
    expect(where({ into: { kind: "rows", block: "t2", under: "r1" }, index: 2 })).toBe(
      "Bảng 2, sau hàng “2 Chăn nuôi”, trong nhóm hàng “I Nông nghiệp”",
    );
  });

  it("says where a list has nothing yet", () => {
    expect(where({ into: { kind: "rows", block: "t2", under: "r2" }, index: 0 })).toBe(
      "Bảng 2, phần duy nhất, trong nhóm hàng “1 Trồng trọt”",
    );
  });

  it("says where the part stands now", () => {
    expect(where({ into: { kind: "rows", block: "t2" }, index: 2 })).toBe("Bảng 2, vị trí hiện tại");
  });

  it("names blocks by their kind, number and title", () => {
    const dragged: Dragged = { kind: "parts", label: "", places: [{ kind: "block", block: "sg1" }] };
    expect(where({ into: { kind: "blocks" }, index: 2 }, dragged)).toBe("Trước Bảng 2 “Sản xuất”");
  });

  it("is another for each place of a walk", () => {
    const all = dropTargets(smallTemplate, moving).map((target) => where(target));
    expect(new Set(all).size).toBe(all.length);
  });

  it("never shows an id", () => {
    for (const target of dropTargets(smallTemplate, moving)) expect(where(target)).not.toMatch(/\b[rctgf]\d+\b/);
  });
});

describe("the name of a part", () => {
  it("says that a column has none yet", () => {
    expect(partName(names, { kind: "column", block: "t2", column: "c4" })).toBe("cột chưa có tên");
  });

  it("counts several", () => {
    const places = ["r2", "r3"].map((id) => ({ kind: "row", block: "t2", row: id }) as const);
    expect(partsName(names, places)).toBe("2 hàng");
  });

  it("leaves out what is filled into the words of a block, since no period and no figures fill it here", () => {
    const text = { vi: "{unit} báo cáo tháng {month}: đạt {{t1.r1.c2}} tấn" };
    expect(blockTitle({ kind: "text", id: "x1", text }, "vi")).toBe("… báo cáo tháng …: đạt … tấn");
  });

  it("is cut where it is long, and keeps to one line", () => {
    const title = blockTitle({ kind: "text", id: "x1", text: { vi: `Dòng một\n${"a".repeat(90)}` } }, "vi");
    expect(title).toHaveLength(60);
    expect(title).toMatch(/^Dòng một a+…$/);
  });
});

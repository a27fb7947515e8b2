import { expect, it } from "vitest";
import { repeatNames } from "@/components/report/repeatNames";
import { openForm, tableView } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import { parseTemplate } from "@/lib/template/parse";
import investment from "@/templates/A-III-1.json";

it("Buttons that add entries of one prompt say under what: A.III.1 has investors of two kinds", () => {
  const template = parseTemplate(investment);
  if (!template.ok) throw new Error(JSON.stringify(template.error));
  const compiled = compileForm(template.value);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const view = tableView(openForm(compiled.value.form, { period: "2024-Q1", units: [], history: {} }), "t1");
  const block = template.value.blocks.find(({ id }) => id === "t1");
  if (!view || block?.kind !== "table") throw new Error("no table");
  expect([...repeatNames(block, view.repeats, ({ vi }) => vi)]).toEqual([
    ["t1.r11", "Thêm nhà đầu tư: Nhà đầu tư Việt Nam"],
    ["t1.r21", "Thêm nhà đầu tư: Nhà đầu tư nước ngoài"],
    ["t1.r76", "Thêm loại năng lượng, ghi đơn vị tính trong ngoặc"],
  ]);
});

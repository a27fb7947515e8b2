import { expect, test } from "vitest";
import type { Field, Template } from "@/lib/template";
import { duplicateParts, run } from "@/lib/template/edit";

const field = (id: string, vi: string): Field => ({ id, label: { vi }, type: "number", unit: "tỷ đồng" });

const template: Template = {
  format: 1,
  code: "A",
  title: { vi: "A" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    { kind: "fields", id: "fs1", fields: [field("f1", "Thu"), field("f2", "Chi")] },
    { kind: "list", id: "l1", title: { vi: "Dự án" }, columns: [field("c1", "Vốn"), field("c2", "Giải ngân")] },
  ],
};

/** The template with a field duplicated. */
function duplicated(block: string, id: string): Template {
  const made = duplicateParts(template, [{ kind: "field", block, field: id }]);
  if (!made.ok) throw new Error(made.error.code);
  const done = run(template, made.value.command);
  if (!done.ok) throw new Error(done.error.code);
  return done.value.template;
}

test("a field of a group is duplicated after itself, under an id of its own", () => {
  const [group] = duplicated("fs1", "f1").blocks;
  expect(group).toMatchObject({ fields: [field("f1", "Thu"), field("f3", "Thu"), field("f2", "Chi")] });
});

test("so is a column of a list", () => {
  const [, list] = duplicated("l1", "c1").blocks;
  expect(list).toMatchObject({ columns: [field("c1", "Vốn"), field("c3", "Vốn"), field("c2", "Giải ngân")] });
});

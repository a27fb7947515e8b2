import { expect, it } from "vitest";
import { missingTranslations } from "@/components/designer/bar/missingTranslations";
import type { Template } from "@/lib/template";

const template: Template = {
  format: 1,
  code: "DICH",
  title: { vi: "Tên", en: "Name" },
  subtitle: { vi: "Dòng phụ" },
  kind: "narrative",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    { kind: "heading", id: "h1", text: { vi: "Đề mục" }, level: 1 },
    { kind: "signature", id: "s1", signers: [{ position: { vi: "Giám đốc", en: "" } }, { position: { vi: "Người lập", en: "Author" } }] },
    { kind: "recipients", id: "p1", items: [{ vi: "Như trên" }, { vi: "" }] },
  ],
};

it("counts texts that have Vietnamese words and no English ones, wherever they stand", () => {
  expect(missingTranslations(template)).toBe(4);
});

it("counts a block anew once it is another", () => {
  const [heading, ...others] = template.blocks;
  if (heading?.kind !== "heading") throw new Error("the form begins with a heading");
  expect(missingTranslations({ ...template, blocks: [{ ...heading, text: { vi: "Đề mục", en: "Heading" } }, ...others] })).toBe(3);
});

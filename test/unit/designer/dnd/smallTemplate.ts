import { createTranslator } from "next-intl";
import type { NameContext, PageWords } from "@/components/designer/dnd/partName";
import vi from "@/lib/messages/vi/designerPage.json";
import type { Template } from "@/lib/template";

/** A form with a heading, two tables, a group of inputs and the signature: the second table has a tree both ways. */
export const smallTemplate: Template = {
  format: 1,
  code: "NHO",
  title: { vi: "Biểu nhỏ" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    { kind: "heading", id: "h1", text: { vi: "Kết quả" }, level: 1 },
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
        { kind: "value", id: "c2", label: { vi: "Thực hiện" } },
      ],
      rows: [{ kind: "indicator", id: "r1", label: { vi: "Dân số" } }],
    },
    {
      kind: "table",
      id: "t2",
      title: { vi: "Sản xuất" },
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
        {
          kind: "group",
          id: "g1",
          label: { vi: "Diện tích" },
          columns: [
            { kind: "value", id: "c2", label: { vi: "Kế hoạch" } },
            { kind: "value", id: "c3", label: { vi: "Thực hiện" } },
          ],
        },
        { kind: "value", id: "c4", label: { vi: "" } },
      ],
      rows: [
        {
          kind: "group",
          id: "r1",
          number: "I",
          label: { vi: "Nông nghiệp" },
          rows: [
            { kind: "indicator", id: "r2", number: "1", label: { vi: "Trồng trọt" } },
            { kind: "indicator", id: "r3", number: "2", label: { vi: "Chăn nuôi" } },
          ],
        },
        { kind: "indicator", id: "r4", number: "II", label: { vi: "Thủy sản" } },
      ],
    },
    {
      kind: "fields",
      id: "fs1",
      fields: [
        { id: "f1", label: { vi: "Số hộ" }, type: "integer" },
        { id: "f2", label: { vi: "Ghi chú" }, type: "text" },
      ],
    },
    { kind: "signature", id: "sg1", signers: [{ position: { vi: "Chủ tịch" } }] },
  ],
};

/** Names in Vietnamese, as the screen says them. */
export const namesOf = (template: Template = smallTemplate): NameContext => ({
  template,
  locale: "vi",
  t: createTranslator({ locale: "vi", messages: { designerPage: vi }, namespace: "designerPage" }) as unknown as PageWords,
});
